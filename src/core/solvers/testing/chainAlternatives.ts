/** Other exact ways to the chain's optimum without memory limits: for comparison in tests and in the bench. */
import type { ChainProblem } from '../types';

/** Prefix sums of a node's times: [i] = blocks 1..i. */
function prefixOf(compute: Float64Array): Float64Array {
  const prefix = new Float64Array(compute.length + 1);
  for (let l = 0; l < compute.length; l++) prefix[l + 1] = prefix[l]! + compute[l]!;
  return prefix;
}

/** Cost after node p has run blocks up to j: end there, or hand on. */
function leave(problem: ChainProblem, p: number, j: number, next: Float64Array | null): number {
  const blocks = problem.computeS[0]!.length;
  const onward = next === null ? Infinity : problem.shipS[p]![j]! + next[j]!;
  return j === blocks ? Math.min(problem.finishS[p]!, onward) : onward;
}

/** What an SCI update computes: one suffix minimum a node. O(P L). */
export function suffixMinimum(problem: ChainProblem): number {
  let next: Float64Array | null = null;
  for (let p = problem.computeS.length - 1; p >= 0; p--) {
    const prefix = prefixOf(problem.computeS[p]!);
    const here: Float64Array = new Float64Array(prefix.length);
    let least = Infinity;
    for (let i = prefix.length - 1; i >= 0; i--) {
      least = Math.min(least, prefix[i]! + leave(problem, p, i, next));
      here[i] = least - prefix[i]!;
    }
    next = here;
  }
  return next![0]!;
}

/** HiveMind's Algorithm 1 with its two corrections (null work, completed-block index). O(P L^2). */
export function quadratic(problem: ChainProblem): number {
  let next: Float64Array | null = null;
  for (let p = problem.computeS.length - 1; p >= 0; p--) {
    const prefix = prefixOf(problem.computeS[p]!);
    const here: Float64Array = new Float64Array(prefix.length);
    for (let i = 0; i < prefix.length; i++) {
      let least = Infinity;
      for (let j = i; j < prefix.length; j++) {
        least = Math.min(least, prefix[j]! - prefix[i]! + leave(problem, p, j, next));
      }
      here[i] = least;
    }
    next = here;
  }
  return next![0]!;
}
