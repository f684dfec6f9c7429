/**
 * From measured runs to the block times a solver uses, with the gate that says how far to trust them: blocks are
 * measured inside one run of the whole model, so their sum must equal what the model takes end to end.
 */
import { err, ok, type Result } from '../result';
import { bootstrapInterval, mean, median, quantile } from '../statistics';
import { blockTime, secondsOf } from './blockTime';
import { gradeOf, steadyWithin, spreadOf, unstableFactor } from './steadiness';
import { isCoarse, stopping } from './stoppingRule';
import type { BlockSample, MeasuredSource } from './types';

export interface MeasuredRuns {
  /** [run][block] seconds of profiled runs. */
  readonly blockRuns: readonly Float64Array[];
  /** Seconds a plain run, one entry a sample. */
  readonly endToEndS: readonly number[];
  readonly clockS: number;
  readonly threads: number;
  readonly seed: number;
}

export type RunSummary = Pick<
  MeasuredSource,
  | 'endToEndS'
  | 'endToEndIntervalS'
  | 'endToEndMeanS'
  | 'sumS'
  | 'ratio'
  | 'factor'
  | 'statistic'
  | 'steadiness'
  | 'reason'
> & { readonly blocks: readonly BlockSample[] };

/** Of most blocks this clock tells nothing: their times would be its step, not theirs. */
export interface ClockTooCoarse {
  readonly kind: 'clock-too-coarse';
  /** Its step [s]. */
  readonly clockS: number;
}

/** Bounds may at most double what was measured, or the split would answer to the clock and not to the device. */
const boundsInflateUpTo = 2;

/**
 * Median of each block times (end to end / sum) while the two agree within 10 % and the end-to-end median is known within
 * 10 %. Otherwise each run stalls in another block, medians under-count, and means are used: means stay additive. They are
 * used as they are unless they add up to more than 10 % beyond the mean of the plain runs, which then is what they are
 * scaled to (see `unstableFactor`). A coarse clock reads a short block as 0 or one tick, so that only means say anything
 * there, scaled to the end-to-end median while steady.
 */
export function summariseRuns(runs: MeasuredRuns): Result<RunSummary, ClockTooCoarse> {
  const columns = blockColumns(runs.blockRuns);
  const coarse = isCoarse(runs.clockS);
  const centre = coarse ? mean : median;
  const centreSum = sum(columns.map(centre));
  const ratio = centreSum / centre(runs.endToEndS);
  const endToEndS = median(runs.endToEndS);
  if (!(endToEndS > 0 && centreSum > 0)) return tooCoarse(runs);
  const endToEndMeanS = mean(runs.endToEndS);
  const endToEndIntervalS = bootstrapInterval(runs.endToEndS, { statistic: 'median', seed: runs.seed });
  const spread = spreadOf({ endToEndS, endToEndIntervalS });
  const steadiness = gradeOf(ratio, spread);
  const statistic = coarse || steadiness === 'unstable' ? 'mean' : 'median';
  const sumS = statistic === 'mean' ? sum(columns.map(mean)) : centreSum;
  const factor = steadiness === 'unstable' ? unstableFactor(sumS, endToEndMeanS) : endToEndS / sumS;
  const blocks = columns.map((column) => sampleOf(column, statistic, factor, runs));
  const countedS = sum(blocks.map(({ time }) => secondsOf(time)));
  if (countedS > boundsInflateUpTo * sumS * factor) return tooCoarse(runs);
  return ok({
    blocks,
    endToEndS,
    endToEndIntervalS,
    endToEndMeanS,
    sumS,
    ratio,
    factor,
    statistic,
    steadiness,
    reason: likelyReason(runs, ratio, spread),
  });
}

function tooCoarse({ clockS }: MeasuredRuns): Result<never, ClockTooCoarse> {
  return err({ kind: 'clock-too-coarse', clockS });
}

/** Running medians of the blocks [s], for a chart that fills while measuring; means on a coarse clock. */
export function runningCentres(blockRuns: readonly Float64Array[], clockS: number): number[] {
  return blockColumns(blockRuns).map(isCoarse(clockS) ? mean : median);
}

/**
 * A block is a time once it is longer than a tick of the clock. Below that, all that is known is a bound: the upper end of
 * the interval of its mean, at least what n readings of 0 leave possible (3 ticks / n, the "rule of three"), at most a tick.
 */
function sampleOf(
  column: readonly number[],
  statistic: 'median' | 'mean',
  factor: number,
  { clockS, seed }: MeasuredRuns,
): BlockSample {
  const value = (statistic === 'mean' ? mean(column) : median(column)) * factor;
  if (value < clockS) {
    const [, upper] = bootstrapInterval(column, { statistic: 'mean', seed });
    const bound = Math.min(clockS, Math.max(upper * factor, (3 * clockS) / column.length));
    return { time: { belowS: bound }, intervalS: null };
  }
  const [low, high] = bootstrapInterval(column, { statistic, seed });
  return { time: blockTime(value, clockS), intervalS: [low * factor, high * factor] };
}

/** Slowest tenth over the median from which runs count as disturbed. */
const disturbedAbove = 1.3;
/** A spinning thread that waits for a core loses whole scheduler slices [s]. */
const schedulerSliceS = 0.008;

/** What is not steady, each with what probably made it so; empty when both grades are good. */
function likelyReason(runs: MeasuredRuns, ratio: number, spread: number): string {
  const isWide = spread > steadyWithin.good;
  const isApart = Math.abs(ratio - 1) > steadyWithin.good;
  if (!isWide && !isApart) return '';
  const cause = disturbance(runs);
  const sentences: string[] = [];
  if (isWide) sentences.push(`The end-to-end time is known to ± ${percentOf(spread)} only.`);
  if (cause !== null) {
    if (isApart) sentences.push(`Blocks and whole are ${percentOf(Math.abs(ratio - 1))} apart.`);
    sentences.push(cause);
  } else if (isApart) sentences.push(isCoarse(runs.clockS) ? coarseText(runs.clockS) : apartText(ratio));
  else sentences.push('The device probably changed its speed, or did other work now and then.');
  return sentences.join(' ');
}

/** What disturbed the runs, if anything shows it did. */
function disturbance(runs: MeasuredRuns): string | null {
  const n = runs.blockRuns.length;
  if (n < stopping.minimumRuns) {
    return `Only ${n} runs fitted into the time: too few to average out what disturbed them.`;
  }
  const tail = quantile(runs.endToEndS, 0.9) / median(runs.endToEndS);
  if (tail <= disturbedAbove && !inSlices(runs.endToEndS)) return null;
  const who =
    runs.threads > 1
      ? 'Probably more threads than free cores'
      : 'Probably another program, or this page in the background';
  return `${who}: the slowest tenth of the runs took ${tail.toFixed(1)} times the median.`;
}

function coarseText(clockS: number): string {
  return `The clock of this page steps in ${(clockS * 1e3).toPrecision(1)} ms, too coarse for short blocks.`;
}

function apartText(ratio: number): string {
  const percent = percentOf(Math.abs(ratio - 1));
  return ratio < 1
    ? `${percent} of the time passed outside the blocks.`
    : `Measuring the blocks slowed the model by ${percent}.`;
}

const percentOf = (share: number): string => `${Math.round(share * 100)} %`;

/** Many runs are slower than the fastest by whole scheduler slices. */
function inSlices(endToEndS: readonly number[]): boolean {
  const fastest = Math.min(...endToEndS);
  const stalled = endToEndS.filter((run) => {
    const slices = (run - fastest) / schedulerSliceS;
    return slices > 0.5 && Math.abs(slices - Math.round(slices)) < 0.08;
  });
  return stalled.length > endToEndS.length / 3;
}

function blockColumns(blockRuns: readonly Float64Array[]): number[][] {
  const first = blockRuns[0];
  if (first === undefined) return [];
  return Array.from(first, (_, block) => blockRuns.map((run) => run[block]!));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
