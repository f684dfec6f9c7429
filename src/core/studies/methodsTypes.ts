import type { Criterion } from '../scenario/goals';
import type { Outcome } from '../solvers/types';
import type { Measures, Unavailable } from './measures';

/** Methods beyond the strategies that every drag solves; stable ids. */
export const methodIds = [
  'row',
  'algorithm-1-printed',
  'algorithm-1-corrected',
  'pipeline',
  'weighted',
  'hivemind-weights',
  'within-limits',
] as const;
export type MethodId = (typeof methodIds)[number];

export type MethodsOptions = Readonly<Record<string, never>>;

export interface MethodOutcome {
  readonly method: MethodId;
  readonly outcome: Outcome;
  /** null without a plan. */
  readonly measures: Measures | null;
  /** What the method itself believes its value is, where that differs from what its plan costs (printed Algorithm 1) [s]. */
  readonly promisedS: number | null;
}

export interface MethodsAnswer {
  readonly methods: readonly MethodOutcome[];
  /** Measures of the strategies of the comparison, in its order; null where a strategy has no plan. */
  readonly strategies: readonly { readonly strategy: string; readonly measures: Measures | null }[];
  readonly unavailable: Readonly<Partial<Record<Criterion, Unavailable>>>;
}
