/** From the water level to what the UE gets of a link: a power map, fitted so that mean and spread at load x1 are the wished ones. */
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { normalCdf } from '../normal';

/** share = min(ceiling, scale * level^power * fast); fast = exp(N(0, fastVariance) - fastVariance / 2), which has mean 1. */
export interface ShareMap {
  readonly scale: number;
  /** 0 (the share does not follow the load) to 1 (it follows the water level itself). */
  readonly power: number;
  /** Of the natural logarithm of the fast part. */
  readonly fastVariance: number;
  readonly ceiling: number;
}

export interface WishedShare {
  readonly mean: number;
  readonly sd: number;
  readonly ceiling: number;
  /** Part of the variance that is fast, 0..1. */
  readonly fastPart: number;
}

/** Above this the share would answer to the load more strongly than proportional fair scheduling does. */
const mostPower = 1;
/** The clipping at the ceiling is made up for until mean and spread are so near [relative]. */
const tolerance = 1e-4;
const mostTurns = 60;
/** A squared coefficient of variation up to this is none: below it rounding decides. */
const leastVariation = 1e-12;
/** Of the squared coefficient of variation: more spread than that is not put in to make up for the clipping. */
const mostWidening = 16;

/**
 * The two parts multiply, so with c the coefficients of variation (1 + c^2) = (1 + c_slow^2)(1 + c_fast^2) and
 * c_fast^2 = fastPart * c^2. `power` gives the level c_slow; where even power 1 does not (a level that hardly moves: very
 * many background UEs, or none), the rest is fast. A mean at or above the ceiling, and a spread that the ceiling leaves no
 * room for, are met as nearly as they can be.
 *
 * @param levels - water levels at load x1 in any unit, above 0; none: the share is fast alone
 */
export function fitShareMap(levels: Float64Array, { mean, sd, ceiling, fastPart }: WishedShare): ShareMap {
  if (!(mean > 0)) return { scale: 0, power: 0, fastVariance: 0, ceiling };
  const wished = (sd / mean) * (sd / mean);
  if (!(wished > leastVariation)) return { scale: mean, power: 0, fastVariance: 0, ceiling };
  const logs = levels.map(ln);
  let inflated = wished;
  let map = unclippedMap(logs, mean, inflated, fastPart, ceiling);
  if (mean >= ceiling) return map;
  let target = mean;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const got = clippedMoments(logs, map);
    const meanRatio = mean / got.mean;
    const spreadRatio = wished / got.relativeVariance;
    if (Math.abs(meanRatio - 1) < tolerance && Math.abs(spreadRatio - 1) < tolerance) break;
    target = Math.min(target * meanRatio, 2 * ceiling);
    inflated = Math.min(inflated * spreadRatio, mostWidening * wished);
    map = unclippedMap(logs, target, inflated, fastPart, ceiling);
  }
  return map;
}

/** The map that has this mean and squared coefficient of variation before it is clipped. */
function unclippedMap(
  logs: Float64Array,
  mean: number,
  variation: number,
  fastPart: number,
  ceiling: number,
): ShareMap {
  const slowWished = (1 + variation) / (1 + fastPart * variation) - 1;
  const power = logs.length === 0 ? 0 : powerFor(logs, slowWished);
  const slow = powerMoments(logs, power);
  const fastVariance = Math.max(0, ln((1 + variation) / (1 + slow.relativeVariance)));
  return { scale: mean / slow.mean, power, fastVariance, ceiling };
}

/** Power that gives the levels this squared coefficient of variation; it rises with the power, nearly as its square. */
function powerFor(logs: Float64Array, wished: number): number {
  if (!(wished > 0)) return 0;
  let power = mostPower;
  for (let turn = 0; turn < 30; turn += 1) {
    const got = powerMoments(logs, power).relativeVariance;
    if (power === mostPower && got <= wished) return mostPower;
    const factor = Math.sqrt(wished / got);
    power = Math.min(mostPower, power * factor);
    if (Math.abs(factor - 1) < 1e-6) break;
  }
  return power;
}

interface Moments {
  readonly mean: number;
  /** Variance over the square of the mean. */
  readonly relativeVariance: number;
}

function powerMoments(logs: Float64Array, power: number): Moments {
  if (logs.length === 0) return { mean: 1, relativeVariance: 0 };
  let sum = 0;
  let squares = 0;
  for (const log of logs) {
    const value = exp(power * log);
    sum += value;
    squares += value * value;
  }
  return moments(sum / logs.length, squares / logs.length);
}

/** Of min(ceiling, share): for every level the fast part is log-normal, whose clipped moments have a closed form. */
function clippedMoments(logs: Float64Array, { scale, power, fastVariance, ceiling }: ShareMap): Moments {
  const count = Math.max(1, logs.length);
  const deviation = Math.sqrt(fastVariance);
  const growth = exp(fastVariance);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i += 1) {
    const mean = scale * exp(power * (logs[i] ?? 0));
    // How many standard deviations the ceiling lies above the median.
    const room = deviation > 0 ? (ln(ceiling / mean) + fastVariance / 2) / deviation : Infinity;
    if (room - 2 * deviation > 6) {
      const most = Math.min(mean, ceiling);
      sum += most;
      squares += most * most * growth;
    } else {
      const clipped = 1 - normalCdf(room);
      sum += mean * normalCdf(room - deviation) + ceiling * clipped;
      squares += mean * mean * growth * normalCdf(room - 2 * deviation) + ceiling * ceiling * clipped;
    }
  }
  return moments(sum / count, squares / count);
}

function moments(mean: number, meanSquare: number): Moments {
  return { mean, relativeVariance: Math.max(0, meanSquare / (mean * mean) - 1) };
}
