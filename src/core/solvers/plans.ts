/** What a plan costs and needs: one place, so that every strategy's plan is summed in the same order. */
import { fits } from './sweepWindow';
import type { IndexOutcome, IndexPlan, IndexReason, RouteProblem, Step } from './types';

export function infeasible(reason: IndexReason): IndexOutcome {
  return { kind: 'infeasible', reason };
}

/** Seconds that boundary `boundary` takes over arc `arc`. */
export function transferS(problem: RouteProblem, arc: number, boundary: number): number {
  return problem.arcFixedS[arc]! + problem.boundaryBytes[boundary]! * problem.arcSecondsPerByte[arc]!;
}

/** Seconds of blocks from+1 .. to on a node. */
export function runS(problem: RouteProblem, node: number, from: number, to: number): number {
  let total = 0;
  const row = node * problem.blockCount;
  for (let l = from; l < to; l++) total += problem.computeS[row + l]!;
  return total;
}

/** Seconds of one step. */
export function stepS(problem: RouteProblem, step: Step): number {
  return step.kind === 'compute'
    ? runS(problem, step.node, step.from, step.to)
    : transferS(problem, step.arc, step.boundary);
}

export function planOf(problem: RouteProblem, steps: readonly Step[]): IndexPlan {
  let totalS = 0;
  for (const step of steps) totalS += stepS(problem, step);
  return { totalS, steps };
}

/** Bytes of the weights of blocks from+1 .. to. */
export function weightOf(problem: RouteProblem, from: number, to: number): number {
  let total = 0;
  for (let l = from; l < to; l++) total += problem.weightBytes[l]!;
  return total;
}

/** The first node on which the plan's blocks do not fit, or null. A node that is visited twice holds both runs. */
export function overfullNode(problem: RouteProblem, steps: readonly Step[]): IndexReason | null {
  const need = new Map<number, number>();
  for (const step of steps) {
    if (step.kind !== 'compute') continue;
    const needBytes = (need.get(step.node) ?? 0) + weightOf(problem, step.from, step.to);
    need.set(step.node, needBytes);
    const haveBytes = problem.memoryBytes[step.node]!;
    if (!fits(needBytes, haveBytes)) return { kind: 'does-not-fit', node: step.node, needBytes, haveBytes };
  }
  return null;
}
