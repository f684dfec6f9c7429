import { asCapacity, asCount, wholeSteps } from './bounds';
import type { Predictor } from './types';

/** One second without reception must not make the mean 0, so that much counts at least [Mbit/s]. */
const floorMbps = 0.05;

const mostValues = 1000;

/**
 * Harmonic mean of the last `window` values (fewer at the start), as adaptive video players use it because a single
 * peak hardly moves it (FESTIVE, Jiang et al., CoNEXT 2012). Values below 0.05 Mbit/s count as 0.05, but the answer is
 * never above the largest value in the window: a link that was down all the time stays down. O(window) a question.
 */
export function createHarmonicMean(window: number): Predictor {
  const values = new Float64Array(asCount(window, 1, mostValues));
  let seen = 0;
  let last = 0;

  const harmonicMean = (): number => {
    const count = Math.min(seen, values.length);
    let inverses = 0;
    let largest = 0;
    for (let i = 0; i < count; i += 1) {
      inverses += 1 / Math.max(values[i]!, floorMbps);
      largest = Math.max(largest, values[i]!);
    }
    return Math.min(count / inverses, largest);
  };

  return {
    observe: (value) => {
      last = asCapacity(value);
      values[seen % values.length] = last;
      seen += 1;
    },
    forecast: (steps) => (seen === 0 || wholeSteps(steps) === 0 ? last : harmonicMean()),
  };
}
