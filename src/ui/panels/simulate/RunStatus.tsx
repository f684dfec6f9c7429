import { simulationOf } from '../../../core/simulation/settings';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeSimulationFault, type SimulationTrouble } from '../../errors/describeSimulation';
import { formatPercent, formatSeconds, formatWhole } from '../../format';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { Progress } from '../../primitives/Progress';
import { ExportRun } from './ExportRun';
import { RunFacts } from './RunFacts';
import styles from './Simulate.module.css';
import { SimulationLead } from './SimulationLead';
import { useLongRunS } from './useFirstRun';
import { useShownRun } from './useShownRun';

/** What came of the last run, and what is on: a run with its progress, one that failed, or a document that has changed since. */
export function RunStatus() {
  const tools = useTools();
  const simulating = useApp((state) => state.simulation.simulating);
  const shown = useShownRun();
  const longRunS = useLongRunS();
  const isRunning = simulating.status === 'running';
  const isWanted = shown === null || shown.isOld || simulating.status === 'failed';
  return (
    <div className={styles.head} data-simulating={simulating.status} data-old={shown?.isOld ?? false}>
      <div className={styles.runActions}>
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
      <SimulationLead />
      <div className={styles.status}>
        {simulating.status === 'running' && (
          <label className={styles.progress}>
            <span>
              Simulating {formatSeconds(simulationOf(simulating.scenario).durationS)}:{' '}
              {formatPercent(Math.floor(simulating.part * 100) / 100)}
            </span>
            <Progress value={simulating.part} />
          </label>
        )}
        {shown !== null && <RunFacts shown={shown} isHidden={isRunning} />}
      </div>
      <p role="status" className="visually-hidden">
        {isRunning ? 'Simulating.' : simulating.status === 'done' ? 'The simulation is done.' : ''}
      </p>
      {simulating.status === 'failed' && <Failed fault={simulating.fault} />}
    </div>
  );
}

/** What does not start by itself says why: it takes long. An estimate, so no more exact than to 5 s. */
function firstRunText(longRunS: number | null): string {
  if (longRunS === null) return 'Run';
  return `Run (about ${formatWhole(Math.max(1, Math.round(longRunS / 5)) * 5)} s)`;
}

function Failed({ fault }: { readonly fault: SimulationTrouble }) {
  const { action, title } = describeSimulationFault(fault);
  return (
    <Note tone="error" role="alert">
      <strong>{title}</strong> {action}
    </Note>
  );
}
