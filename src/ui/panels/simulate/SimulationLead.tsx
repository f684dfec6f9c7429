import { formatSeconds } from '../../format';
import { useApp } from '../../../state/useStore';
import { simulationOf } from '../../../core/simulation/settings';
import { runRemarks, simulationSentence } from './simulationSentence';
import styles from './Simulate.module.css';
import { useShownRun } from './useShownRun';

/** What came of the run, in one sentence. Before the first one: what a run is. */
export function SimulationLead() {
  const shown = useShownRun();
  const durationS = useApp((state) => simulationOf(state.scenario).durationS);
  const isRunning = useApp((state) => state.simulation.simulating.status === 'running');
  if (shown === null) {
    return (
      <p className={styles.lead} data-simulation-lead>
        {isRunning
          ? 'The first run is on its way.'
          : `Run ${formatSeconds(durationS)} of this network: the UE moves, other UEs come and go, and every task is split on what is known then.`}
      </p>
    );
  }
  return (
    <div className={styles.leads} data-old={shown.isOld || isRunning}>
      <p className={styles.lead} data-simulation-lead>
        <span className={styles.tag}>Simulated</span>{' '}
        {simulationSentence(shown.run, shown.scenario).map((part, index) =>
          typeof part === 'string' ? part : <strong key={index}>{part.strong}</strong>,
        )}
      </p>
      {runRemarks(shown.run, shown.scenario).map((remark) => (
        <p key={remark} className={styles.small}>
          {remark}
        </p>
      ))}
    </div>
  );
}
