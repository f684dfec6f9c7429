import type { Scenario } from '../../../core/scenario/types';
import type { MethodsAnswer } from '../../../core/studies/methodsTypes';
import { describeInfeasible } from '../../errors/describe';
import { namesOf } from '../../errors/names';
import { methodName, shownMethods } from './paretoView';
import styles from './Pareto.module.css';

interface Props {
  readonly scenario: Scenario;
  readonly methods: MethodsAnswer | null;
}

/** Why a method has no plan. */
export function MethodReasons({ scenario, methods }: Props) {
  const names = namesOf(scenario);
  const reasons = shownMethods.flatMap((method) => {
    const outcome = methods?.methods.find((entry) => entry.method === method)?.outcome;
    return outcome?.kind === 'infeasible' ? [{ method, ...describeInfeasible(outcome.reason, names) }] : [];
  });
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.small}>
      {reasons.map(({ method, title, action }) => (
        <li key={method}>
          <strong>{methodName(method)}:</strong> {title} {action}
        </li>
      ))}
    </ul>
  );
}
