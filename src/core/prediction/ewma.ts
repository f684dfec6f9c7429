import { asCapacity, asShare, wholeSteps } from './bounds';
import type { Predictor } from './types';

/**
 * Exponentially weighted moving average: each new value counts `weight`, all before it what is left; starts at the
 * first value. The same for every step ahead. O(1).
 *
 * @param weight - of the newest value, 0..1
 */
export function createEwma(weight: number): Predictor {
  const share = asShare(weight, 1);
  let average = 0;
  let last = 0;
  let started = false;
  return {
    observe: (value) => {
      last = asCapacity(value);
      // In this form a constant series stays what it is to the last bit.
      average = started ? average + share * (last - average) : last;
      started = true;
    },
    forecast: (steps) => (wholeSteps(steps) === 0 ? last : average),
  };
}
