/**
 * The best labelling that never decreases along one order of the operators: what a chain solver sees of the graph. An upper
 * bound for the minimum cut, and what is left when that is cut off. O(P x (V + tensors)).
 */
import { solveChain } from '../chainMultiSplit';
import type { DagProblem } from './types';

/** null when every such labelling is impossible. */
export function labelsInOrder(problem: DagProblem, order: Int32Array): Int32Array | null {
  const nodes = problem.computeS.length;
  const split = solveChain({
    computeS: problem.computeS.map((row) => Float64Array.from(order, (v) => row[v]!)),
    shipS: liveS(problem, order),
    // Every label counts, and what must reach the last node pays all hops: the path ends there.
    finishS: new Float64Array(nodes).fill(Infinity, 0, nodes - 1),
  });
  if (split === null) return null;
  const labels = new Int32Array(order.length);
  for (let p = 0, i = 0; p < nodes; p++) for (; i < split.boundaries[p]!; i++) labels[order[i]!] = p;
  return labels;
}

/** [h][i]: seconds over hop h of all tensors that are live after i operators. */
function liveS(problem: DagProblem, order: Int32Array): Float64Array[] {
  const count = order.length;
  const position = new Int32Array(count);
  order.forEach((v, i) => (position[v] = i));
  const spans = problem.tensors.map(({ producer, consumers, toSink }) => {
    const last = toSink ? count : consumers.reduce((most, v) => Math.max(most, position[v]!), -1);
    return { from: producer < 0 ? 0 : position[producer]! + 1, last };
  });
  return Array.from({ length: problem.computeS.length - 1 }, (_, h) => {
    const row = new Float64Array(count + 1);
    for (const [k, { from, last }] of spans.entries()) {
      const seconds = problem.tensors[k]!.shipS[h]!;
      if (seconds > 0) for (let i = from; i <= last; i++) row[i]! += seconds;
    }
    return row;
  });
}
