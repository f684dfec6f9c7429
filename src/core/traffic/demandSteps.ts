/** What background UEs want, in steps: a log-normal distribution of 4096 equally likely values. */
import exp from '@stdlib/math-base-special-exp';
import { normalSteps } from '../normal';

/** A demand is drawn as an index below this. */
export const demandStepCount = 4096;

/** The median demand in units of `demandSteps`. */
export const medianUnits = 65_536;

/**
 * Demand of each step, ascending, in whole parts of the median (1 / 65,536 of it): sums of whole numbers below 2^53 are
 * exact, so a sum that is kept over a million switches never drifts.
 *
 * @param sigma - standard deviation of the natural logarithm
 */
export function demandSteps(sigma: number): Float64Array {
  const steps = normalSteps(demandStepCount);
  for (let k = 0; k < steps.length; k += 1) {
    steps[k] = Math.max(1, Math.round(medianUnits * exp(sigma * steps[k]!)));
  }
  return steps;
}
