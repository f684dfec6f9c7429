/** Parameters along which the cost of a plan is linear: the problem at a value, and what a step costs there. */
import type { EnvelopeLine } from './envelope';
import { stepS } from './plans';
import type { IndexOutcome, IndexPlan, RouteProblem, Step } from './types';

export interface LinearParameter {
  readonly problemAt: (x: number) => RouteProblem;
  /** Cost of a step in parts: fixed [s], and per unit of x. */
  readonly fixedS: (step: Step) => number;
  readonly slope: (step: Step) => number;
}

/** x = seconds per byte on the moving arcs (1 in `moving`); their own entry in the problem is not read. */
export function alongCapacity(problem: RouteProblem, moving: Uint8Array): LinearParameter {
  const moves = (step: Step): step is Extract<Step, { kind: 'transfer' }> =>
    step.kind === 'transfer' && moving[step.arc] === 1;
  return {
    problemAt: (x) => ({
      ...problem,
      arcSecondsPerByte: problem.arcSecondsPerByte.map((own, a) => (moving[a] === 1 ? x : own)),
    }),
    fixedS: (step) => (moves(step) ? problem.arcFixedS[step.arc]! : stepS(problem, step)),
    slope: (step) => (moves(step) ? problem.boundaryBytes[step.boundary]! : 0),
  };
}

/** x = fixed seconds per transfer on the moving arcs, on top of `restS` (the part of the delay that stays). */
export function alongDelay(problem: RouteProblem, moving: Uint8Array, restS: number): LinearParameter {
  const moves = (step: Step): boolean => step.kind === 'transfer' && moving[step.arc] === 1;
  const withoutDelay: RouteProblem = {
    ...problem,
    arcFixedS: problem.arcFixedS.map((own, a) => (moving[a] === 1 ? restS : own)),
  };
  return {
    problemAt: (x) => ({
      ...problem,
      arcFixedS: problem.arcFixedS.map((own, a) => (moving[a] === 1 ? x + restS : own)),
    }),
    fixedS: (step) => stepS(withoutDelay, step),
    slope: (step) => (moves(step) ? 1 : 0),
  };
}

/** x = factor on the block times of one node, 1 / its speed factor. */
export function alongSlowness(problem: RouteProblem, node: number): LinearParameter {
  const { blockCount } = problem;
  const moves = (step: Step): boolean => step.kind === 'compute' && step.node === node;
  return {
    problemAt: (x) => {
      const computeS = problem.computeS.slice();
      for (let at = node * blockCount; at < (node + 1) * blockCount; at++) computeS[at]! *= x;
      return { ...problem, computeS };
    },
    fixedS: (step) => (moves(step) ? 0 : stepS(problem, step)),
    slope: (step) => (moves(step) ? stepS(problem, step) : 0),
  };
}

/** The best plan at x as a line along the parameter. */
export function lineAlong(
  parameter: LinearParameter,
  solve: (problem: RouteProblem) => IndexOutcome,
  x: number,
): EnvelopeLine<IndexPlan> | null {
  const outcome = solve(parameter.problemAt(x));
  if (outcome.kind === 'infeasible') return null;
  let fixed = 0;
  let slope = 0;
  for (const step of outcome.plan.steps) {
    fixed += parameter.fixedS(step);
    slope += parameter.slope(step);
  }
  return { plan: outcome.plan, fixed, slope, proven: outcome.proven };
}
