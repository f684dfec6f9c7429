/** What a given split of a row costs and holds, summed in order of time; shares nothing with the solvers that choose one. */
import { fits } from './sweepWindow';
import type { ChainProblem } from './types';

/** A split that ends on node `last`, whose last boundary is L. */
export interface EndedSplit {
  readonly boundaries: ArrayLike<number>;
  readonly last: number;
}

/** Seconds of a split: every block, every hop up to `last`, and the delivery from there; Infinity if a part is impossible. */
export function costOfSplit(problem: ChainProblem, { boundaries, last }: EndedSplit): number {
  let totalS = 0;
  for (let p = 0, i = 0; p <= last; p++) {
    for (; i < boundaries[p]!; i++) totalS += problem.computeS[p]![i]!;
    totalS += p < last ? problem.shipS[p]![i]! : problem.finishS[p]!;
  }
  return totalS;
}

/** Whether every node has room for the weights of its blocks. */
export function splitFits({ memory }: ChainProblem, { boundaries, last }: EndedSplit): boolean {
  if (memory === undefined) return true;
  for (let p = 0, i = 0; p <= last; p++) {
    let bytes = 0;
    for (; i < boundaries[p]!; i++) bytes += memory.layerBytes[i]!;
    if (!fits(bytes, memory.nodeBytes[p]!)) return false;
  }
  return true;
}
