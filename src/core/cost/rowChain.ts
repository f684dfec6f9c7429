/**
 * The network as HiveMind sees it: computing nodes in a row, hop h from node h to node h + 1. A hop is the cheapest route
 * between the two over whatever links are up, for each boundary on its own (the metric closure of MATHS 3), so a row can
 * be laid over any drawing. A node that runs nothing still relays: that is the row's model, and why the best split over any
 * route can be better.
 */
import { planOf } from '../solvers/plans';
import { arcsTo, deliveryNode, deliveryS, routesForBoundary } from '../solvers/routes';
import type { Labels } from '../solvers/settle';
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

export function rowChain(problem: RouteProblem): RowChain {
  const { blockCount } = problem;
  const { nodes } = ownStart(problem, null);
  const labels = nodes.map((): (Labels | undefined)[] => []);
  const routesOf = (hop: number, boundary: number): Labels =>
    (labels[hop]![boundary] ??= routesForBoundary(problem, nodes[hop]!, boundary));
  const goalS = deliveryS(problem);
  const shipS = nodes
    .slice(1)
    .map((next, hop) =>
      Float64Array.from({ length: blockCount + 1 }, (_, i) =>
        isMasked(problem, nodes[hop]!, next, i) ? Infinity : routesOf(hop, i).costS[next]!,
      ),
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
    hopArcs: (hop, boundary) => arcsTo(problem, routesOf(hop, boundary), 0, nodes[hop + 1]!),
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
