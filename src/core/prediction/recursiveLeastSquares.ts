import { asCapacity, asCount, asShare, mostLags, stepsToFollow } from './bounds';
import { followRecurrence, pushLag } from './recurrence';
import type { Predictor } from './types';

/**
 * How unsure the start is, of every coefficient: the fit is the least-squares one with this much of a pull
 * (1 / startVariance a coefficient, in units of the first value) towards "the last value stays".
 */
const startVariance = 1e4;

/** The first value of at least this is the unit [Mbit/s]: a smaller one would make all others too large to square. */
const leastUnit = 1e-3;

/** Forgetting faster leaves fewer values than coefficients. */
const leastForgetting = 0.5;

/**
 * Recursive least squares on `window` lags and a constant, with forgetting (Haykin, Adaptive Filter Theory; on mobile
 * throughput: Mei et al., PAM 2019). Without forgetting it is the batch solution, regularised towards the last value.
 * Several steps ahead it is iterated.
 *
 * Two things go wrong with it on real links, and are caught: where the series says nothing new for long, forgetting
 * blows the covariance up, so it pauses while the trace would be beyond that of the start; and the recurrence found may
 * grow, so an answer that is not finite or beyond twice the largest value ever seen is replaced by the last value.
 * O(window^2) an observation, O(window) a step of a forecast.
 *
 * @param window - lags, 1..20
 * @param forgetting - 0.5..1
 */
export function createRecursiveLeastSquares(window: number, forgetting: number): Predictor {
  const order = asCount(window, 1, mostLags);
  const keep = Math.max(asShare(forgetting, 1), leastForgetting);
  const fit = createFit(order, keep);
  const lags = new Float64Array(order);
  const path = new Float64Array(order);
  let seen = 0;
  let largest = 0;
  // What is fitted is relative to it, so that the constant is of the size of the lags. 0 until there is one.
  let unit = 0;

  return {
    observe: (value) => {
      const observed = asCapacity(value);
      if (unit > 0 && seen >= order) fit.learn(lags, observed, unit);
      if (unit === 0 && observed >= leastUnit) unit = observed;
      pushLag(lags, observed);
      largest = Math.max(largest, observed);
      seen += 1;
    },
    forecast: (steps) => {
      const whole = stepsToFollow(steps);
      if (whole === 0 || seen < order) return lags[0]!;
      const constant = fit.coefficients[order]! * unit;
      const answer = followRecurrence(fit.coefficients, constant, lags, path, whole, 2 * largest);
      return Number.isNaN(answer) ? lags[0]! : answer;
    },
  };
}

interface Fit {
  /** Of the lags, newest first, then the constant. */
  readonly coefficients: Float64Array;
  learn(lags: Float64Array, value: number, unit: number): void;
}

function createFit(order: number, keep: number): Fit {
  const size = order + 1;
  const coefficients = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  const inputs = new Float64Array(size);
  const spread = new Float64Array(size);

  const start = (): void => {
    coefficients.fill(0);
    coefficients[0] = 1;
    covariance.fill(0);
    for (let i = 0; i < size; i += 1) covariance[i * size + i] = startVariance;
  };

  /** spread = covariance * inputs; the product of the two. */
  const spreadOfInputs = (): number => {
    let product = 0;
    for (let i = 0; i < size; i += 1) {
      let sum = 0;
      for (let j = 0; j < size; j += 1) sum += covariance[i * size + j]! * inputs[j]!;
      spread[i] = sum;
      product += sum * inputs[i]!;
    }
    return product;
  };

  /** Takes out what the observation told; both halves from one number, so that rounding keeps it symmetric. */
  const shrinkCovariance = (divisor: number): void => {
    let trace = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        const entry = covariance[i * size + j]! - (spread[i]! * spread[j]!) / divisor;
        covariance[i * size + j] = entry;
        covariance[j * size + i] = entry;
      }
      trace += covariance[i * size + i]!;
    }
    if (trace > keep * size * startVariance) return;
    for (let i = 0; i < covariance.length; i += 1) covariance[i]! /= keep;
  };

  const learn = (lags: Float64Array, value: number, unit: number): void => {
    let error = value / unit;
    for (let k = 0; k < order; k += 1) inputs[k] = lags[k]! / unit;
    inputs[order] = 1;
    for (let i = 0; i < size; i += 1) error -= coefficients[i]! * inputs[i]!;
    const product = spreadOfInputs();
    // Rounding has cost the covariance its sign, or made it NaN: what was learnt is worth nothing.
    if (!(product >= 0)) {
      start();
      return;
    }
    for (let i = 0; i < size; i += 1) coefficients[i]! += (spread[i]! / (keep + product)) * error;
    shrinkCovariance(keep + product);
  };

  start();
  return { coefficients, learn };
}
