/**
 * The network as HiveMind sees it: computing nodes in a row, hop h from node h to node h + 1. A hop is the cheapest route
 * between the two over whatever links are up, for each boundary on its own (the metric closure of MATHS 3), so a row can
 * be laid over any drawing. A node that runs nothing still relays: that is the row's model, and why the best split over any
 * route can be better.
 */
import { hopRoutes } from '../solvers/hopRoutes';
import { planOf } from '../solvers/plans';
import { arcsTo, deliveryNode, deliveryS, routesForBoundary } from '../solvers/routes';
import type { ChainProblem, IndexPlan, RouteProblem, Step } from '../solvers/types';
import { mayHand } from '../solvers/trust';
import { ownStart } from './ownStart';

export interface RowChain {
  /** Node indices of the problem, UE first; the computing nodes on, or attached to, the cheapest route to the sink. */
  readonly nodes: readonly number[];
  readonly chain: ChainProblem;
  /** Arcs of hop h for boundary i, in order of travel. */
  readonly hopArcs: (hop: number, boundary: number) => readonly number[];
}

/** The row: the source, then the computing nodes on, or attached to, the cheapest route to the sink, in order of travel. */
export function rowNodes(problem: RouteProblem): readonly number[] {
  const { nodes } = ownStart(problem, null);
  return nodes[0] === problem.source ? nodes : [problem.source, ...nodes];
}

export function rowChain(problem: RouteProblem): RowChain {
  const { blockCount } = problem;
  const nodes = rowNodes(problem);
  const hops = nodes.slice(1).map((next, hop) => hopRoutes(problem, nodes[hop]!, next));
  const goalS = deliveryS(problem);
  const shipS = hops.map(({ costS }, hop) =>
    costS.map((seconds, i) => (isMasked(problem, nodes[hop]!, nodes[hop + 1]!, i) ? Infinity : seconds)),
  );
  const computeS = nodes.map((v) => problem.computeS.slice(v * blockCount, (v + 1) * blockCount));
  // The first node is handed the input by nobody on the row.
  if (!mayHand(problem, null, nodes[0]!, 0)) computeS[0]!.fill(Infinity);
  const chain = {
    computeS,
    shipS,
    finishS: Float64Array.from(nodes, (v) => goalS[v]!),
  };
  const nodeBytes = Float64Array.from(nodes, (v) => problem.memoryBytes[v]!);
  const isLimited = nodeBytes.some((bytes) => bytes !== Infinity);
  return {
    nodes,
    chain: isLimited ? { ...chain, memory: { layerBytes: problem.weightBytes, nodeBytes } } : chain,
    hopArcs: (hop, boundary) => hops[hop]!.arcs[boundary]!,
  };
}

/**
 * Trust on a row (MATHS 4) masks the hop from a trusted node to an untrusted one for what leaks too much, whether or not
 * that node would compute: a row cannot tell. The result itself may always pass.
 */
function isMasked(problem: RouteProblem, from: number, to: number, boundary: number): boolean {
  return boundary < problem.blockCount && !mayHand(problem, boundary === 0 ? null : from, to, boundary);
}

/** A split of the row as a plan over the drawing, every hop up to `last` travelled. */
export function rowPlan(
  problem: RouteProblem,
  row: RowChain,
  boundaries: ArrayLike<number>,
  last: number,
): IndexPlan {
  const steps: Step[] = [];
  const send = (arcs: readonly number[], boundary: number): void => {
    for (const arc of arcs) steps.push({ kind: 'transfer', arc, boundary });
  };
  for (let p = 0, from = 0; p <= last; p++) {
    const to = boundaries[p]!;
    if (to > from) steps.push({ kind: 'compute', node: row.nodes[p]!, from, to });
    if (p < last) send(row.hopArcs(p, to), to);
    from = to;
  }
  const goal = deliveryNode(problem);
  const end = row.nodes[last]!;
  if (goal !== null && goal !== end) {
    const routes = routesForBoundary(problem, end, problem.blockCount);
    send(arcsTo(problem, routes, 0, goal), problem.blockCount);
  }
  return planOf(problem, steps);
}
