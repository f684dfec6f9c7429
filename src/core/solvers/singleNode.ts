/**
 * The whole model on one node: the UE, the cloud (sink), or the best edge host. Exact for what each assumes.
 * The input takes the cheapest route to the node, the result the cheapest one to where it is delivered.
 * O(A + V log V) and one pass over the hosts' blocks.
 */
import { evaluateSplit } from './evaluateSplit';
import { edgeHosts, nearestReason } from './hosts';
import { runS, weightOf } from './plans';
import { deliveryS, routesFromSource } from './routes';
import { fits } from './sweepWindow';
import { mayHand } from './trust';
import type { IndexOutcome, IndexReason, RouteProblem } from './types';

function allOn(problem: RouteProblem, node: number): IndexOutcome {
  return evaluateSplit(problem, { nodes: [node], boundaries: [problem.blockCount] });
}

export function solveUeOnly(problem: RouteProblem): IndexOutcome {
  return allOn(problem, problem.source);
}

export function solveCloudOnly(problem: RouteProblem): IndexOutcome {
  return allOn(problem, problem.sink);
}

export function solveEdgeOnly(problem: RouteProblem): IndexOutcome {
  const toHost = routesFromSource(problem);
  const deliver = deliveryS(problem);
  const needBytes = weightOf(problem, 0, problem.blockCount);
  const hosts = edgeHosts(problem);
  let best = -1;
  let bestS = Infinity;
  for (const host of hosts) {
    if (!fits(needBytes, problem.memoryBytes[host]!) || !mayHand(problem, null, host, 0)) continue;
    const totalS = toHost.costS[host]! + runS(problem, host, 0, problem.blockCount) + deliver[host]!;
    if (totalS < bestS) {
      bestS = totalS;
      best = host;
    }
  }
  if (best >= 0) return allOn(problem, best);
  const reasons: IndexReason[] = [];
  for (const host of hosts) {
    const outcome = allOn(problem, host);
    if (outcome.kind === 'infeasible') reasons.push(outcome.reason);
  }
  return nearestReason(reasons);
}
