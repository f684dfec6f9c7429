import type { ClaimVerdict } from '../../../core/reproduce/types';
import { verdictCount, verdictKinds } from '../../../core/reproduce/verdictWords';
import { Button } from '../../primitives/Button';
import figureStyles from './Figure.module.css';
import styles from './Reproduce.module.css';
import { VerdictSign } from './VerdictBadge';

interface Props {
  /** null: not run yet. */
  readonly verdicts: readonly ClaimVerdict[] | null;
  /** Of another question than the one that is asked now. */
  readonly isOld: boolean;
  readonly onClaims: () => void;
  readonly onAssumptions: () => void;
}

/** What came out, first of all: how many claims of each verdict; and the ways down to the claims and the assumptions. */
export function VerdictLine({ verdicts, isOld, onClaims, onAssumptions }: Props) {
  return (
    <div className={figureStyles.verdictLine}>
      {verdicts === null ? (
        <p className={styles.small}>No verdicts yet.</p>
      ) : (
        <button
          type="button"
          className={figureStyles.verdictCounts}
          title="To the claims, one by one"
          data-old={isOld}
          onClick={onClaims}
        >
          {verdictKinds
            .filter((kind) => verdicts.some(({ verdict }) => verdict === kind))
            .map((verdict) => (
              <span key={verdict} data-verdict={verdict}>
                <VerdictSign verdict={verdict} />
                {verdictCount(verdicts, verdict)}
              </span>
            ))}
          {isOld && <span>(older)</span>}
        </button>
      )}
      <span className={figureStyles.jumps}>
        <Button look="quiet" onClick={onClaims}>
          Claims
        </Button>
        <Button look="quiet" onClick={onAssumptions}>
          Assumptions
        </Button>
      </span>
    </div>
  );
}
