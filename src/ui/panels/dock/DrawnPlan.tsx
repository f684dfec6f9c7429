import { isMethodId, selectAnswer, selectMethod, selectShownPlan } from '../../../state/selectors';
import { useApp, useAppStore } from '../../../state/useStore';
import { namesOf } from '../../errors/names';
import { bestIsProven, bestWord } from '../../explain/bestWord';
import { shownPlanName } from '../../explain/strategyNames';
import { formatSeconds } from '../../format';
import { Button } from '../../primitives/Button';
import styles from './Dock.module.css';

/** Which plan the canvas draws, as long as it is not the best one, and the way back. In sight from every tab. */
export function DrawnPlan() {
  const store = useAppStore();
  const shownPlan = useApp((state) => state.view.shownPlan);
  const studied = useApp((state) => state.view.studied);
  const answer = useApp(selectAnswer);
  const plan = useApp(selectShownPlan);
  const isAwaited = useApp(
    (state) => isMethodId(state.view.shownPlan) && selectMethod(state, state.view.shownPlan) === null,
  );
  if (answer === null || shownPlan === 'best' || (shownPlan === 'own' && answer.solution.own === null))
    return null;
  return (
    <p className={styles.drawn}>
      <span>
        Drawn: <strong>{shownPlanName(shownPlan, studied, answer.solution, namesOf(answer.scenario))}</strong>
        {plan === null ? withoutPlan(isAwaited) : `, ${formatSeconds(plan.totalS)}`}
      </span>
      <Button look="quiet" onClick={() => store.getState().changeView({ shownPlan: 'best' })}>
        Draw the {bestWord(bestIsProven(answer.solution))}
      </Button>
    </p>
  );
}

const withoutPlan = (isAwaited: boolean): string => (isAwaited ? ', being worked out' : ' (does not work)');
