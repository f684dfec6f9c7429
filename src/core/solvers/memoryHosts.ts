/** Which computing nodes a search under memory limits looks at, and why they may not suffice. */
import { weightOf } from './plans';
import type { CostToGo } from './costToGo';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle } from './settle';
import { fits } from './sweepWindow';
import type { IndexReason, RouteProblem } from './types';

/**
 * Computing nodes that a plan could use, nearest first: by the cheapest plan through them that ignores memory.
 * (Forward Dijkstra a boundary, seeded with "computed here", meets the cost to go.)
 */
export function usableHosts(problem: RouteProblem, toGo: CostToGo): number[] {
  const { nodeCount, blockCount } = problem;
  const { out } = routingIndex(problem);
  const arrive = createLabels(nodeCount);
  const scratch = createScratch(nodeCount);
  const arcCostS = new Float64Array(problem.arcFrom.length);
  const through = new Float64Array(nodeCount).fill(Infinity);
  arrive.costS[problem.source] = 0;
  for (let i = 0; i < blockCount; i++) {
    fillArcCosts(problem, i, arcCostS);
    settle(out, arcCostS, arrive, 0, scratch);
    for (let v = 0; v < nodeCount; v++) {
      const doneS = arrive.costS[v]! + problem.computeS[v * blockCount + i]!;
      through[v] = Math.min(through[v]!, doneS + toGo.costS[(i + 1) * nodeCount + v]!);
      arrive.costS[v] = doneS;
    }
  }
  const nodes = Array.from(through, (_, v) => v).filter((v) => through[v]! < Infinity);
  return nodes.sort((a, b) => through[a]! - through[b]! || a - b);
}

/** Why the blocks cannot fit, as far as sums tell; null if they might. */
export function whyNothingCanFit(problem: RouteProblem, hosts: readonly number[]): IndexReason | null {
  const { blockCount, memoryBytes, weightBytes } = problem;
  const needBytes = weightOf(problem, 0, blockCount);
  const haveBytes = memoryOf(problem, hosts);
  if (!fits(needBytes, haveBytes)) {
    return { kind: 'does-not-fit', node: hosts.length === 1 ? hosts[0]! : null, needBytes, haveBytes };
  }
  const largestBytes = hosts.reduce((largest, v) => Math.max(largest, memoryBytes[v]!), 0);
  const block = weightBytes.findIndex((bytes) => !fits(bytes, largestBytes));
  if (block < 0) return null;
  return { kind: 'block-does-not-fit', block, needBytes: weightBytes[block]!, largestBytes };
}

/** Memory of several nodes together. */
export function memoryOf({ memoryBytes }: RouteProblem, hosts: readonly number[]): number {
  return hosts.reduce((sum, v) => sum + memoryBytes[v]!, 0);
}
