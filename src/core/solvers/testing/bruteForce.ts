/** Exhaustive search, sharing nothing with the solvers: what they are tested against. */
import type { ChainProblem, RouteProblem } from '../types';

/** Visits every split of a chain, on whichever node it ends; C(L + P, L) of them. The array is reused. */
export function visitSplits(
  { computeS }: ChainProblem,
  visit: (split: { readonly boundaries: readonly number[]; readonly last: number }) => void,
): void {
  const blocks = computeS[0]!.length;
  const boundaries: number[] = [];
  const place = (p: number, done: number): void => {
    // The last node runs all that is left.
    for (let to = p === computeS.length - 1 ? blocks : done; to <= blocks; to++) {
      boundaries[p] = to;
      boundaries.length = p + 1;
      if (to === blocks) visit({ boundaries, last: p });
      if (p + 1 < computeS.length) place(p + 1, to);
    }
  };
  place(0, 0);
}

/** The optimum over every split of a chain, or Infinity. */
export function bruteForceChain(problem: ChainProblem): number {
  let best = Infinity;
  visitSplits(problem, ({ boundaries }) => {
    best = Math.min(best, costOfChainSplit(problem, boundaries));
  });
  return best;
}

/** Cost of a split that ends on the last node named; Infinity if it breaks a memory limit. */
export function costOfChainSplit(problem: ChainProblem, boundaries: readonly number[]): number {
  let total = 0;
  let done = 0;
  for (const [p, to] of boundaries.entries()) {
    let weight = 0;
    for (let l = done; l < to; l++) {
      total += problem.computeS[p]![l]!;
      weight += problem.memory?.layerBytes[l] ?? 0;
    }
    if (problem.memory !== undefined && weight > problem.memory.nodeBytes[p]!) return Infinity;
    done = to;
    if (p + 1 < boundaries.length) total += problem.shipS[p]![to]!;
  }
  return total + problem.finishS[boundaries.length - 1]!;
}

/** Cost of the cheapest simple path between two nodes for a boundary, by walking all of them. */
function cheapestPath(problem: RouteProblem, from: number, to: number, boundary: number): number {
  let best = Infinity;
  const visited = new Set<number>();
  const walk = (v: number, cost: number): void => {
    if (v === to) {
      best = Math.min(best, cost);
      return;
    }
    visited.add(v);
    for (const [a, tail] of problem.arcFrom.entries()) {
      const next = problem.arcTo[a]!;
      if (tail !== v || visited.has(next)) continue;
      if (problem.resultOnly?.[a] === 1 && boundary < problem.blockCount) continue;
      const transfer =
        problem.arcFixedS[a]! + problem.boundaryBytes[boundary]! * problem.arcSecondsPerByte[a]!;
      walk(next, cost + transfer);
    }
    visited.delete(v);
  };
  walk(from, 0);
  return best;
}

/**
 * Every assignment of blocks to nodes, over every path: the optimum, or Infinity. O(V^L) assignments.
 * With `memory`, only assignments that respect it; a node may be visited again. Trust is always respected.
 */
export function bruteForceRoutes(problem: RouteProblem, { memory = false } = {}): number {
  const { nodeCount, blockCount, source } = problem;
  const nodes = Array.from({ length: nodeCount }, (_, v) => v);
  const path = Array.from({ length: blockCount + 1 }, (_, i) =>
    nodes.map((from) => nodes.map((to) => cheapestPath(problem, from, to, i))),
  );
  const deliver = (v: number): number => {
    if (problem.delivery === 'stay') return 0;
    return path[blockCount]![v]![problem.delivery === 'sink' ? problem.sink : source]!;
  };
  const assigned: number[] = [];
  let best = Infinity;
  const assign = (at: number, cost: number): void => {
    if (cost === Infinity) return;
    const l = assigned.length;
    if (l === blockCount) {
      if ((!memory || obeysMemory(problem, assigned)) && obeysTrust(problem, assigned))
        best = Math.min(best, cost + deliver(at));
      return;
    }
    for (const v of nodes) {
      assigned.push(v);
      assign(v, cost + path[l]![at]![v]! + problem.computeS[v * blockCount + l]!);
      assigned.pop();
    }
  };
  assign(source, 0);
  return best;
}

function obeysMemory(problem: RouteProblem, assigned: readonly number[]): boolean {
  const held = new Map<number, number>();
  for (const [l, v] of assigned.entries()) {
    held.set(v, (held.get(v) ?? 0) + problem.weightBytes[l]!);
  }
  return [...held].every(([v, weight]) => weight <= problem.memoryBytes[v]!);
}

function obeysTrust({ trust }: RouteProblem, assigned: readonly number[]): boolean {
  return assigned.every((v, l) => {
    const handsOver = trust?.trusted[v] === 0 && (l === 0 || trust.trusted[assigned[l - 1]!] === 1);
    return !handsOver || trust.leakage[l]! <= trust.limit;
  });
}
