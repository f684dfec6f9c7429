/**
 * The least weighted sum of criteria over any route (HiveMind eq. 11). Exact: a weighted sum of what adds up is one more
 * cost that adds up, so route-and-split solves it, memory limits included. Leakage does not add up; weighed, the split is
 * solved once for each level that leakage can have, with what leaks more forbidden: proved where every level is. Weights say
 * nothing about limits.
 */
import type { AdditiveCriterion, CriterionTable } from '../../energy/criteriaTables';
import type { Criterion } from '../../scenario/goals';
import { infeasible, planOf, stepS } from '../plans';
import { solveRouteAndSplit } from '../routeAndSplit';
import { isOpen, leakageOf } from '../trust';
import type { IndexOutcome, RouteProblem, ShouldStop, TrustRule } from '../types';

/** Per second, joule, joule, byte and unit of leakage. */
export type SiWeights = Readonly<Record<Criterion, number>>;

/** Criteria without a table are left out of the sum. The plan is costed in seconds, as any other. */
export function solveWeighted(
  route: RouteProblem,
  tables: Readonly<Partial<Record<AdditiveCriterion, CriterionTable>>>,
  weights: SiWeights,
  shouldStop: ShouldStop = () => false,
): IndexOutcome {
  const weighed = weigh(route, tables, weights);
  let best: IndexOutcome | null = null;
  let bestValue = Infinity;
  let proven = true;
  for (const trust of levels(route, weights.leakage)) {
    // The first level forbids least: whatever can be found is found there.
    if (best !== null && shouldStop()) {
      proven = false;
      break;
    }
    const problem = trust === undefined ? weighed : { ...weighed, trust };
    const outcome = solveRouteAndSplit(problem, shouldStop);
    if (outcome.kind === 'infeasible') {
      proven &&= outcome.reason.kind !== 'not-found-in-time';
      best ??= outcome;
      continue;
    }
    proven &&= outcome.proven;
    const { steps } = outcome.plan;
    const value =
      steps.reduce((sum, step) => sum + stepS(weighed, step), 0) + weights.leakage * leakageOf(route, steps);
    if (best?.kind === 'plan' && value >= bestValue) continue;
    best = { kind: 'plan', plan: planOf(route, steps), proven: true };
    bestValue = value;
  }
  if (best?.kind === 'plan') return { ...best, proven };
  return best ?? infeasible({ kind: 'no-node-computes' });
}

/** The network with the weighted sum in place of its seconds. */
function weigh(
  route: RouteProblem,
  tables: Readonly<Partial<Record<AdditiveCriterion, CriterionTable>>>,
  weights: SiWeights,
): RouteProblem {
  const computeS = route.computeS.map((seconds) => (seconds === Infinity ? Infinity : 0));
  const arcFixedS = new Float64Array(route.arcFrom.length);
  const arcSecondsPerByte = new Float64Array(route.arcFrom.length);
  for (const [criterion, table] of Object.entries(tables) as [AdditiveCriterion, CriterionTable][]) {
    const weight = weights[criterion];
    // 0 times what is impossible is not a number.
    if (weight === 0) continue;
    for (let k = 0; k < computeS.length; k++) computeS[k]! += weight * table.compute[k]!;
    for (let a = 0; a < arcFixedS.length; a++) {
      arcFixedS[a]! += weight * table.arcFixed[a]!;
      arcSecondsPerByte[a]! += weight * table.arcPerByte[a]!;
    }
  }
  return { ...route, computeS, arcFixedS, arcSecondsPerByte };
}

/** The trust rules to try: the document's own, and where leakage weighs, one for each level below it. */
function levels({ trust }: RouteProblem, weight: number): (TrustRule | undefined)[] {
  if (trust === undefined || weight === 0) return [trust];
  const own = Array.from(trust.leakage).filter((_, i) => isOpen(trust, i));
  // Below 0 nothing may be handed over at all.
  return [...new Set([-1, ...own])].sort((a, b) => b - a).map((limit) => ({ ...trust, limit }));
}
