import { asCapacity, asCount, mostLags, stepsToFollow } from './bounds';
import { solveLevinson } from './levinson';
import { followRecurrence, pushLag } from './recurrence';
import type { Predictor } from './types';

/** Values that a fit looks at. */
const fittedValues = 200;

/** A new fit after so many observations. */
const observationsAFit = 8;

/**
 * Autoregression of `window` lags around the mean of the last 200 values, fitted by Yule-Walker and Levinson every
 * 8 observations (Box and Jenkins). Several steps ahead it is iterated, which ends at the mean. The last value until
 * three values a lag were seen, and where the answer would be beyond twice the largest value ever seen.
 * O(200 * window) a fit, O(window) a step of a forecast.
 *
 * @param window - lags, 1..20
 */
export function createAutoregression(window: number): Predictor {
  const order = asCount(window, 1, mostLags);
  const ring = new Float64Array(fittedValues);
  const deviations = new Float64Array(fittedValues);
  const autocovariances = new Float64Array(order + 1);
  const coefficients = new Float64Array(order);
  const lags = new Float64Array(order);
  const path = new Float64Array(order);
  const least = 3 * (order + 1);
  let seen = 0;
  let largest = 0;
  let constant = 0;

  const fit = (): void => {
    const count = Math.min(seen, fittedValues);
    const oldest = seen - count;
    // Around the newest value first: the mean of a constant series is then that constant to the last bit.
    const around = lags[0]!;
    let offset = 0;
    for (let i = 0; i < count; i += 1) {
      deviations[i] = ring[(oldest + i) % fittedValues]! - around;
      offset += deviations[i]!;
    }
    offset /= count;
    for (let i = 0; i < count; i += 1) deviations[i]! -= offset;
    for (let lag = 0; lag <= order; lag += 1) {
      let sum = 0;
      for (let i = lag; i < count; i += 1) sum += deviations[i]! * deviations[i - lag]!;
      autocovariances[lag] = sum / count;
    }
    solveLevinson(autocovariances, coefficients);
    let explained = 0;
    for (let k = 0; k < order; k += 1) explained += coefficients[k]!;
    constant = (around + offset) * (1 - explained);
  };

  return {
    observe: (value) => {
      const observed = asCapacity(value);
      pushLag(lags, observed);
      ring[seen % fittedValues] = observed;
      largest = Math.max(largest, observed);
      seen += 1;
      if (seen >= least && (seen - least) % observationsAFit === 0) fit();
    },
    forecast: (steps) => {
      const whole = stepsToFollow(steps);
      if (whole === 0 || seen < least) return lags[0]!;
      const answer = followRecurrence(coefficients, constant, lags, path, whole, 2 * largest);
      return Number.isNaN(answer) ? lags[0]! : answer;
    },
  };
}
