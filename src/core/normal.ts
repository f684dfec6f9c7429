/** The standard normal distribution, with the same bits in every engine (Math's log, exp, sin and cos differ between them). */
import cos from '@stdlib/math-base-special-cos';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import sin from '@stdlib/math-base-special-sin';
import type { Random } from './random';

/** Draws standard normal numbers from `random` (Box and Muller 1958): two uniform numbers for every two of them. */
export function createNormal(random: Random): () => number {
  let spare = 0;
  let hasSpare = false;
  return () => {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    // 1 - [0, 1) is never 0, which has no logarithm.
    const radius = Math.sqrt(-2 * ln(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    spare = radius * sin(angle);
    hasSpare = true;
    return radius * cos(angle);
  };
}

/** Probability that a standard normal number is at most `z`, to 1e-14 (Marsaglia 2004: Taylor series about 0). */
export function normalCdf(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  const square = z * z;
  let sum = z;
  let term = z;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= square / n;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

/** The middles of `count` equally likely parts of the standard normal distribution, ascending. `count` even. */
export function normalSteps(count: number): Float64Array {
  const steps = new Float64Array(count);
  const half = count / 2;
  let z = 0;
  for (let k = 0; k < half; k += 1) {
    const wanted = 0.5 + (k + 0.5) / count;
    // Newton's method from the step before: above 0 the distribution function is concave, so it rises to the root.
    for (let turn = 0; turn < 50; turn += 1) {
      const change = (wanted - normalCdf(z)) / normalDensity(z);
      z += change;
      if (Math.abs(change) < 1e-12) break;
    }
    steps[half + k] = z;
    steps[half - 1 - k] = -z;
  }
  return steps;
}

function normalDensity(z: number): number {
  return exp(-z * z * 0.5) * 0.3989422804014327;
}
