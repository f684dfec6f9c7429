import { useId } from 'react';
import { fittingMeasurements, type Prepared } from '../../../state/splitPreparation';
import type { SplitRunOptions } from '../../../state/splitRunTypes';
import { useApp, useAppStore } from '../../../state/useStore';
import { partsOf, shapedTransfersOf, transfersOf } from '../../../core/split/executionPlan';
import type { Names } from '../../errors/names';
import { formatNumber } from '../../format';
import { Choice } from '../../primitives/Choice';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { configurationName, formatDate } from '../inspector/profileTexts';
import styles from './Run.module.css';

interface Props {
  readonly prepared: Prepared;
  readonly names: Names;
  readonly disabled: boolean;
}

const factors: readonly number[] = [0.25, 0.5, 1, 2, 4];

/** What is executed, how often, and at what speed parts and links count. */
export function RunOptions({ prepared, names, disabled }: Props) {
  const store = useAppStore();
  const options = useApp((state) => state.splitRun.options);
  const change = (patch: Partial<SplitRunOptions>): void => store.getState().changeSplitOptions(patch);
  const repetitions = useId();
  const hasCut = partsOf(prepared.plan).length > 1;
  return (
    <fieldset className={styles.options} disabled={disabled}>
      <legend className="visually-hidden">Options of the run</legend>
      <Field
        stacked
        label="Executions of each cell, at least"
        htmlFor={repetitions}
        hint="A cell is one cut at one capacity."
      >
        <NumberField
          id={repetitions}
          value={options.repetitions}
          min={3}
          max={100}
          whole
          disabled={disabled}
          onCommit={(value) => {
            if (value !== null) change({ repetitions: value });
          }}
        />
      </Field>
      <Choice
        label="Cuts"
        value={hasCut ? options.cuts : 'shown'}
        choices={[
          ['shown', 'the plan as drawn'],
          ...(hasCut ? [['all', 'every single cut along its way'] as const] : []),
        ]}
        onChange={(cuts) => change({ cuts })}
      />
      <Choice
        label="Speed of the parts"
        value={options.speed}
        choices={[
          ['here', 'as fast as they really are here'],
          ['node', 'scaled to the device of their node'],
        ]}
        onChange={(speed) => change({ speed })}
      />
      <PredictorChoice
        prepared={prepared}
        value={options.profileId}
        onChange={(profileId) => change({ profileId })}
      />
      <EdgeChoice
        prepared={prepared}
        names={names}
        value={options.edgeNode}
        onChange={(edgeNode) => change({ edgeNode })}
      />
      {shapedTransfersOf(prepared.plan, options.edgeNode).length > 0 ? (
        <Bandwidths options={options} change={change} />
      ) : (
        transfersOf(prepared.plan).length > 0 && (
          <p className={styles.small}>
            The only link is the real one to the edge server: its capacity is what it is.
          </p>
        )
      )}
    </fieldset>
  );
}

function Bandwidths({
  options,
  change,
}: {
  readonly options: SplitRunOptions;
  readonly change: (patch: Partial<SplitRunOptions>) => void;
}) {
  return (
    <div className={styles.capacity}>
      <fieldset className={styles.factors}>
        <legend>Capacity factor</legend>
        {factors.map((factor) => {
          const isOn = options.bandwidths.includes(factor);
          return (
            <label key={factor}>
              <input
                type="checkbox"
                checked={isOn}
                // One cell at least.
                disabled={isOn && options.bandwidths.length === 1}
                onChange={() =>
                  change({
                    bandwidths: factors.filter((other) =>
                      other === factor ? !isOn : options.bandwidths.includes(other),
                    ),
                  })
                }
              />
              {formatNumber(factor)}
            </label>
          );
        })}
      </fieldset>
      <Choice
        label={
          <>
            <span className="visually-hidden">Capacity </span>of
          </>
        }
        value={options.scaledLinks}
        choices={[
          ['all', 'all links on the way'],
          ['first', 'the first link only'],
        ]}
        onChange={(scaledLinks) => change({ scaledLinks })}
      />
    </div>
  );
}

function PredictorChoice({
  prepared,
  value,
  onChange,
}: {
  readonly prepared: Prepared;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const localProfiles = useApp((state) => state.localProfiles);
  const measuredHere = useApp((state) => state.measuredHere);
  const fitting = fittingMeasurements({ localProfiles, measuredHere }, prepared.scenario);
  if (fitting.length < 2) return null;
  return (
    <Choice
      label="Predict with, and run like"
      value={fitting.some(({ id }) => id === value) ? value! : automatic}
      choices={[
        [automatic, 'the measurement in use'],
        ...fitting.map(({ id, deviceName, source }) => {
          const words =
            source.kind === 'measured' ? `${configurationName(source)}, ${formatDate(source.date)}` : '';
          return [id, `${deviceName}, ${words}`] as const;
        }),
      ]}
      onChange={(id) => onChange(id === automatic ? null : id)}
    />
  );
}

const automatic = 'in-use';

/** Only with an edge server at hand, or where one was: what it stood for can be given back to a worker. */
function EdgeChoice({
  prepared,
  names,
  value,
  onChange,
}: {
  readonly prepared: Prepared;
  readonly names: Names;
  readonly value: SplitRunOptions['edgeNode'];
  readonly onChange: (value: SplitRunOptions['edgeNode']) => void;
}) {
  const isConnected = useApp((state) => state.edge.status === 'connected');
  const served = prepared.scenario.nodes.filter(({ kind }) => ['mec', 'core', 'cloud'].includes(kind));
  const nodes = [...new Set(partsOf(prepared.plan).map(({ node }) => node))].filter((id) =>
    served.some((node) => node.id === id),
  );
  const isChosen = value !== null && nodes.includes(value);
  if (!(isConnected || isChosen) || nodes.length === 0) return null;
  return (
    <Choice
      label="The edge server stands for"
      value={value ?? ''}
      choices={[
        ['', 'nothing: only workers of this page'],
        ...nodes.map((id) => [id as string, names.node(id)] as const),
      ]}
      onChange={(id) => onChange(nodes.find((node) => node === id) ?? null)}
    />
  );
}
