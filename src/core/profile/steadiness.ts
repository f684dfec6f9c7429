/** How far a measurement can be trusted, and which total of it counts. */
import { relativeHalfWidth } from '../statistics';
import type { Backend, MeasuredSource, Steadiness } from './types';

/** Limits of |sum of blocks / end to end - 1| and of the relative half-width of the end-to-end interval. */
export const steadyWithin = { good: 0.05, fair: 0.1 } as const;

/**
 * The worse of two grades: of the gate (the blocks add up to the whole) and of the spread (the runs agree).
 *
 * @param ratio - sum of the blocks over end to end
 * @param spread - half-width of the 95 % interval of the end-to-end median, relative to that median
 */
export function gradeOf(ratio: number, spread: number): Steadiness {
  const off = Math.max(Math.abs(ratio - 1), spread);
  if (off <= steadyWithin.good) return 'good';
  return off <= steadyWithin.fair ? 'fair' : 'unstable';
}

/** Half-width of the end-to-end interval, relative to the median. */
export function spreadOf({
  endToEndIntervalS,
  endToEndS,
}: Pick<MeasuredSource, 'endToEndIntervalS' | 'endToEndS'>): number {
  return relativeHalfWidth(endToEndIntervalS, endToEndS);
}

/** Means of the blocks may exceed the mean of the plain runs by this before they are scaled to it. */
const meansMayExceedBy = 0.1;

/**
 * What block means of an unstable measurement are multiplied with: 1, unless the profiled runs were disturbed more than the
 * plain ones and their means add up to more than 10 % beyond the mean of the plain runs; then the factor brings them to it,
 * so that the total that counts is never a multiple of what a plain run takes on average. On a GPU the factor always brings
 * them to it: time stamps see its programs and not what passes between them, which a split has to wait for too.
 *
 * @param sumS - means of the blocks, added up [s]
 * @param endToEndMeanS - mean of the plain runs [s]; undefined in documents from before it was kept: factor 1
 */
export function unstableFactor(
  sumS: number,
  endToEndMeanS: number | undefined,
  backend: Backend = 'wasm',
): number {
  if (endToEndMeanS === undefined) return 1;
  if (backend !== 'webgpu' && sumS <= endToEndMeanS * (1 + meansMayExceedBy)) return 1;
  return endToEndMeanS / sumS;
}

/** What a measurement's blocks add up to after scaling [s]: the end-to-end median if steady, else the sum of means. */
export function countedS({ sumS, factor }: Pick<MeasuredSource, 'sumS' | 'factor'>): number {
  return sumS * factor;
}
