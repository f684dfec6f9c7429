/**
 * Why the best plan is cut where it is: what one block earlier and one block later would cost. Each neighbour is costed as
 * the solvers cost a given split, so that other routes, the result's way and memory limits count.
 */
import { buildProblem, type BuiltProblem } from '../../core/cost/buildProblem';
import { nameOutcome } from '../../core/cost/namePlan';
import { workloadChain } from '../../core/model/workloadChain';
import type { NodeId } from '../../core/network/types';
import type { Scenario } from '../../core/scenario/types';
import { evaluateSplit } from '../../core/solvers/evaluateSplit';
import type { Outcome, Plan, RouteProblem } from '../../core/solvers/types';
import type { Solution } from '../../protocol/solverApi';
import { describeInfeasible } from '../errors/describe';
import { namesOf, type Names } from '../errors/names';
import { formatBytes, formatSeconds } from '../format';
import { bestIsProven } from './bestWord';
import { sameTotal } from './gain';
import { boundaryPhrase } from './words';

/** A sentence for every cut, in order; none where the best plan runs in one piece, or where there is none. */
export function whySplit(scenario: Scenario, solution: Solution): readonly string[] {
  const { best } = solution;
  if (best === null || best.cuts === 0) return [];
  const built = buildProblem(scenario);
  if (built.problem === null) return [];
  const around: Around = {
    scenario,
    built,
    problem: built.problem,
    names: namesOf(scenario),
    best,
    boundaries: best.legs.flatMap((leg) => (leg.kind === 'compute' ? [leg.to] : [])),
  };
  const { boundaryBytes } = workloadChain(scenario.workload);
  const subject = bestIsProven(solution) ? 'Best cut' : 'Cut found (estimated)';
  return around.boundaries.slice(0, -1).map((boundary, cut) => {
    const place = boundaryPhrase(boundary, around.boundaries.at(-1)!);
    const shipped = formatBytes(boundaryBytes[boundary]!);
    return `${subject} ${place} (${shipped}): ${neighbour(around, cut, -1)}; ${neighbour(around, cut, 1)}.`;
  });
}

interface Around {
  readonly scenario: Scenario;
  readonly built: BuiltProblem;
  readonly problem: RouteProblem;
  readonly names: Names;
  readonly best: Plan;
  /** Where each of the best plan's nodes ends. */
  readonly boundaries: readonly number[];
}

/** "one block earlier ships 1.2 MB (+24.9 ms)" */
function neighbour(around: Around, cut: number, step: -1 | 1): string {
  const { best, names } = around;
  const which = step < 0 ? 'one block earlier' : 'one later';
  const outcome = costMoved(around, cut, step);
  if (outcome.kind === 'infeasible') {
    return `${which} does not work (${describeInfeasible(outcome.reason, names).title.replace(/\.$/u, '')})`;
  }
  const { plan } = outcome;
  const net = plan.totalS - best.totalS;
  if (sameTotal(plan.totalS, best.totalS)) return `${which} is just as fast`;
  // The best one found, where the search was cut short.
  if (net < 0) return `${which} would save ${formatSeconds(-net)}`;
  const sending = known(plan.transferS - best.transferS, best);
  const computing = known(plan.computeS - best.computeS, best);
  return sending >= computing
    ? `${which} ${shippingPhrase(around, cut, step)} (+${formatSeconds(net)})`
    : `${which} ${computingPhrase(around.names.node(receiver(best, cut, step)), computing, sending, net)}`;
}

function shippingPhrase({ scenario, boundaries }: Around, cut: number, step: -1 | 1): string {
  const { boundaryBytes } = workloadChain(scenario.workload);
  const now = boundaryBytes[boundaries[cut]!]!;
  const then = boundaryBytes[boundaries[cut]! + step]!;
  return then > now ? `ships ${formatBytes(then)}` : 'takes longer to send';
}

function computingPhrase(node: string, computing: number, sending: number, net: number): string {
  const costs = `costs ${formatSeconds(computing)} more computing on ${node}`;
  if (sending < 0) return `${costs} to save ${formatSeconds(-sending)} of sending`;
  return sending === 0
    ? `${costs} and saves no sending`
    : `${costs} (+${formatSeconds(net)} with the sending)`;
}

/** The node that the block changes to. */
function receiver(best: Plan, cut: number, step: -1 | 1): NodeId {
  return best.computeNodes[step < 0 ? cut + 1 : cut]!;
}

function costMoved(
  { scenario, built, problem, best, boundaries }: Around,
  cut: number,
  step: -1 | 1,
): Outcome {
  const split = {
    nodes: best.computeNodes.map((id) => built.nodeIds.indexOf(id)),
    boundaries: boundaries.map((boundary, p) => (p === cut ? boundary + step : boundary)),
  };
  return nameOutcome(scenario, problem, built, evaluateSplit(problem, split));
}

/** A difference of two sums, 0 where it is only their rounding. */
function known(deltaS: number, { totalS }: Plan): number {
  return Math.abs(deltaS) <= 1e-9 * totalS ? 0 : deltaS;
}
