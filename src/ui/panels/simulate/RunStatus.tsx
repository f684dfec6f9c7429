import { simulationOf } from '../../../core/simulation/settings';
import { useApp } from '../../../state/useStore';
import { runIdOf } from '../../../state/simulationTypes';
import { useTools } from '../../../state/useTools';
import { describeSimulationFault, type SimulationTrouble } from '../../errors/describeSimulation';
import { formatPercent, formatSeconds, formatWhole } from '../../format';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { Progress } from '../../primitives/Progress';
import { airRemark } from './airRemark';
import { ExportRun } from './ExportRun';
import { InviteToMove } from './InviteToMove';
import { LinkedRunWords } from './LinkedRunWords';
import { runFacts } from './simulationSentence';
import styles from './Simulate.module.css';
import { useLongRunS } from './useFirstRun';
import { useShownRun, type ShownRun } from './useShownRun';

/** What is on: a run with its progress, one that failed, or the last one, which may be of an older drawing. */
export function RunStatus() {
  const tools = useTools();
  const simulating = useApp((state) => state.simulation.simulating);
  const shown = useShownRun();
  const longRunS = useLongRunS();
  const isRunning = simulating.status === 'running';
  const isWanted = shown === null || shown.isOld || simulating.status === 'failed';
  return (
    <>
      <div className={styles.status} data-simulating={simulating.status} data-old={shown?.isOld ?? false}>
        <div className={styles.statusText}>
          {simulating.status === 'running' ? (
            <label className={styles.progress}>
              <span>
                Simulating {formatSeconds(simulationOf(simulating.scenario).durationS)}:{' '}
                {formatPercent(Math.floor(simulating.part * 100) / 100)}
              </span>
              <Progress value={simulating.part} />
            </label>
          ) : (
            shown !== null &&
            (shown.isOld ? (
              <p className={styles.old}>
                This run is of the document as it was before it changed. Run again to see what the change
                does.
              </p>
            ) : (
              <p className={styles.small}>
                {runFacts(shown.run)}, results{' '}
                <span
                  title={`SHA-256 of the results: ${shown.run.hash}. The same settings and seed give the same results; other settings do too where they change nothing, such as a predictor that made no forecast.`}
                >
                  {runIdOf(shown.run)}
                </span>
                <LinkedRunWords run={shown.run} scenario={shown.scenario} />
              </p>
            ))
          )}
          {!isRunning && shown !== null && !shown.isOld && (
            <>
              <AirRemark run={shown.run} scenario={shown.scenario} />
              <InviteToMove />
            </>
          )}
        </div>
        <div className={styles.actions}>
          {isRunning ? (
            <Button data-run onClick={() => tools.run('cancel-simulation')}>
              Cancel
            </Button>
          ) : (
            <Button
              look={isWanted ? 'primary' : 'plain'}
              icon="play"
              data-run
              onClick={() => tools.run('run-simulation')}
            >
              {shown === null ? firstRunText(longRunS) : 'Run again'}
            </Button>
          )}
          {shown !== null && <ExportRun run={shown.run} scenario={shown.scenario} />}
        </div>
      </div>
      <p role="status" className="visually-hidden">
        {isRunning ? 'Simulating.' : simulating.status === 'done' ? 'The simulation is done.' : ''}
      </p>
      {simulating.status === 'failed' && <Failed fault={simulating.fault} />}
    </>
  );
}

/** What does not start by itself says why: it takes long. An estimate, so no more exact than to 5 s. */
function firstRunText(longRunS: number | null): string {
  if (longRunS === null) return 'Run';
  return `Run (about ${formatWhole(Math.max(1, Math.round(longRunS / 5)) * 5)} s)`;
}

/** Once, in sight: the plan shows another number. */
function AirRemark({ run, scenario }: Pick<ShownRun, 'run' | 'scenario'>) {
  const remark = airRemark(run, scenario);
  if (remark === null) return null;
  return (
    <p
      className={styles.small}
      title="From the distance to the cell, the carrier and the UE’s part of the cell’s air time; the rate that is drawn holds in Play."
    >
      {remark}
    </p>
  );
}

function Failed({ fault }: { readonly fault: SimulationTrouble }) {
  const { action, title } = describeSimulationFault(fault);
  return (
    <Note tone="error" role="alert">
      <strong>{title}</strong> {action}
    </Note>
  );
}
