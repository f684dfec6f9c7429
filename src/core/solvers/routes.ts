/** Cheapest routes from one node for every boundary, and towards the place of delivery. Shared by the baselines. */
import { createLabels, createScratch, fillArcCosts, routingIndex, settle, type Labels } from './settle';
import type { RouteProblem } from './types';

/**
 * Cheapest routes from `from` for each boundary 0..L: labels of node v at [i * V + v].
 * O(L (A + V log V)).
 */
function routesFrom(problem: RouteProblem, from: number): Labels {
  const { nodeCount, blockCount } = problem;
  const { out } = routingIndex(problem);
  const labels = createLabels((blockCount + 1) * nodeCount);
  const scratch = createScratch(nodeCount);
  const arcCostS = new Float64Array(problem.arcFrom.length);
  for (let i = 0; i <= blockCount; i++) {
    labels.costS[i * nodeCount + from] = 0;
    fillArcCosts(problem, i, arcCostS);
    settle(out, arcCostS, labels, i * nodeCount, scratch);
  }
  return labels;
}

const fromSource = new WeakMap<RouteProblem, Labels>();

/** `routesFrom` the source, made once for a problem: both one-cut strategies scan it. */
export function routesFromSource(problem: RouteProblem): Labels {
  let labels = fromSource.get(problem);
  if (labels === undefined) {
    labels = routesFrom(problem, problem.source);
    fromSource.set(problem, labels);
  }
  return labels;
}

/** Cheapest routes from `from` for one boundary; labels by node. */
export function routesForBoundary(problem: RouteProblem, from: number, boundary: number): Labels {
  const labels = createLabels(problem.nodeCount);
  labels.costS[from] = 0;
  const arcCostS = new Float64Array(problem.arcFrom.length);
  fillArcCosts(problem, boundary, arcCostS);
  settle(routingIndex(problem).out, arcCostS, labels, 0, createScratch(problem.nodeCount));
  return labels;
}

/** Arcs from the root of `labels` to `to`, in order of travel. */
export function arcsTo(problem: RouteProblem, labels: Labels, offset: number, to: number): number[] {
  const arcs: number[] = [];
  for (let v = to, arc = labels.via[offset + v]!; arc >= 0; arc = labels.via[offset + v]!) {
    arcs.push(arc);
    v = problem.arcFrom[arc]!;
  }
  return arcs.reverse();
}

/** Where the result must be; null when it may stay where it is made. */
export function deliveryNode(problem: RouteProblem): number | null {
  if (problem.delivery === 'stay') return null;
  return problem.delivery === 'sink' ? problem.sink : problem.source;
}

/** The fastest way of the result from a node to where it must be; empty where it may stay. */
export function deliveryArcs(problem: RouteProblem, from: number): readonly number[] {
  const goal = deliveryNode(problem);
  if (goal === null || goal === from) return [];
  return arcsTo(problem, routesForBoundary(problem, from, problem.blockCount), 0, goal);
}

/** Seconds to deliver the result from each node: 0 everywhere when it stays, Infinity where there is no way. */
export function deliveryS(problem: RouteProblem): Float64Array {
  const goal = deliveryNode(problem);
  if (goal === null) return new Float64Array(problem.nodeCount);
  const labels = createLabels(problem.nodeCount);
  labels.costS[goal] = 0;
  const arcCostS = new Float64Array(problem.arcFrom.length);
  fillArcCosts(problem, problem.blockCount, arcCostS);
  settle(routingIndex(problem).into, arcCostS, labels, 0, createScratch(problem.nodeCount));
  return labels.costS;
}
