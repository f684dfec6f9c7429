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
 * searches the sequences of computing nodes.
 */
import { solveWithMemory } from './memorySearch';
import { infeasible, overfullNode, planOf } from './plans';
import { reachableFrom } from './reachable';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle, type Labels } from './settle';
import type { IndexOutcome, IndexReason, RouteProblem, Step } from './types';

/** Cost to go from state (v, i) at [i * V + v], and the first thing to do there: an arc, or -1 = compute (or stop at L). */
export type CostToGo = Labels;

export function solveRouteAndSplit(problem: RouteProblem): IndexOutcome {
  const toGo = costToGo(problem);
  if (toGo.costS[problem.source] === Infinity) return infeasible(whyImpossible(problem, toGo));
  const steps = followPlan(problem, toGo);
  if (overfullNode(problem, steps) !== null) return solveWithMemory(problem, toGo);
  return { kind: 'plan', plan: planOf(problem, steps), proven: true };
}

/** The cost to go of every state, memory limits left aside. */
export function costToGo(problem: RouteProblem): CostToGo {
  const { nodeCount, blockCount, computeS } = problem;
  const { into } = routingIndex(problem);
  const labels = createLabels((blockCount + 1) * nodeCount);
  const scratch = createScratch(nodeCount);
  const arcCostS = new Float64Array(problem.arcFrom.length);
  const end = blockCount * nodeCount;
  if (problem.delivery === 'stay') {
    labels.costS.fill(0, end);
  } else {
    labels.costS[end + (problem.delivery === 'sink' ? problem.sink : problem.source)] = 0;
    fillArcCosts(problem, blockCount, arcCostS);
    settle(into, arcCostS, labels, end, scratch);
  }
  for (let i = blockCount - 1; i >= 0; i--) {
    const row = i * nodeCount;
    for (let v = 0; v < nodeCount; v++) {
      labels.costS[row + v] = computeS[v * blockCount + i]! + labels.costS[row + nodeCount + v]!;
      labels.hops[row + v] = labels.hops[row + nodeCount + v]!;
    }
    fillArcCosts(problem, i, arcCostS);
    settle(into, arcCostS, labels, row, scratch);
  }
  // `source` indexes row 0, so the optimum is costS[source].
  return labels;
}

function followPlan(problem: RouteProblem, toGo: CostToGo): Step[] {
  const { nodeCount, blockCount } = problem;
  const steps: Step[] = [];
  let node = problem.source;
  let from = 0;
  let i = 0;
  for (;;) {
    const arc = toGo.via[i * nodeCount + node]!;
    if (arc < 0 && i < blockCount) {
      i++;
      continue;
    }
    if (i > from) steps.push({ kind: 'compute', node, from, to: i });
    if (arc < 0) return steps;
    steps.push({ kind: 'transfer', arc, boundary: i });
    node = problem.arcTo[arc]!;
    from = i;
  }
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
