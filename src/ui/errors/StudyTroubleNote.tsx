import type { Scenario } from '../../core/scenario/types';
import type { StudyTrouble } from '../../core/studies/types';
import { describeStudyTrouble } from './describe';
import { namesOf } from './names';
import styles from './StudyTroubleNote.module.css';

interface Props {
  readonly trouble: StudyTrouble;
  /** The document it is about. */
  readonly scenario: Scenario;
  /** A newer answer is on its way: this one may no longer hold. */
  readonly stale: boolean;
}

/** Why a study has nothing to show, and what to do about it; dimmed and said to be old while a new answer is awaited. */
export function StudyTroubleNote({ trouble, scenario, stale }: Props) {
  const down = scenario.links.filter(({ aToBMbps, bToAMbps }) => aToBMbps === 0 || bToAMbps === 0);
  const { title, action } = describeStudyTrouble(
    trouble,
    namesOf(scenario),
    down.map(({ id }) => id),
  );
  return (
    <div role="status" className={styles.note}>
      {stale && <p>A new answer is on its way. Before the change:</p>}
      <p data-stale={stale}>
        <strong>{title}</strong> {action}
      </p>
    </div>
  );
}
