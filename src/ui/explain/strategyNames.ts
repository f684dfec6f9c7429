import type { Plan, StrategyId } from '../../core/solvers/types';
import type { Solution } from '../../protocol/solverApi';
import { formatCount } from '../format';
import { bestIsProven, bestWord } from './bestWord';

/** As the solver registry names them; here so that the page need not load the solvers. */
export const strategyNames: Readonly<Record<StrategyId, string>> = {
  'ue-only': 'All on the UE',
  'cloud-only': 'All in the cloud',
  'edge-only': 'All on the edge',
  'one-cut-cloud': 'One cut, UE and cloud',
  'one-cut-edge': 'One cut, UE and edge',
  best: 'Best split',
};

/** In the middle of a sentence: "all in the cloud". */
export function strategyPhrase(strategy: StrategyId): string {
  const name = strategyNames[strategy];
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** "Best split, two cuts"; "Best split found (estimated), two cuts". */
export function bestName(plan: Plan, proven: boolean): string {
  const name = bestWord(proven, 'split');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${formatCount(plan.cuts, 'cut')}`;
}

/** The plan that is drawn: "Your split", "All on the UE". Where there is no own split, the best one is drawn. */
export function shownPlanName(shown: StrategyId | 'own', solution: Solution): string {
  const { best, own } = solution;
  if (shown === 'own' && own !== null) return 'Your split';
  if (shown !== 'best' && shown !== 'own') return strategyNames[shown];
  return best === null ? strategyNames.best : bestName(best, bestIsProven(solution));
}
