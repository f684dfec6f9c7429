/**
 * Blocks in proportion to speed: what home-cluster tools do (exo shares layers by a node's capacity alone). Each computing
 * node of the row, in order, runs a share of the blocks as large as its share of the speed, where a node's speed is one
 * over its time for the whole model. Links, sizes of blocks and memory play no part; the split is costed like any other,
 * and infeasible where it does not fit. A baseline, not exact. O(P L).
 */
import { rowNodes } from '../cost/rowChain';
import { evaluateSplit } from './evaluateSplit';
import { runS } from './plans';
import type { IndexOutcome, RouteProblem } from './types';

export function solveProportional(problem: RouteProblem): IndexOutcome {
  const nodes = rowNodes(problem);
  return evaluateSplit(problem, { nodes, boundaries: sharesOf(problem, nodes) });
}

function sharesOf(problem: RouteProblem, nodes: readonly number[]): number[] {
  const times = nodes.map((v) => runS(problem, v, 0, problem.blockCount));
  // A node that needs no time at all is infinitely fast: such nodes share among themselves.
  const speeds = times.includes(0)
    ? times.map((time) => (time === 0 ? 1 : 0))
    : times.map((time) => 1 / time);
  const all = speeds.reduce((sum, speed) => sum + speed, 0);
  // No node can run the whole model: all on the first, which then says why not.
  if (all === 0) return nodes.map(() => problem.blockCount);
  let sofar = 0;
  return speeds.map((speed, p) => {
    sofar += speed;
    return p === nodes.length - 1 ? problem.blockCount : Math.round((problem.blockCount * sofar) / all);
  });
}
