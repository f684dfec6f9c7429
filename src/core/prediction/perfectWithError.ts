import { createNormal } from '../normal';
import { createRandom } from '../random';
import { asCapacity, wholeSteps } from './bounds';
import type { Predictor } from './types';

/** At least half of all draws are above 0: as many in a row that are not would be a broken generator's. */
const mostDraws = 64;

/**
 * Knows what will be, but for a relative error: c becomes N(c, (errorSd c)^2) truncated above 0, HiveMind's model
 * (VII-C.3). One error an observation, the same for every step ahead of it: asking twice gives the same answer, and the
 * errors do not depend on how often is asked. What is now was observed, without error. O(1).
 *
 * With large `errorSd` the mean of what truncation leaves is above c: by 29 % at 1, as in the paper's model.
 *
 * @param errorSd - relative standard deviation, >= 0; 0 gives the truth
 */
export function createPerfectWithError(
  truthAt: (steps: number) => number,
  errorSd: number,
  seed: number,
): Predictor {
  const sd = errorSd > 0 && errorSd < Infinity ? errorSd : 0;
  const normal = createNormal(createRandom(seed));
  let started = false;
  let factor = 1;

  const drawFactor = (): number => {
    for (let draw = 0; draw < mostDraws; draw += 1) {
      const drawn = 1 + sd * normal();
      if (drawn > 0) return drawn;
    }
    return 1;
  };

  return {
    observe: () => {
      started = true;
      if (sd > 0) factor = drawFactor();
    },
    forecast: (steps) => {
      if (!started) return 0;
      const whole = wholeSteps(steps);
      return asCapacity(whole === 0 ? truthAt(0) : truthAt(whole) * factor);
    },
  };
}
