import { asCapacity, wholeSteps } from './bounds';
import type { Predictor } from './types';

/**
 * Knows what will be: the bound of what prediction can bring. O(1).
 *
 * @param truthAt - the true value so many steps after the latest observation [Mbit/s]
 */
export function createPerfect(truthAt: (steps: number) => number): Predictor {
  let started = false;
  return {
    observe: () => {
      started = true;
    },
    forecast: (steps) => (started ? asCapacity(truthAt(wholeSteps(steps))) : 0),
  };
}
