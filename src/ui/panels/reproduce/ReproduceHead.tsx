import { useId } from 'react';
import { assumptionPresets, figureIds, type FigureText } from '../../../core/reproduce/types';
import { limits } from '../../../core/scenario/limits';
import { useApp, useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import styles from './Reproduce.module.css';
import { answeredCount, paperText, presetTexts } from './reproduceWords';

interface Props {
  /** Any figure's: what is shared is the same in all. */
  readonly text: FigureText;
  /** On small screens what all figures share is folded. */
  readonly isPhone: boolean;
}

/** What the screen is, and what all figures share: the seed, whose assumptions, and running them all. */
export function ReproduceHead({ text, isPhone }: Props) {
  const { preset, seed } = useApp((state) => state.reproduction.figures[text.id].question);
  const shared = (
    <>
      <p className={styles.lead}>
        The figures of {paperText}, simulated or computed here. “Differs” is a result like any other; nothing
        is tuned to agree.
      </p>
      <SharedControls text={text} />
    </>
  );
  return (
    <header className={styles.head}>
      <h1>HiveMind’s evaluation, reproduced</h1>
      {isPhone ? (
        <details className={styles.shared}>
          <summary>
            Seed {seed}, {presetTexts[preset]}
          </summary>
          {shared}
        </details>
      ) : (
        shared
      )}
    </header>
  );
}

/** Seed and preset are the same for every figure. */
function SharedControls({ text }: Omit<Props, 'isPhone'>) {
  const store = useAppStore();
  const id = useId();
  const { preset, seed } = useApp((state) => state.reproduction.figures[text.id].question);
  return (
    <>
      <div className={styles.controls}>
        <div className={styles.seed}>
          <label htmlFor={`${id}seed`}>Seed</label>
          <NumberField
            id={`${id}seed`}
            value={seed}
            min={0}
            max={limits.seed}
            whole
            overlay
            title="The same seed gives the same figures, bit by bit"
            onCommit={(value) => {
              if (value !== null) store.getState().changeReproduction({ seed: value });
            }}
          />
        </div>
        <fieldset className={styles.presets} aria-describedby={`${id}preset`}>
          <legend>Assumptions</legend>
          {assumptionPresets.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}preset`}
                checked={preset === each}
                onChange={() => store.getState().changeReproduction({ preset: each })}
              />
              {presetTexts[each]}
            </label>
          ))}
        </fieldset>
        <RunAll />
      </div>
      <p id={`${id}preset`} className={styles.small}>
        {preset === 'calibrated'
          ? 'HiveMind-calibrated: pictures of 88 px, at which ResNet-18’s layers are as large as the paper says.'
          : 'Honest 224 px: the usual size of pictures, one byte for each number of a picture.'}
      </p>
    </>
  );
}

function RunAll() {
  const store = useAppStore();
  const reproduction = useApp((state) => state.reproduction);
  const done = answeredCount(reproduction);
  const onCount = figureIds.filter((figure) => {
    const { status } = reproduction.figures[figure].run;
    return status === 'running' || status === 'waiting';
  }).length;
  return (
    <div className={styles.all}>
      {onCount > 0 ? (
        <Button onClick={() => store.getState().cancelReproduction()}>{`Stop (${onCount} left)`}</Button>
      ) : (
        <Button
          icon="play"
          disabled={done === figureIds.length}
          title="Those without a result with these settings, one after the other: about a minute"
          onClick={() => void store.getState().runAllFigures()}
        >
          Run all
        </Button>
      )}
      <span className={styles.small}>
        {done} of {figureIds.length} run with these settings
      </span>
    </div>
  );
}
