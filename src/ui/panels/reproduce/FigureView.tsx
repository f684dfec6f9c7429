import { useId, useRef } from 'react';
import type { FigureText } from '../../../core/reproduce/types';
import { countsText } from '../../../core/reproduce/verdictWords';
import { useApp } from '../../../state/useStore';
import { AssumptionsPanel } from './AssumptionsPanel';
import { ClaimsList } from './ClaimsList';
import { FigureActions } from './FigureActions';
import { FigureResultView } from './FigureResultView';
import { FigureFailure, FigureStatus } from './FigureStatus';
import styles from './Figure.module.css';
import { isOld } from './reproduceWords';
import { useFirstFigureRun } from './useFirstFigureRun';
import { VerdictLine } from './VerdictLine';

/** One figure: its claim, what came out, the verdicts, and what all that rests on. */
export function FigureView({ text }: { readonly text: FigureText }) {
  const figure = useApp((state) => state.reproduction.figures[text.id]);
  useFirstFigureRun(text.id, true);
  const headId = useId();
  const claimsId = useId();
  const claims = useRef<HTMLHeadingElement>(null);
  const assumptions = useRef<HTMLHeadingElement>(null);
  const { last, question, run } = figure;
  const isStale = isOld(figure);
  return (
    <article
      className={styles.figure}
      aria-labelledby={headId}
      data-figure={text.id}
      data-figure-run={run.status}
      data-old={isStale}
    >
      <header className={styles.figureHead}>
        <h2 id={headId}>
          Figure {text.id}: {text.title}
        </h2>
        <VerdictLine
          verdicts={last?.result.verdicts ?? null}
          isOld={isStale}
          onClaims={() => goTo(claims.current)}
          onAssumptions={() => goTo(assumptions.current)}
        />
        <p className={styles.claim}>
          <strong>The paper:</strong> {text.claim}
        </p>
        <div className={styles.bar}>
          <FigureActions text={text} />
          <FigureStatus text={text} />
        </div>
        <FigureFailure figure={text.id} run={run} />
      </header>
      <div className={styles.columns}>
        <div className={styles.results} data-old={isStale} aria-busy={run.status === 'running'}>
          {last === null ? (
            <div className={styles.pending}>
              {run.status === 'idle' || run.status === 'failed'
                ? 'The charts and the verdicts follow when the figure has been run.'
                : 'The charts and the verdicts follow when the run is done.'}
            </div>
          ) : (
            <FigureResultView text={text} result={last.result} />
          )}
          <section aria-labelledby={claimsId} className={styles.claimsSection}>
            <h3 id={claimsId} ref={claims} tabIndex={-1} className={styles.target}>
              {last === null ? 'What is claimed' : `Claims: ${countsText(last.result.verdicts)}`}
            </h3>
            <ClaimsList claims={text.claims} verdicts={last?.result.verdicts ?? null} />
          </section>
        </div>
        <AssumptionsPanel text={text} question={question} headRef={assumptions} />
      </div>
    </article>
  );
}

/** Into sight, and where Tab goes on from. */
function goTo(heading: HTMLElement | null): void {
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
