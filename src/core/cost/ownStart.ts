/** Where the visitor's own split starts from. */
import { routingIndex } from '../solvers/settle';
import { arcsTo, routesForBoundary } from '../solvers/routes';
import type { IndexPlan, IndexSplit, RouteProblem } from '../solvers/types';

/**
 * The computing nodes on, or attached to, the cheapest route of the raw input from source to sink, in order of travel (a
 * node before those attached to it), with the best plan laid over them where it visits them in that order; else every
 * block on the first of them, which is the UE if it computes. Without a route to the sink: around the source alone.
 */
export function ownStart(problem: RouteProblem, best: IndexPlan | null): IndexSplit {
  const nodes = ownNodes(problem);
  const boundaries = best === null ? null : layOver(best, nodes);
  return {
    nodes,
    boundaries: boundaries ?? nodes.map(() => problem.blockCount),
  };
}

function ownNodes(problem: RouteProblem): number[] {
  const { source, sink } = problem;
  const routes = routesForBoundary(problem, source, 0);
  const onRoute = [source, ...arcsTo(problem, routes, 0, sink).map((arc) => problem.arcTo[arc]!)];
  const { out } = routingIndex(problem);
  const seen = new Set(onRoute);
  const nodes: number[] = [];
  for (const v of onRoute) {
    if (problem.computes[v] === 1) nodes.push(v);
    for (let k = out.start[v]!; k < out.start[v + 1]!; k++) {
      const w = out.peer[k]!;
      if (seen.has(w) || problem.computes[w] !== 1) continue;
      seen.add(w);
      nodes.push(w);
    }
  }
  return nodes.length > 0 ? nodes : [source];
}

/** Boundaries of the plan over `nodes`, or null when it does not visit them in that order. */
function layOver(plan: IndexPlan, nodes: readonly number[]): number[] | null {
  const boundaries = nodes.map(() => 0);
  let at = -1;
  for (const step of plan.steps) {
    if (step.kind !== 'compute') continue;
    at = nodes.indexOf(step.node, at + 1);
    if (at < 0) return null;
    boundaries.fill(step.to, at);
  }
  return boundaries;
}
