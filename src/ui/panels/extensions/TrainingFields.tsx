import type { TrainingOptions } from '../../../core/studies/trainingTypes';
import { ChoiceField } from './ChoiceField';
import styles from './Extensions.module.css';
import { OptionField } from './OptionField';
import { placesPhrase, sameSplit } from './placesPhrase';
import type { Training } from './trainingView';

interface Props {
  readonly answer: Training;
  readonly names: readonly string[];
  readonly options: TrainingOptions;
  readonly onChange: (changes: Partial<TrainingOptions>) => void;
}

/** Where the blocks were, what a backward pass takes, and how parameters travel. */
export function TrainingFields({ answer, names, options, onChange }: Props) {
  const places = names.map((name, node) => ({
    value: String(node),
    name: `all blocks on ${name}`,
    boundaries: names.map((_, p) => (p < node ? 0 : answer.blockCount)),
  }));
  const used = places.find(({ boundaries }) => sameSplit(boundaries, answer.previous));
  const choices =
    used === undefined
      ? [
          ...places,
          { value: 'kept', name: placesPhrase(answer.previous, names), boundaries: answer.previous },
        ]
      : places;
  return (
    <>
      <ChoiceField
        label="Blocks were before"
        value={used?.value ?? 'kept'}
        choices={choices}
        onChange={(value) => {
          const place = choices.find((choice) => choice.value === value);
          if (place !== undefined) onChange({ previous: place.boundaries });
        }}
      />
      <div className={styles.wide}>
        <OptionField
          label="Backward over forward"
          value={options.backwardFactor}
          min={0}
          max={100}
          unit="×"
          hint="Two unless measured: one pass for the weights, one for the inputs."
          onChange={(backwardFactor) => onChange({ backwardFactor })}
        />
      </div>
      <ChoiceField
        label="Parameters travel"
        value={options.charge}
        choices={[
          { value: 'per-block', name: 'each block over its best route' },
          { value: 'per-hop', name: 'relayed hop by hop' },
        ]}
        onChange={(charge) => onChange({ charge })}
      />
      {options.charge === 'per-hop' && (
        <OptionField
          label="Set-up per hop"
          value={options.setUpS * 1e3}
          min={0}
          max={60_000}
          unit="ms"
          onChange={(ms) => onChange({ setUpS: ms / 1e3 })}
        />
      )}
    </>
  );
}
