import type { ClaimText, ClaimVerdict } from '../../../core/reproduce/types';
import { stillText } from '../../../core/reproduce/verdictWords';
import styles from './Figure.module.css';
import { VerdictBadge } from './VerdictBadge';

interface Props {
  readonly claims: readonly ClaimText[];
  /** null: not run yet. */
  readonly verdicts: readonly ClaimVerdict[] | null;
}

/** What the paper claims, the rule that each is held to, and what came out. */
export function ClaimsList({ claims, verdicts }: Props) {
  return (
    <ol className={styles.claims}>
      {claims.map(({ id, rule, text }) => {
        const found = verdicts?.find((each) => each.id === id);
        return (
          <li key={id} data-claim={id}>
            <div className={styles.claimHead}>
              {found === undefined ? (
                <span className={styles.badge}>not run yet</span>
              ) : (
                <VerdictBadge verdict={found.verdict} />
              )}
              <p className={styles.claimText}>{text}</p>
            </div>
            <dl className={styles.claimFacts}>
              <div>
                <dt>Rule</dt>
                <dd>{rule}</dd>
              </div>
              {found !== undefined && (
                <div>
                  <dt>Here</dt>
                  <dd data-reason>
                    {found.nothingMoves && <strong>Agrees {stillText}. </strong>}
                    {found.reason}
                  </dd>
                </div>
              )}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
