import type { Criterion } from '../scenario/goals';
import type { Plan } from '../solvers/types';
import type { MethodId } from './methodsTypes';
import type { Measures, Unavailable } from './measures';

export interface FrontOptions {
  /** Two or three of the criteria; latency is always among them. */
  readonly criteria: readonly Criterion[];
}

export interface FrontPoint {
  /** In the order of the options' criteria; seconds, joules, bytes, leakage. */
  readonly values: readonly number[];
  readonly plan: Plan;
  readonly measures: Measures;
}

export interface FrontAnswer {
  /** What was really traded: the options' criteria without those that cannot be computed. */
  readonly criteria: readonly Criterion[];
  readonly unavailable: Readonly<Partial<Record<Criterion, Unavailable>>>;
  /** Every non-dominated plan, limits ignored, fastest first. */
  readonly points: readonly FrontPoint[];
  /** false: the search was cut off; points are real plans but more may exist. */
  readonly complete: boolean;
  /** Labels kept: what the search cost. */
  readonly labels: number;
  /** The answers of the three methods (and of the latency optimum) as points on the same axes; plan null if infeasible. */
  readonly methods: readonly {
    readonly method: MethodId | 'best';
    readonly measures: Measures | null;
    /** Criteria whose limit the plan breaks. */
    readonly broken: readonly Criterion[];
  }[];
}
