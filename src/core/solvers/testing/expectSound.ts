/** What every plan must be, whoever made it. */
import { expect } from 'vitest';
import { overfullNode, planOf } from '../plans';
import type { IndexOutcome, RouteProblem } from '../types';

/** Seconds of a plan; Infinity when there is none. */
export const totalOf = (outcome: IndexOutcome): number =>
  outcome.kind === 'plan' ? outcome.plan.totalS : Infinity;

/** The plan's steps lead from the source through all blocks to the place of delivery, and cost what they say. */
export function expectSound(problem: RouteProblem, outcome: IndexOutcome): void {
  if (outcome.kind !== 'plan') return;
  let at = problem.source;
  let done = 0;
  for (const step of outcome.plan.steps) {
    if (step.kind === 'compute') {
      expect(step).toMatchObject({ node: at, from: done });
      expect(step.to).toBeGreaterThan(step.from);
      expect(problem.computes[at]).toBe(1);
      done = step.to;
    } else {
      expect(step.boundary).toBe(done);
      expect(problem.arcFrom[step.arc]).toBe(at);
      at = problem.arcTo[step.arc]!;
    }
  }
  expect(done).toBe(problem.blockCount);
  if (problem.delivery === 'sink') expect(at).toBe(problem.sink);
  if (problem.delivery === 'return') expect(at).toBe(problem.source);
  expect(overfullNode(problem, outcome.plan.steps)).toBeNull();
  expect(planOf(problem, outcome.plan.steps).totalS).toBe(outcome.plan.totalS);
}
