import type { FigureId, FigureText } from '../../../core/reproduce/types';
import type { FigureRun } from '../../../state/reproductionTypes';
import { useApp } from '../../../state/useStore';
import { useLate } from '../../charts/useLate';
import { describeFigureFailure } from '../../errors/describeReproduction';
import { formatPercent } from '../../format';
import { Note } from '../../primitives/Note';
import { Progress } from '../../primitives/Progress';
import figureStyles from './Figure.module.css';
import styles from './Reproduce.module.css';
import {
  announcement,
  changesSince,
  isOld,
  presetTexts,
  provenanceText,
  runningText,
} from './reproduceWords';

/** What is on: a run with its progress, one that waits, or what the result on screen is of. */
export function FigureStatus({ text }: { readonly text: FigureText }) {
  const figure = useApp((state) => state.reproduction.figures[text.id]);
  const waitsFor = useApp((state) =>
    figure.run.status === 'waiting' ? runningText(state.reproduction) : '',
  );
  const { last, question, run } = figure;
  const isLate = useLate(run.status === 'running');
  return (
    <>
      <div className={figureStyles.status}>
        {run.status === 'running' && (isLate || last === null) ? (
          <label className={figureStyles.progress}>
            <span>
              Running figure {text.id}: {formatPercent(Math.floor(run.part * 100) / 100)}
            </span>
            <Progress value={run.part} />
          </label>
        ) : run.status === 'waiting' ? (
          <p>{waitsFor}.</p>
        ) : last === null ? (
          run.status === 'idle' && <p className={styles.small}>Nothing has been run for this figure yet.</p>
        ) : isOld(figure) ? (
          <p className={figureStyles.old} data-stale-note>
            <strong>This result is of {changesSince(last.question, question, text)}.</strong> Run again for
            what is asked now.
          </p>
        ) : (
          <p className={styles.small} data-provenance>
            {provenanceText(text, last.question.seed)} Assumptions: {presetTexts[last.question.preset]}
            {changedText(Object.keys(last.question.overrides).length)}.
          </p>
        )}
      </div>
      <p role="status" className="visually-hidden">
        {announcement(text.id, figure)}
      </p>
    </>
  );
}

function changedText(count: number): string {
  return count === 0 ? '' : `, ${count} changed`;
}

interface FailureProps {
  readonly figure: FigureId;
  readonly run: FigureRun;
}

/** Why the figure could not be run. */
export function FigureFailure({ figure, run }: FailureProps) {
  if (run.status !== 'failed') return null;
  const { action, title } = describeFigureFailure(figure, run.failure);
  return (
    <Note tone="error" role="alert">
      <strong>{title}</strong> {action}
    </Note>
  );
}
