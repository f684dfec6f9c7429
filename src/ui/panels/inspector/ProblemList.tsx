import { severityOf, type Problem, type Severity } from '../../../core/scenario/problems';
import { selectAnswer } from '../../../state/selectors';
import { useApp } from '../../../state/useStore';
import { describeProblem } from '../../errors/describe';
import { namesOf } from '../../errors/names';
import { Icon, type IconName } from '../../primitives/Icon';
import { Section } from '../../primitives/Section';
import { culpritOf } from './culpritOf';
import styles from './Inspector.module.css';

const icons: Readonly<Record<Severity, IconName>> = { error: 'warning', warning: 'warning', note: 'note' };
const severityNames: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
};
const noProblems: readonly Problem[] = [];

/** Everything that keeps the scenario from working or makes its numbers less sure; choosing one selects the culprit. */
export function ProblemList({ level = 3 }: { readonly level?: 2 | 3 }) {
  const scenario = useApp((state) => state.scenario);
  const problems = useApp((state) => selectAnswer(state)?.solution.problems ?? noProblems);
  const select = useApp((state) => state.select);
  if (problems.length === 0) return null;
  const names = namesOf(scenario);
  return (
    <Section level={level} title={`Problems (${problems.length})`}>
      <ul className={styles.stack}>
        {problems.map((problem) => {
          const severity = severityOf(problem);
          const { title, action } = describeProblem(problem, names);
          const culprit = culpritOf(problem);
          const content = (
            <>
              <Icon name={icons[severity]} />
              <span className={styles.problemText}>
                <strong>
                  <span className="visually-hidden">{severityNames[severity]}: </span>
                  {title}
                </strong>
                <span>{action}</span>
              </span>
            </>
          );
          return (
            <li key={JSON.stringify(problem)}>
              {culprit === null ? (
                <div className={styles.problem} data-severity={severity}>
                  {content}
                </div>
              ) : (
                <button
                  type="button"
                  className={styles.problem}
                  data-severity={severity}
                  onClick={() => select(culprit.nodes, culprit.links)}
                >
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
