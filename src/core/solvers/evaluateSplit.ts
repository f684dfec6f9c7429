/**
 * What a given split costs: the visitor's own, or the one a strategy chose. Exact for what is asked: between consecutive
 * nodes that run something the boundary takes its cheapest route, and so does the result to where it is delivered.
 */
import { infeasible, overfullNode, planOf, runS } from './plans';
import { arcsTo, deliveryNode, routesForBoundary } from './routes';
import { leakReason } from './trust';
import type { IndexOutcome, IndexSplit, RouteProblem, Step } from './types';

export function evaluateSplit(problem: RouteProblem, split: IndexSplit): IndexOutcome {
  const steps: Step[] = [];
  let at = problem.source;
  /** Sends a boundary to a node; false when there is no route. */
  const send = (boundary: number, to: number): boolean => {
    if (to === at) return true;
    const routes = routesForBoundary(problem, at, boundary);
    if (routes.costS[to] === Infinity) return false;
    for (const arc of arcsTo(problem, routes, 0, to)) steps.push({ kind: 'transfer', arc, boundary });
    at = to;
    return true;
  };

  let done = 0;
  for (const [p, node] of split.nodes.entries()) {
    const to = split.boundaries[p]!;
    if (to === done) continue;
    if (runS(problem, node, done, to) === Infinity) return infeasible({ kind: 'node-cannot-compute', node });
    if (!send(done, node)) return infeasible({ kind: 'no-route', from: at, to: node });
    const before = steps.at(-1);
    // The same node twice in a row is one run.
    if (before?.kind === 'compute') steps[steps.length - 1] = { ...before, to };
    else steps.push({ kind: 'compute', node, from: done, to });
    done = to;
  }
  const goal = deliveryNode(problem);
  if (goal !== null && !send(done, goal)) return infeasible({ kind: 'no-route', from: at, to: goal });
  const broken = leakReason(problem, steps) ?? overfullNode(problem, steps);
  if (broken !== null) return infeasible(broken);
  return { kind: 'plan', plan: planOf(problem, steps), proven: true };
}
