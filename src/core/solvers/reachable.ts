import { routingIndex } from './settle';
import type { RouteProblem } from './types';

/** 1 for every node that a walk along the arcs reaches, those for the finished result left aside. */
export function reachableFrom(problem: RouteProblem, start: number): Uint8Array {
  const { out } = routingIndex(problem);
  const reached = new Uint8Array(problem.nodeCount);
  reached[start] = 1;
  const open = [start];
  for (let v = open.pop(); v !== undefined; v = open.pop()) {
    for (let k = out.start[v]!; k < out.start[v + 1]!; k++) {
      const w = out.peer[k]!;
      if (reached[w] === 1 || problem.resultOnly?.[out.arc[k]!] === 1) continue;
      reached[w] = 1;
      open.push(w);
    }
  }
  return reached;
}
