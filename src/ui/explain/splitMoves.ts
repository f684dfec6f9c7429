/**
 * Every cut of the best plan moved by one block either way, each costed as the solvers cost a given split, so that other
 * routes, the result's way, memory and leakage limits count.
 */
import { buildProblem, type BuiltProblem } from '../../core/cost/buildProblem';
import { nameOutcome } from '../../core/cost/namePlan';
import { workloadChain } from '../../core/model/workloadChain';
import type { NodeId } from '../../core/network/types';
import type { OwnSplit, Scenario } from '../../core/scenario/types';
import { evaluateSplit } from '../../core/solvers/evaluateSplit';
import type { Outcome, Plan, RouteProblem } from '../../core/solvers/types';
import type { Solution } from '../../protocol/solverApi';
import { sameTotal } from './gain';

export interface SplitMove {
  /** Index of the cut, and the boundary where it is now. */
  readonly cut: number;
  readonly boundary: number;
  /** One block earlier or later. */
  readonly step: -1 | 1;
  readonly outcome: Outcome;
  /** Moved minus best [s]; null where the moved one does not work. Sums that differ by rounding count as 0. */
  readonly delta: { readonly totalS: number; readonly computeS: number; readonly transferS: number } | null;
  /** What crosses the cut now, and then [B]. */
  readonly bytesNow: number;
  readonly bytesThen: number;
  /** The node that the block changes to. */
  readonly receiver: NodeId;
  /** The moved split as one's own; null where a node would appear twice in it. */
  readonly own: OwnSplit | null;
}

interface Around {
  readonly scenario: Scenario;
  readonly solution: Solution;
  readonly built: BuiltProblem;
  readonly problem: RouteProblem;
  readonly best: Plan;
  /** Where each of the best plan's nodes ends. */
  readonly boundaries: readonly number[];
}

/** Two for every cut, in order; none where the best plan runs in one piece, or where there is none. */
export function splitMoves(scenario: Scenario, solution: Solution): readonly SplitMove[] {
  const { best } = solution;
  if (best === null || best.cuts === 0) return [];
  const built = buildProblem(scenario);
  if (built.problem === null) return [];
  const boundaries = best.legs.flatMap((leg) => (leg.kind === 'compute' ? [leg.to] : []));
  const around: Around = { scenario, solution, built, problem: built.problem, best, boundaries };
  return boundaries.slice(0, -1).flatMap((_, cut) => [moveOf(around, cut, -1), moveOf(around, cut, 1)]);
}

function moveOf(around: Around, cut: number, step: -1 | 1): SplitMove {
  const { best, boundaries, scenario } = around;
  const { boundaryBytes } = workloadChain(scenario.workload);
  const boundary = boundaries[cut]!;
  const outcome = costMoved(around, cut, step);
  return {
    cut,
    boundary,
    step,
    outcome,
    delta: outcome.kind === 'plan' ? deltaOf(outcome.plan, best) : null,
    bytesNow: boundaryBytes[boundary]!,
    bytesThen: boundaryBytes[boundary + step]!,
    receiver: best.computeNodes[step < 0 ? cut + 1 : cut]!,
    own: ownMoved(around, cut, step),
  };
}

function deltaOf(moved: Plan, best: Plan): NonNullable<SplitMove['delta']> {
  const known = (deltaS: number): number => (Math.abs(deltaS) <= 1e-9 * best.totalS ? 0 : deltaS);
  return {
    totalS: sameTotal(moved.totalS, best.totalS) ? 0 : moved.totalS - best.totalS,
    computeS: known(moved.computeS - best.computeS),
    transferS: known(moved.transferS - best.transferS),
  };
}

const moved = (boundaries: readonly number[], cut: number, step: number): number[] =>
  boundaries.map((boundary, p) => (p === cut ? boundary + step : boundary));

function costMoved(
  { scenario, built, problem, best, boundaries }: Around,
  cut: number,
  step: -1 | 1,
): Outcome {
  const split = {
    nodes: best.computeNodes.map((id) => built.nodeIds.indexOf(id)),
    boundaries: moved(boundaries, cut, step),
  };
  return nameOutcome(scenario, problem, built, evaluateSplit(problem, split));
}

/** Over the nodes that the visitor's cuts lie between, where the best plan is one of theirs; else over its own nodes. */
function ownMoved({ solution, best, boundaries }: Around, cut: number, step: -1 | 1): OwnSplit | null {
  const { nodes, boundaries: start } = solution.ownStart;
  const places = best.computeNodes.map((node) => nodes.indexOf(node));
  const isLaid = places.every((place, k) => place > (places[k - 1] ?? -1) && start[place] === boundaries[k]);
  if (isLaid) {
    const [from, to] = [places[cut]!, places[cut + 1]!];
    return { nodes, boundaries: start.map((value, p) => (p >= from && p < to ? value + step : value)) };
  }
  return new Set(best.computeNodes).size < best.computeNodes.length
    ? null
    : { nodes: best.computeNodes, boundaries: moved(boundaries, cut, step) };
}
