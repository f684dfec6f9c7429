/** Which computing nodes a search under memory limits looks at, and why they may not suffice. */
import { weightOf } from './plans';
import type { CostToGo } from './routeAndSplit';
import { deliveryNode } from './routes';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle } from './settle';
import { fits } from './sweepWindow';
import type { IndexReason, RouteProblem } from './types';

/** Nearest hosts looked at; more only if these cannot hold the model twice. */
const nearestHosts = 24;

export interface Host {
  readonly node: number;
  /** No plan that computes here is cheaper. */
  readonly boundS: number;
}

/**
 * Computing nodes that a plan could use, nearest first: by the cheapest plan through them that ignores memory.
 * (Forward Dijkstra a boundary, seeded with "computed here", meets the cost to go.)
 */
export function usableHosts(problem: RouteProblem, toGo: CostToGo): Host[] {
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
  return Array.from(through, (boundS, node) => ({ node, boundS }))
    .filter(({ boundS }) => boundS < Infinity)
    .sort((a, b) => a.boundS - b.boundS || a.node - b.node);
}

/** The nearest of `ranked`: two dozen, and more while these cannot hold the model twice. */
export function nearest(problem: RouteProblem, ranked: readonly Host[]): readonly Host[] {
  const needBytes = weightOf(problem, 0, problem.blockCount);
  let count = 0;
  let roomBytes = 0;
  for (const { node } of ranked) {
    if (count >= nearestHosts && roomBytes >= 2 * needBytes) break;
    count++;
    roomBytes += problem.memoryBytes[node]!;
  }
  return ranked.slice(0, count);
}

/** `mostDone`: the most blocks that any order of hosts could hold, counted from the first. */
export function whyNothingFits(
  problem: RouteProblem,
  hosts: readonly Host[],
  toGo: CostToGo,
  mostDone: number,
): IndexReason {
  const { blockCount, nodeCount } = problem;
  if (mostDone === blockCount) {
    // The blocks fit, but only on nodes from which the result cannot be delivered.
    const stuck = hosts.find(({ node }) => toGo.costS[blockCount * nodeCount + node] === Infinity);
    return {
      kind: 'no-route',
      from: stuck?.node ?? problem.source,
      to: deliveryNode(problem) ?? problem.sink,
    };
  }
  const alone = hosts.length === 1 ? hosts[0]!.node : null;
  let haveBytes = 0;
  for (const { node } of hosts) haveBytes += problem.memoryBytes[node]!;
  const needBytes = weightOf(problem, 0, blockCount);
  if (!fits(needBytes, haveBytes)) return { kind: 'does-not-fit', node: alone, needBytes, haveBytes };
  // Enough in all, but blocks cannot be divided: what could be placed, from the first block on.
  return { kind: 'does-not-fit', node: alone, needBytes, haveBytes: weightOf(problem, 0, mostDone) };
}
