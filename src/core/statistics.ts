/** Order statistics and the seeded bootstrap. No assumption about the distribution: run times are skewed. */
import { createRandom } from './random';

/** Arithmetic mean; NaN for no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Middle value, or the mean of the middle two; NaN for no values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan 1996); NaN for no values.
 *
 * @param q - 0 (minimum) to 1 (maximum)
 */
export function quantile(values: readonly number[], q: number): number {
  return quantileOfSorted([...values].sort(ascending), q);
}

export interface BootstrapOptions {
  readonly statistic: 'median' | 'mean';
  readonly seed: number;
  readonly resamples?: number;
  /** Coverage of the interval, 0.95 unless told. */
  readonly level?: number;
}

/**
 * Percentile bootstrap interval of the median or mean (Efron 1979): same seed, same interval.
 * O(resamples * n log n). [NaN, NaN] for no values.
 */
export function bootstrapInterval(
  values: readonly number[],
  { statistic, seed, resamples = 400, level = 0.95 }: BootstrapOptions,
): readonly [number, number] {
  if (values.length === 0) return [NaN, NaN];
  const random = createRandom(seed);
  const sample = new Float64Array(values.length);
  const estimates = new Float64Array(resamples);
  for (let r = 0; r < resamples; r += 1) {
    for (let i = 0; i < sample.length; i += 1) sample[i] = values[random.integer(values.length)]!;
    estimates[r] = statistic === 'median' ? quantileOfSorted(sample.sort(), 0.5) : meanOf(sample);
  }
  estimates.sort();
  const tail = (1 - level) / 2;
  return [quantileOfSorted(estimates, tail), quantileOfSorted(estimates, 1 - tail)];
}

/** Half the width of an interval relative to a value inside it: 0.03 = "plus or minus 3 %". */
export function relativeHalfWidth([low, high]: readonly [number, number], centre: number): number {
  return (high - low) / 2 / centre;
}

const ascending = (a: number, b: number): number => a - b;

/** `quantile` of values that are in rising order already. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - below);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
