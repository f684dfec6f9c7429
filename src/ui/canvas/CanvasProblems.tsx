import type { Problem } from '../../core/scenario/problems';
import { severityOf } from '../../core/scenario/problems';
import { selectAnswer, selectShownPlan } from '../../state/selectors';
import { useApp } from '../../state/useStore';
import { Icon } from '../primitives/Icon';
import styles from './CanvasProblems.module.css';
import { useProblemTexts } from './ProblemMark';
import { problemsLabel } from './screenReaderTexts';

const none: readonly Problem[] = [];

/** Says why nothing is drawn on the network: no plan, or nothing to plan over. */
export function CanvasProblems() {
  const problems = useApp((state) => selectAnswer(state)?.solution.problems ?? none);
  const isPlanned = useApp((state) => selectAnswer(state) === null || selectShownPlan(state) !== null);
  const isSolvable = useApp((state) => (selectAnswer(state)?.solution.best ?? null) !== null);
  const isUnlinked = useApp((state) => (state.draft ?? state.scenario).links.length === 0);
  const texts = useProblemTexts(problems);
  if (isPlanned && !isUnlinked) return null;
  const shown = texts.filter((_, index) => isSolvable || severityOf(problems[index]!) !== 'note');
  return (
    <div className={styles.problems} role="status" aria-label={problemsLabel}>
      {isUnlinked && (
        <p>
          <strong>No links yet.</strong> Drag from the dot of a node to another node, or select two nodes and
          press Connect.
        </p>
      )}
      {!isPlanned && isSolvable && (
        <p>
          <strong>The chosen strategy is not possible on this network.</strong> Choose another one under
          Compare.
        </p>
      )}
      {!isPlanned &&
        !isSolvable &&
        shown.map(({ title, action }) => (
          <p key={title}>
            <Icon name="warning" /> <strong>{title}</strong> {action}
          </p>
        ))}
    </div>
  );
}
