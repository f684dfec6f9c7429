import { useMemo } from 'react';
import { formatSeconds } from '../../format';
import { useApp } from '../../../state/useStore';
import { simulationOf } from '../../../core/simulation/settings';
import { simulationSentence } from './simulationSentence';
import styles from './Simulate.module.css';
import { useShownRun, type ShownRun } from './useShownRun';

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
  return <RunLead shown={shown} isOld={shown.isOld || isRunning} />;
}

interface RunLeadProps {
  readonly shown: ShownRun;
  /** A newer run is on its way, or due. */
  readonly isOld: boolean;
}

function RunLead({ shown: { run, scenario }, isOld }: RunLeadProps) {
  const sentence = useMemo(() => simulationSentence(run, scenario), [run, scenario]);
  return (
    <p className={styles.lead} data-simulation-lead data-old={isOld}>
      <span className={styles.tag}>Simulated</span>{' '}
      {sentence.map((part, index) =>
        typeof part === 'string' ? part : <strong key={index}>{part.strong}</strong>,
      )}
    </p>
  );
}
