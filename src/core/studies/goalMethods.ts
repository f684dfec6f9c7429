/** The methods that weigh several criteria, on a scenario: eq. 11, eq. 12 and the exact optimum within the limits. */
import type { BuiltProblem } from '../cost/buildProblem';
import { nameOutcome, namePlan } from '../cost/namePlan';
import { rowChain, rowPlan, type RowChain } from '../cost/rowChain';
import type { AdditiveCriterion, CriteriaTables, CriterionTable } from '../energy/criteriaTables';
import { criteria, type Criterion } from '../scenario/goals';
import type { Scenario } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import {
  leastLargestEdge,
  solveHivemindWeights,
  type RowCriterion,
} from '../solvers/objectives/hivemindWeights';
import { routeCriteria } from '../solvers/objectives/routeCriteria';
import { solveWeighted } from '../solvers/objectives/weightedSplit';
import { minimiseWithin, type WithinLimits } from '../solvers/objectives/withinLimits';
import { planOf } from '../solvers/plans';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { deliveryArcs } from '../solvers/routes';
import type { InfeasibleReason, Outcome, RouteProblem, ShouldStop } from '../solvers/types';
import { brokenLimits, measureOf, measurePlan, siLimits } from './measurePlan';
import { rowReason } from './rowReason';

/** A scenario with its criteria: what all three start from. */
export interface GoalProblem {
  readonly scenario: Scenario;
  readonly built: BuiltProblem;
  readonly problem: RouteProblem;
  readonly criteria: CriteriaTables;
}

const infeasible = (reason: InfeasibleReason): Outcome => ({ kind: 'infeasible', reason });

/** Least weighted sum over any route (eq. 11); weights on what is not known count nothing. */
export function weightedOutcome(
  { scenario, built, problem, criteria: { tables } }: GoalProblem,
  shouldStop: ShouldStop,
): Outcome {
  const { weights } = scenario.goals;
  const perUnit = {
    latency: weights.latency * 1e3,
    'ue-energy': weights.ueEnergy * 1e3,
    'edge-energy': weights.edgeEnergy * 1e3,
    bytes: weights.bytes / 1e3,
    leakage: weights.leakage,
  };
  const outcome = solveWeighted(problem, tables, perUnit, shouldStop);
  return nameOutcome(scenario, problem, built, outcome);
}

/** The paper's units: milliseconds, joules, and here kilobytes. */
const paperUnit: Readonly<Record<AdditiveCriterion, number>> = {
  latency: 1e3,
  'ue-energy': 1,
  'edge-energy': 1,
  bytes: 1e-3,
};
const additive = criteria.filter((criterion) => criterion !== 'leakage');

/**
 * Eq. 12 on the row: the criterion to minimise is the best effort (weight 1), every other one with a limit is assured.
 * Of equal splits it is the fastest. Leakage is kept within its limit by the row itself.
 */
export function hivemindOutcome(goal: GoalProblem, shouldStop: ShouldStop): Outcome {
  const { scenario, built, problem } = goal;
  const { minimise, limits } = scenario.goals;
  const bounds = siLimits(limits);
  const row = rowChain(problem);
  const assured = additive.filter((criterion) => criterion !== minimise && bounds[criterion] !== null);
  const asked = [...additive.filter((criterion) => criterion === minimise), ...assured];
  const missing = firstUnknown(goal, [minimise, ...assured]);
  if (missing !== null) return missing;
  const rows = (asked.length > 0 ? asked : (['latency'] as const)).map((criterion) => ({
    ...scaled(rowCriterion(problem, row, goal.criteria.tables[criterion]!), paperUnit[criterion]),
    weight: criterion === minimise ? 1 : 0,
    limit: criterion === minimise ? null : (bounds[criterion] ?? Infinity) * paperUnit[criterion],
  }));
  const latency = rowCriterion(problem, row, goal.criteria.tables.latency!);
  const split = solveHivemindWeights(rows, row.chain.memory, latency, shouldStop);
  if (split === null) return infeasible(whyNoEdge(goal, row, assured, shouldStop));
  const plan = rowPlan(problem, row, split.boundaries, split.last);
  return { kind: 'plan', plan: namePlan(problem, built, plan), proven: split.proven };
}

/** Adds the limits one by one until some edge of every split breaks one: or no split of the row exists at all. */
function whyNoEdge(
  goal: GoalProblem,
  row: RowChain,
  assured: readonly AdditiveCriterion[],
  shouldStop: ShouldStop,
): InfeasibleReason {
  const { scenario, built, problem } = goal;
  const bounds = siLimits(scenario.goals.limits);
  const kept: RowCriterion[] = [];
  for (const criterion of assured) {
    const next = rowCriterion(problem, row, goal.criteria.tables[criterion]!);
    const limit = bounds[criterion]!;
    const least = leastLargestEdge(kept, next, row.chain.memory, shouldStop);
    if (least === null) return { kind: 'search-cut-off' };
    if (least === Infinity) break;
    // Eq. 12 is infinite at the limit itself.
    if (least >= limit) return { kind: 'over-limit', criterion, limit, least };
    kept.push({ ...next, limit });
  }
  if (shouldStop() && solveChain(row.chain) !== null) return { kind: 'search-cut-off' };
  return rowReason(scenario, problem, built, row);
}

function scaled(
  { compute, ship, finish }: Pick<RowCriterion, 'compute' | 'ship' | 'finish'>,
  factor: number,
): Pick<RowCriterion, 'compute' | 'ship' | 'finish'> {
  const times = (values: Float64Array): Float64Array => values.map((value) => value * factor);
  return { compute: compute.map(times), ship: ship.map(times), finish: times(finish) };
}

/** A criterion on the row: hops cost what their route (the fastest one) costs. */
function rowCriterion(problem: RouteProblem, row: RowChain, table: CriterionTable): RowCriterion {
  const { blockCount, boundaryBytes } = problem;
  const over = (arcs: readonly number[], i: number): number =>
    arcs.reduce((sum, a) => sum + table.arcFixed[a]! + boundaryBytes[i]! * table.arcPerByte[a]!, 0);
  const { chain } = row;
  return {
    compute: row.nodes.map((v, p) =>
      chain.computeS[p]!.map((seconds, l) =>
        seconds === Infinity ? Infinity : table.compute[v * blockCount + l]!,
      ),
    ),
    ship: chain.shipS.map((seconds, hop) =>
      seconds.map((s, i) => (s === Infinity ? Infinity : over(row.hopArcs(hop, i), i))),
    ),
    finish: chain.finishS.map((seconds, p) =>
      seconds === Infinity ? Infinity : over(deliveryArcs(problem, row.nodes[p]!), blockCount),
    ),
    weight: 0,
    limit: null,
  };
}

function firstUnknown(
  { criteria: { unavailable } }: GoalProblem,
  asked: readonly Criterion[],
): Outcome | null {
  const criterion = asked.find((each) => unavailable[each] !== undefined);
  return criterion === undefined ? null : infeasible({ kind: 'criterion-unknown', criterion });
}

/**
 * The least of the criterion to minimise while every limit is kept, over any route; of such plans the fastest. Exact.
 * A leakage limit without leakage figures is kept: untrusted nodes do not compute then.
 */
export function withinOutcome(
  goal: GoalProblem,
  shouldStop: ShouldStop,
  rivals: readonly Outcome[] = [],
): Outcome {
  const { scenario, built, problem } = goal;
  const { minimise, limits } = scenario.goals;
  const bounds = siLimits(limits);
  const limited = criteria.filter((criterion) => bounds[criterion] !== null);
  const needed = limited.filter((criterion) => criterion !== 'leakage');
  const missing = firstUnknown(goal, [minimise, ...needed]);
  if (missing !== null) return missing;
  const asked = additive.filter((each) => each === minimise || each === 'latency' || bounds[each] !== null);
  const { problem: network, stepsOf } = routeCriteria(
    problem,
    asked.map((criterion) => goal.criteria.tables[criterion]!),
    true,
  );
  const order: readonly Criterion[] = [...asked, 'leakage'];
  const limitOf = order.map((criterion) => bounds[criterion] ?? Infinity);
  const objective = order.indexOf(minimise);
  const least = minimiseWithin(network, objective, limitOf, { shouldStop });
  if (least.kind !== 'plan') {
    const why = infeasible(whyNone(goal, order, limitOf, least));
    return least.kind === 'not-found' ? bestKept(goal, why, rivals) : why;
  }
  const fastest = fastestOfEqual(network, order, limitOf, objective, least, shouldStop);
  const steps = stepsOf(fastest.plan.steps);
  const plan = namePlan(problem, built, planOf(problem, steps));
  const found: Outcome = { kind: 'plan', plan, proven: least.proven };
  return least.proven ? found : bestKept(goal, found, rivals);
}

/** A search that was cut off is worth no less than what other methods have found within the same limits. */
function bestKept({ scenario }: GoalProblem, found: Outcome, rivals: readonly Outcome[]): Outcome {
  const { minimise, limits } = scenario.goals;
  const valueOf = (outcome: Outcome): number => {
    if (outcome.kind === 'infeasible') return Infinity;
    const measures = measurePlan(scenario, outcome.plan);
    return brokenLimits(measures, limits).length > 0 ? Infinity : (measureOf(measures, minimise) ?? Infinity);
  };
  const best = rivals.reduce((least, rival) => (valueOf(rival) < valueOf(least) ? rival : least), found);
  return best.kind === 'plan' ? { kind: 'plan', plan: best.plan, proven: false } : best;
}

type LeastPlan = Extract<WithinLimits, { kind: 'plan' }>;

/** Many plans may cost the UE the same: among them, the fastest. */
function fastestOfEqual(
  network: Parameters<typeof minimiseWithin>[0],
  order: readonly Criterion[],
  limitOf: readonly number[],
  objective: number,
  least: LeastPlan,
  shouldStop: ShouldStop,
): LeastPlan {
  const latency = order.indexOf('latency');
  if (objective === latency || !least.proven) return least;
  const equal = limitOf.map((limit, k) => (k === objective ? least.plan.values[k]! : limit));
  const fastest = minimiseWithin(network, latency, equal, { shouldStop });
  return fastest.kind === 'plan' ? fastest : least;
}

function whyNone(
  { scenario, built, problem }: GoalProblem,
  order: readonly Criterion[],
  limitOf: readonly number[],
  outcome: Exclude<WithinLimits, LeastPlan>,
): InfeasibleReason {
  if (outcome.kind === 'not-found') return { kind: 'search-cut-off' };
  if (outcome.criterion !== null) {
    const limit = limitOf[outcome.criterion]!;
    return { kind: 'over-limit', criterion: order[outcome.criterion]!, limit, least: outcome.least };
  }
  // Nothing works even without limits: the network itself is why.
  const alone = nameOutcome(scenario, problem, built, solveRouteAndSplit(problem));
  return alone.kind === 'infeasible' ? alone.reason : { kind: 'search-cut-off' };
}
