/**
 * Route and split together, over any drawn network (MATHS 3; own). Exact.
 *
 * State (node v, i blocks done): run block i+1 on v, or send boundary i over an arc. For i = L..0 the cost to go is one
 * Dijkstra over the network, seeded with "compute here". O(L (A + V log V)).
 *
 * Where the result must be is the seed at i = L: anywhere (stay), the sink, or the source (return; bytes(L) take the
 * cheapest way back, and cost nothing if they are there).
 *
 * Ties: fewer transfers first, then computing here before sending on, then the arc met first. Costs are compared
 * exactly, so the plan depends on the problem alone.
 *
 * Memory: a plan made without looking at memory that respects it is optimal. Only if it does not, `solveWithMemory`
 * searches with what each node holds as part of the state. Trust likewise: only if that plan hands over more than may
 * leak, `trustToGo` solves with who computed last as part of the state.
 */
import { costToGo, followPlan, type CostToGo } from './costToGo';
import { solveWithMemory } from './memorySearch';
import { infeasible, overfullNode, planOf } from './plans';
import { reachableFrom } from './reachable';
import { leakOf, leakReason } from './trust';
import { cheapestWithinTrust, leastLeak } from './trustToGo';
import type { IndexOutcome, IndexReason, RouteProblem, ShouldStop, TrustRule } from './types';

export function solveRouteAndSplit(problem: RouteProblem, shouldStop?: ShouldStop): IndexOutcome {
  const toGo = costToGo(problem);
  if (toGo.costS[problem.source] === Infinity) return infeasible(whyImpossible(problem, toGo));
  const steps = followPlan(problem, toGo);
  if (problem.trust !== undefined && leakReason(problem, steps) !== null) {
    return solveWithinTrust(problem, problem.trust, toGo, shouldStop);
  }
  if (overfullNode(problem, steps) !== null) return solveWithMemory(problem, toGo, shouldStop);
  return { kind: 'plan', plan: planOf(problem, steps), proven: true };
}

/** The cheapest plan leaks too much: the same in stages, with the rule that untrusted nodes are subject to. */
function solveWithinTrust(
  problem: RouteProblem,
  trust: TrustRule,
  toGo: CostToGo,
  shouldStop?: ShouldStop,
): IndexOutcome {
  const steps = cheapestWithinTrust(problem, trust);
  if (steps === null) {
    const boundary = leastLeak(problem, trust);
    return infeasible(boundary === null ? whyImpossible(problem, toGo) : leakOf(trust, boundary));
  }
  if (overfullNode(problem, steps) !== null) return solveWithMemory(problem, toGo, shouldStop);
  return { kind: 'plan', plan: planOf(problem, steps), proven: true };
}

/** Why no plan exists even with unlimited memory. */
function whyImpossible(problem: RouteProblem, toGo: CostToGo): IndexReason {
  const { nodeCount, source, sink } = problem;
  const computing = Array.from({ length: nodeCount }, (_, v) => v).filter((v) => problem.computes[v] === 1);
  if (computing.length === 0) return { kind: 'no-node-computes' };
  const reached = reachableFrom(problem, source);
  const host = computing.find((v) => reached[v] === 1);
  if (host === undefined) {
    return { kind: 'no-route', from: source, to: problem.computes[sink] === 1 ? sink : computing[0]! };
  }
  // Something computes within reach, so what is missing is the way of the result.
  const goal = problem.delivery === 'sink' ? sink : source;
  const end = problem.blockCount * nodeCount;
  const delivers = computing.some((v) => reached[v] === 1 && toGo.costS[end + v]! < Infinity);
  return delivers ? { kind: 'no-node-computes' } : { kind: 'no-route', from: host, to: goal };
}
