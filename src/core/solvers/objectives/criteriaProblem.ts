/**
 * Route and split under several criteria at once: a network in which every block on a node and every boundary over an arc
 * costs a vector. Latency, joules and bytes add up; leakage is the largest handed over (MATHS 4).
 */
import type { Step } from '../types';

export interface CriterionCosts {
  /** How the parts of a plan combine. */
  readonly kind: 'sum' | 'max';
  /** Of block l on node v at [v * L + l]; Infinity = impossible. Not negative. */
  readonly compute: Float64Array;
  /** Of boundary i over arc a at [i * A + a]; Infinity = impossible. Not negative. */
  readonly ship: Float64Array;
}

export interface CriteriaProblem {
  readonly nodeCount: number;
  readonly blockCount: number;
  readonly source: number;
  /** Where the result must be; null = it stays where it is made. */
  readonly goal: number | null;
  readonly arcFrom: Int32Array;
  readonly arcTo: Int32Array;
  /** What is impossible under one criterion must be so under all. */
  readonly criteria: readonly CriterionCosts[];
  readonly weightBytes: Float64Array;
  /** By node; Infinity = unlimited. */
  readonly memoryBytes: Float64Array;
}

export function combine(kind: CriterionCosts['kind'], a: number, b: number): number {
  return kind === 'sum' ? a + b : Math.max(a, b);
}

/** What a plan costs under each criterion, summed from its start. */
export function valuesOf(problem: CriteriaProblem, steps: readonly Step[]): number[] {
  const arcCount = problem.arcFrom.length;
  return problem.criteria.map(({ kind, compute, ship }) => {
    let value = 0;
    for (const step of steps) {
      if (step.kind === 'transfer') {
        value = combine(kind, value, ship[step.boundary * arcCount + step.arc]!);
        continue;
      }
      for (let l = step.from; l < step.to; l++) {
        value = combine(kind, value, compute[step.node * problem.blockCount + l]!);
      }
    }
    return value;
  });
}

/** A plan and what it costs under each criterion. */
export interface CriteriaPlan {
  readonly values: readonly number[];
  readonly steps: readonly Step[];
}
