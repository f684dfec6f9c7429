/** What a labelling costs, term by term from the definition: shares nothing with the flow network. */
import type { DagProblem, DagTensor } from './types';

/** Seconds; Infinity where a label is impossible, or decreases where it must not. O(consumers + P x (V + tensors)). */
export function evaluateLabels(problem: DagProblem, labels: ArrayLike<number>): number {
  let totalS = 0;
  const count = problem.computeS[0]!.length;
  for (let v = 0; v < count; v++) totalS += problem.computeS[labels[v]!]![v]!;
  for (const tensor of problem.tensors) totalS += tensorS(problem, tensor, labels);
  if (!problem.upstream) {
    for (const [u, v] of problem.edges) if (labels[u]! > labels[v]!) return Infinity;
  }
  return totalS;
}

/** The nodes a tensor must reach, from `lowest` to `highest`, and where it is made (`at`). */
export function reachOf(
  problem: DagProblem,
  tensor: DagTensor,
  labels: ArrayLike<number>,
): { readonly at: number; readonly lowest: number; readonly highest: number } {
  const at = tensor.producer < 0 ? 0 : labels[tensor.producer]!;
  let lowest = at;
  let highest = tensor.toSink ? problem.computeS.length - 1 : at;
  for (const v of tensor.consumers) {
    if (labels[v]! < lowest) lowest = labels[v]!;
    if (labels[v]! > highest) highest = labels[v]!;
  }
  return { at, lowest, highest };
}

function tensorS(problem: DagProblem, tensor: DagTensor, labels: ArrayLike<number>): number {
  const { at, lowest, highest } = reachOf(problem, tensor, labels);
  let totalS = 0;
  for (let h = at; h < highest; h++) totalS += tensor.shipS[h]!;
  if (lowest === at) return totalS;
  if (!problem.upstream || tensor.backS === undefined) return Infinity;
  for (let h = lowest; h < at; h++) totalS += tensor.backS[h]!;
  return totalS;
}
