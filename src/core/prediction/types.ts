/** What the capacity of a link will be, told from what it was. */

export const predictorKinds = [
  'last',
  'ewma',
  'harmonic',
  'rls',
  'ar',
  'perfect',
  'perfect-with-error',
] as const;
export type PredictorKind = (typeof predictorKinds)[number];

export interface PredictionSettings {
  readonly kind: PredictorKind;
  /** Weight of the newest value (ewma), 0..1. */
  readonly ewmaWeight: number;
  /** Values looked back on (harmonic: at most 1,000), lags (rls, ar: at most 20). */
  readonly window: number;
  /** Forgetting of rls, 0.5..1; 1 forgets nothing. */
  readonly forgetting: number;
  /** Relative standard deviation of the error (perfect-with-error). */
  readonly errorSd: number;
  /** The horizon is the mean gap of so many tasks. */
  readonly gapTasks: number;
}

export interface PredictorContext {
  /** Of the errors: one of its own for every link. */
  readonly seed: number;
  /** What only the perfect ones look at: the true value so many steps after the latest observation [Mbit/s]. */
  readonly truthAt: (steps: number) => number;
}

/**
 * One link's. Allocation-free once made, and asking changes nothing: the same question between two observations has
 * the same answer. Never answers below 0 or other than finite.
 */
export interface Predictor {
  /** The value of the next step [Mbit/s, >= 0]; what is below 0 or no number counts as 0. */
  observe(value: number): void;
  /**
   * The value so many steps after the latest observation, a fraction rounded [Mbit/s]. 0 steps = now: what was observed
   * last, whatever the kind. 0 before anything was observed.
   */
  forecast(steps: number): number;
}
