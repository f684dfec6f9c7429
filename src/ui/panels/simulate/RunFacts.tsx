import { memo } from 'react';
import { runIdOf } from '../../../state/simulationTypes';
import { airRemark } from './airRemark';
import { InviteToMove } from './InviteToMove';
import { LinkedRunWords } from './LinkedRunWords';
import { runFacts, runRemarks } from './simulationSentence';
import styles from './Simulate.module.css';
import type { ShownRun } from './useShownRun';

interface Props {
  readonly shown: ShownRun;
  /** A run is on: its progress is in this place, which keeps its size so that nothing below it moves. */
  readonly isHidden: boolean;
}

/** The run on screen in figures, or that it is of an older document. */
export const RunFacts = memo(function RunFacts({ shown, isHidden }: Props) {
  const { run, scenario, isOld } = shown;
  if (isOld) {
    return (
      <p className={styles.old} data-hidden={isHidden}>
        This run is of the document as it was before it changed. Run again to see what the change does.
      </p>
    );
  }
  return (
    <p className={styles.facts} data-hidden={isHidden}>
      {runFacts(run)}, results{' '}
      <span
        title={`SHA-256 of the results: ${run.hash}. The same settings and seed give the same results; other settings do too where they change nothing, such as a predictor that made no forecast.`}
      >
        {runIdOf(run)}
      </span>
      <LinkedRunWords run={run} scenario={scenario} />. {runRemarks(run, scenario).join(' ')}{' '}
      <AirRemark run={run} scenario={scenario} /> <InviteToMove />
    </p>
  );
});

/** Once, in sight: the plan shows another number. */
function AirRemark({ run, scenario }: Pick<ShownRun, 'run' | 'scenario'>) {
  const remark = airRemark(run, scenario);
  if (remark === null) return null;
  return <span title={remark.how}>{remark.text}</span>;
}
