import type { MethodId } from '../../core/studies/methodsTypes';
import type { Outcome, Plan, StrategyId } from '../../core/solvers/types';
import type { Solution } from '../../protocol/solverApi';
import type { ShownPlan, StudiedPlan } from '../../state/types';
import type { Names } from '../errors/names';
import { formatCount } from '../format';
import { bestWord } from './bestWord';

/** As the solver registry names them; here so that the page need not load the solvers. */
export const strategyNames: Readonly<Record<StrategyId, string>> = {
  'ue-only': 'All on the UE',
  'cloud-only': 'All in the cloud',
  'edge-only': 'All on the edge',
  'one-cut-cloud': 'One cut, UE and cloud',
  'one-cut-edge': 'One cut, UE and edge',
  greedy: 'Greedy, hop by hop',
  proportional: 'In proportion to speed',
  best: 'Best split',
};

export const methodNames: Readonly<Record<MethodId, string>> = {
  row: 'Best split on the row',
  'algorithm-1-printed': 'Algorithm 1 as printed',
  'algorithm-1-corrected': 'Algorithm 1, corrected',
  pipeline: 'Pipeline (stream of frames)',
  weighted: 'Weighted sum (eq. 11)',
  'hivemind-weights': 'HiveMind weights (eq. 12)',
  'within-limits': 'Best within limits',
};

const isMethod = (shown: ShownPlan): shown is MethodId => shown in methodNames;

/** In the middle of a sentence: "all in the cloud". */
export function strategyPhrase(strategy: StrategyId): string {
  const name = strategyNames[strategy];
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** "Best split, two cuts", "Best: all on MEC host, no cut"; "Best split found (estimated), two cuts". */
function bestName(plan: Plan, proven: boolean, names: Names): string {
  const [runner] = plan.computeNodes;
  return plan.cuts === 0 && runner !== undefined
    ? `${capital(bestWord(proven))}: all on ${names.node(runner)}, no cut`
    : `${capital(bestWord(proven, 'split'))}, ${formatCount(plan.cuts, 'cut')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A strategy as it turned out: where the best place for the one cut is at an end, nothing is cut. */
export function outcomeName(strategy: StrategyId, outcome: Outcome, names: Names): string {
  if (outcome.kind === 'infeasible') return strategyNames[strategy];
  if (strategy === 'best') return bestName(outcome.plan, outcome.proven, names);
  return isUncut(strategy, outcome.plan) ? `${strategyNames[strategy]}: no cut` : strategyNames[strategy];
}

/** "no cut is better (= All in the cloud)" of a one-cut strategy that cuts nothing; null for everything else. */
export function uncutPhrase(
  strategy: StrategyId,
  plan: Plan,
  solution: Solution,
  names: Names,
): string | null {
  const [runner] = plan.computeNodes;
  if (!isUncut(strategy, plan) || runner === undefined) return null;
  const same = singles.find((single) => {
    const outcome = solution.strategies.find((entry) => entry.strategy === single)?.outcome;
    return outcome?.kind === 'plan' && outcome.plan.computeNodes[0] === runner;
  });
  return `no cut is better (= ${same === undefined ? `All on ${names.node(runner)}` : strategyNames[same]})`;
}

const singles: readonly StrategyId[] = ['ue-only', 'cloud-only', 'edge-only'];

function isUncut(strategy: StrategyId, plan: Plan): boolean {
  return (strategy === 'one-cut-cloud' || strategy === 'one-cut-edge') && plan.cuts === 0;
}

/** The plan that is drawn: "Your split", "All on the UE". Where there is no own split, the best one is drawn. */
export function shownPlanName(
  shown: ShownPlan,
  studied: StudiedPlan | null,
  solution: Solution,
  names: Names,
): string {
  if (shown === 'own' && solution.own !== null) return 'Your split';
  if (shown === 'studied' && studied !== null) return studied.title;
  if (isMethod(shown)) return methodNames[shown];
  const strategy = shown === 'own' || shown === 'studied' ? 'best' : shown;
  const outcome = solution.strategies.find((entry) => entry.strategy === strategy)?.outcome;
  return outcome === undefined ? strategyNames[strategy] : outcomeName(strategy, outcome, names);
}
