import { createPredictor } from './createPredictor';
import type { PredictionSettings } from './types';

export interface EvaluationOptions {
  /** How far ahead, >= 1. */
  readonly steps: number;
  /** What is to be told: the value so many steps ahead, or the mean of all up to it. */
  readonly target: 'value' | 'mean';
  /** Part of the series at its start that is only learnt from, 0..1. */
  readonly learnt: number;
  /** Of the errors of `perfect-with-error`. */
  readonly seed: number;
}

export interface ForecastErrors {
  /** Forecasts that were compared with what came. */
  readonly forecasts: number;
  /** Mean absolute error over the mean of what came; null where all that came was 0, or nothing was compared. */
  readonly maeOverMean: number | null;
  /** Root of the mean squared error over the same mean. */
  readonly rmseOverMean: number | null;
  /** Share of forecasts off by 10 % of what came at most; null where nothing was compared. */
  readonly within10Percent: number | null;
}

/**
 * Walks a predictor over a series as a simulation would (observe, then forecast) and compares with what came. The
 * measures are those of Mei et al. (PAM 2019) and, with 10 %, of HiveMind.
 * O(values * (an observation + steps * a forecast)) for 'mean', without `steps` for 'value'.
 *
 * @param values - one a step [Mbit/s]
 */
export function evaluatePrediction(
  settings: PredictionSettings,
  values: ArrayLike<number>,
  options: EvaluationOptions,
): ForecastErrors {
  const { steps } = options;
  let now = 0;
  const truthAt = (ahead: number): number => values[Math.min(now + ahead, values.length - 1)]!;
  const predictor = createPredictor(settings, { seed: options.seed, truthAt });
  const forecastAt = (ahead: number): number => predictor.forecast(ahead);
  const over = options.target === 'mean' ? meanAhead : valueAhead;
  const firstCompared = Math.floor(values.length * options.learnt);
  let forecasts = 0;
  let absolute = 0;
  let squared = 0;
  let came = 0;
  let within = 0;
  for (; now + steps < values.length; now += 1) {
    predictor.observe(values[now]!);
    if (now + 1 < firstCompared) continue;
    const truth = over(truthAt, steps);
    const error = Math.abs(over(forecastAt, steps) - truth);
    forecasts += 1;
    absolute += error;
    squared += error * error;
    came += truth;
    if (error <= 0.1 * truth) within += 1;
  }
  return {
    forecasts,
    maeOverMean: came > 0 ? absolute / came : null,
    rmseOverMean: came > 0 ? Math.sqrt(squared * forecasts) / came : null,
    within10Percent: forecasts > 0 ? within / forecasts : null,
  };
}

const valueAhead = (at: (steps: number) => number, steps: number): number => at(steps);

function meanAhead(at: (steps: number) => number, steps: number): number {
  let sum = 0;
  for (let step = 1; step <= steps; step += 1) sum += at(step);
  return sum / steps;
}
