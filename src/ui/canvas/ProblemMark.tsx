import { useMemo } from 'react';
import type { Problem } from '../../core/scenario/problems';
import { selectShown, useAppStore } from '../../state/useStore';
import { describeProblem } from '../errors/describe';
import { namesOf } from '../errors/names';
import { Icon } from '../primitives/Icon';
import styles from './ProblemMark.module.css';
import { worstOf } from './problemMarks';

/** An icon on the culprit; hovering or focusing it shows what is wrong and what to do. */
export function ProblemMark({ problems }: { readonly problems: readonly Problem[] }) {
  const texts = useProblemTexts(problems);
  const severity = worstOf(problems);
  if (severity === null) return null;
  return (
    <span className={styles.mark} data-severity={severity} aria-hidden="true">
      <Icon name={severity === 'note' ? 'note' : 'warning'} />
      <span className={styles.tip}>
        {texts.map(({ title, action }) => (
          <span key={title} className={styles.problem}>
            <strong>{title}</strong> {action}
          </span>
        ))}
      </span>
    </span>
  );
}

/** Title and remedy of each problem, with the names of now. */
export function useProblemTexts(problems: readonly Problem[]) {
  const store = useAppStore();
  return useMemo(() => {
    const names = namesOf(selectShown(store.getState()));
    return problems.map((problem) => describeProblem(problem, names));
  }, [store, problems]);
}
