import type { BlockTime } from './types';

/**
 * Smallest time a model states [s]: a picosecond. A block without work (a custom block with load 0, a pooling block on a
 * device known by its speed alone) takes "less than this", because 0 cannot be represented.
 */
export const modelledResolutionS = 1e-12;

/**
 * A block's time, or "shorter than the clock can tell".
 *
 * @param seconds - measured or modelled time [s], >= 0
 * @param belowS - resolution of the clock or of the model [s], > 0; what is shorter becomes `{ belowS }`
 * @throws RangeError for NaN, Infinity or negative times: they are bugs of the caller, never data
 */
export function blockTime(seconds: number, belowS: number): BlockTime {
  if (!Number.isFinite(seconds) || seconds < 0 || !Number.isFinite(belowS) || belowS <= 0) {
    throw new RangeError(`not a block time: ${seconds} s with a resolution of ${belowS} s`);
  }
  return seconds < belowS ? { belowS } : { seconds };
}

/** The value a solver uses [s], always positive. "Below x" counts as x, so that no block is free. */
export function secondsOf(time: BlockTime): number {
  return 'seconds' in time ? time.seconds : time.belowS;
}
