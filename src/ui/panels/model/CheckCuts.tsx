import { useEffect, useId, useState } from 'react';
import type { RunnableWorkload, ShippedPrecision } from '../../../core/scenario/types';
import { busyWith } from '../../../state/busy';
import { useApp, useAppStore } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { BusyNote } from '../../explain/BusyNote';
import { Button } from '../../primitives/Button';
import { KeptFocus } from '../../primitives/KeptFocus';
import { shippedNames } from '../workload/shippedNames';
import { checkSentence, cutsTable, toleranceFor, type Cut } from './cutCheckWords';
import { CutErrorsChart } from './CutErrorsChart';
import styles from './Model.module.css';
import { phaseText } from './modelWords';
import { TroubleNote } from './TroubleNote';
import { Working } from './Working';

interface Props {
  readonly workload: RunnableWorkload;
  readonly blocks: number;
  readonly modelName: string;
}

/** Cuts the model at every boundary, runs both parts, and holds the result against the whole model's. */
export function CheckCuts({ workload, blocks, modelName }: Props) {
  const store = useAppStore();
  const checking = useApp((state) => state.models.checking);
  const checkCuts = useApp((state) => state.checkCuts);
  const cancelCheck = useApp((state) => state.cancelCheck);
  const [optimised, setOptimised] = useState(true);
  /** null: as the scenario ships them. */
  const [chosen, setChosen] = useState<ShippedPrecision | null>(null);
  const shipped = chosen ?? workload.shipped;
  // A check that nobody sees any more, of a model that was changed or in a dialog that was closed, only costs time.
  useEffect(
    () => () => {
      const { models, cancelCheck: end } = store.getState();
      if (models.checking.status === 'running') end();
    },
    [store, workload],
  );
  // The answer for another model says nothing of this one.
  const mine = checking.status !== 'idle' && checking.workload === workload ? checking : null;
  return (
    <KeptFocus className={styles.toolBody}>
      <p className={styles.small}>
        Each boundary is cut for real: the first part feeds the second, and their result is held against that
        of the whole model. Catalogue models run with weights drawn from the scenario's seed.
      </p>
      <BusyNote own="check" />
      {mine?.status === 'running' ? (
        <Working
          label={phaseText(mine.progress)}
          detail={`${mine.cuts.length} of ${blocks - 1} cuts`}
          fraction={mine.progress?.fraction ?? null}
          onCancel={cancelCheck}
        />
      ) : (
        <CheckOptions
          shipped={shipped}
          optimised={optimised}
          onShipped={setChosen}
          onOptimised={setOptimised}
          onCheck={() => void checkCuts(optimised ? 'all' : 'disabled', shipped)}
        />
      )}
      {mine?.status === 'failed' && <TroubleNote trouble={mine.fault} />}
      {mine?.status === 'running' && mine.cuts.length > 0 && (
        <Cuts
          cuts={mine.cuts}
          blocks={blocks}
          modelName={modelName}
          shipped={mine.shipped}
          summary="So far."
        />
      )}
      {mine?.status === 'done' && (
        <>
          <Cuts
            cuts={mine.check.cuts}
            blocks={blocks}
            modelName={modelName}
            shipped={mine.shipped}
            summary={checkSentence(mine.check, mine.shipped)}
          />
          {mine.check.failures.length > 0 && (
            <ul className={styles.verdicts}>
              {mine.check.failures.slice(0, 5).map(({ boundary, message }) => (
                <li key={boundary} className={styles.verdict}>
                  <strong>The cut after block {boundary} could not be run.</strong> ONNX Runtime says:{' '}
                  {message}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </KeptFocus>
  );
}

interface OptionsProps {
  readonly shipped: ShippedPrecision;
  readonly optimised: boolean;
  readonly onShipped: (shipped: ShippedPrecision) => void;
  readonly onOptimised: (optimised: boolean) => void;
  readonly onCheck: () => void;
}

/** What crosses the cuts, how the parts run, and the button. */
function CheckOptions({ shipped, optimised, onShipped, onOptimised, onCheck }: OptionsProps) {
  const id = useId();
  const isBusy = useApp(busyWith) !== null;
  return (
    <>
      <div className={styles.actions}>
        <label htmlFor={`${id}shipped`}>Ship features as</label>
        <select
          id={`${id}shipped`}
          aria-describedby={`${id}hint`}
          value={shipped}
          onChange={(event) => onShipped(event.target.value as ShippedPrecision)}
        >
          {shippedNames.map(([precision, name]) => (
            <option key={precision} value={precision}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}optimised`} className={styles.actions}>
          <input
            id={`${id}optimised`}
            type="checkbox"
            checked={optimised}
            onChange={(event) => onOptimised(event.target.checked)}
          />
          with optimisation, as models run
        </label>
      </div>
      <p id={`${id}hint`} className={styles.small}>
        {toleranceFor(shipped) === null
          ? 'Features are rounded on their way: the check shows what that costs at each cut. An input that crosses goes as the scenario ships it.'
          : 'Nothing is rounded on its way: a cut must change nothing but the last digits.'}
      </p>
      <div className={styles.actions}>
        <Button disabled={isBusy} onClick={onCheck}>
          Check the cuts
        </Button>
      </div>
    </>
  );
}

interface CutsProps {
  readonly cuts: readonly Cut[];
  readonly blocks: number;
  readonly modelName: string;
  readonly shipped: ShippedPrecision;
  readonly summary: string;
}

function Cuts({ cuts, blocks, modelName, shipped, summary }: CutsProps) {
  const title = `Error of each cut of ${modelName}`;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={cutsTable(cuts)}
      fileName="cut-errors"
      missing={cuts.filter(({ relative }) => !Number.isFinite(relative)).length}
    >
      <CutErrorsChart
        cuts={cuts}
        boundaries={blocks - 1}
        tolerated={toleranceFor(shipped)}
        label={`${title}: largest difference over the largest output, by boundary`}
      />
    </ChartFrame>
  );
}
