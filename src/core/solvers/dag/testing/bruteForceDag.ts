/** Every labelling of a small operator graph, sharing nothing with the solver: what it is tested against. */
import type { DagProblem } from '../types';

/** The cheapest cost and the lowest labels that have it; Infinity and null when every labelling is impossible. O(P^V). */
export function bruteForceDag(problem: DagProblem): {
  readonly totalS: number;
  readonly labels: number[] | null;
} {
  const nodes = problem.computeS.length;
  const count = problem.computeS[0]!.length;
  const labels = new Array<number>(count).fill(0);
  let best: { totalS: number; labels: number[] | null } = { totalS: Infinity, labels: null };
  for (;;) {
    const totalS = costOfLabels(problem, labels);
    if (totalS < best.totalS) best = { totalS, labels: [...labels] };
    let v = count - 1;
    while (v >= 0 && labels[v] === nodes - 1) labels[v--] = 0;
    if (v < 0) return best;
    labels[v]!++;
  }
}

/** Hop by hop, from the words of the definition: who is on which side, and what must therefore cross. */
export function costOfLabels(
  { computeS, tensors, edges, upstream }: DagProblem,
  labels: readonly number[],
): number {
  let totalS = labels.reduce((sum, p, v) => sum + computeS[p]![v]!, 0);
  if (!upstream && edges.some(([u, v]) => labels[v]! < labels[u]!)) return Infinity;
  for (const { producer, consumers, toSink, shipS, backS } of tensors) {
    for (let hop = 0; hop + 1 < computeS.length; hop++) {
      const madeBeyond = producer !== -1 && labels[producer]! > hop;
      const wantedBeyond = toSink || consumers.some((v) => labels[v]! > hop);
      const wantedBefore = consumers.some((v) => labels[v]! <= hop);
      if (!madeBeyond && wantedBeyond) totalS += shipS[hop]!;
      if (madeBeyond && wantedBefore) totalS += (upstream ? backS?.[hop] : undefined) ?? Infinity;
    }
  }
  return totalS;
}
