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
  /** Values looked back on (harmonic), lags (rls, ar). */
  readonly window: number;
  /** Forgetting of rls, 0..1. */
  readonly forgetting: number;
  /** Relative standard deviation of the error (perfect-with-error). */
  readonly errorSd: number;
  /** The horizon is the mean gap of so many tasks. */
  readonly gapTasks: number;
}

export interface PredictorContext {
  /** Of the errors. */
  readonly seed: number;
  /** What only the perfect ones look at: the true value so many steps after the latest observation. */
  readonly truthAt: (steps: number) => number;
}

/** One link's. Allocation-free once made. Never answers below 0 or other than finite, once something was observed. */
export interface Predictor {
  /** The value of the next step [any unit, >= 0]. */
  observe(value: number): void;
  /** The value so many steps after the latest observation, 0 = now; 0 before anything was observed. */
  forecast(steps: number): number;
}
