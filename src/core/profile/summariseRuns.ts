/**
 * From measured runs to the block times a solver uses, with the gate that says how far to trust them: blocks are
 * measured inside one run of the whole model, so their sum must equal what the model takes end to end.
 */
import { err, ok, type Result } from '../result';
import { bootstrapInterval, mean, median, quantile } from '../statistics';
import { blockTime, secondsOf } from './blockTime';
import { describeReasons } from './describeReasons';
import type { PageFacts } from './pageFacts';
import { findReasons } from './reasons';
import type { Reason } from './reasonTypes';
import { gradeOf, spreadOf, unstableFactor } from './steadiness';
import { isCoarse } from './stoppingRule';
import type { Backend, BlockSample, MeasuredSource } from './types';

/** A block that ran in a session of its own. */
export interface BlockAlone {
  /** Seconds a run, one entry a sample; none where even many runs together are too short for the clock. */
  readonly samplesS: readonly number[];
  /** What takes less than this was not timed [s]. */
  readonly belowS: number;
}

export interface MeasuredRuns {
  /** [run][block] seconds of profiled runs. */
  readonly blockRuns: readonly Float64Array[];
  /** Seconds a plain run, one entry a sample. */
  readonly endToEndS: readonly number[];
  /** Step of the clock that timed the blocks [s]: on a GPU that of its time stamps. */
  readonly clockS: number;
  readonly threads: number;
  readonly seed: number;
  readonly backend?: Backend | undefined;
  /**
   * Blocks timed alone, in place of `blockRuns`: their sum says nothing about how steady the measurement is, and is scaled to
   * the whole.
   */
  readonly alone?: readonly BlockAlone[] | undefined;
  readonly conditions?: Conditions | undefined;
}

/** What is known beside the runs; everything may be left out. */
interface Conditions {
  /** Unix time of the first and after the last run [s]. */
  readonly spellS?: readonly [number, number] | undefined;
  /** Longest time in which nothing ran though something should have [s]. */
  readonly longestPauseS?: number | undefined;
  /** End-to-end median on one thread [s]. */
  readonly oneThreadS?: number | undefined;
  readonly page?: PageFacts | undefined;
  /** GPU: CPU kernels and copies in a run. */
  readonly fallbacks?: number | undefined;
  readonly copies?: number | undefined;
  readonly isSoftwareGpu?: boolean | undefined;
}

export type RunSummary = Pick<
  MeasuredSource,
  | 'endToEndS'
  | 'endToEndIntervalS'
  | 'endToEndMeanS'
  | 'endToEndP90S'
  | 'endToEndMinS'
  | 'sumS'
  | 'ratio'
  | 'factor'
  | 'statistic'
  | 'steadiness'
  | 'reason'
> & { readonly blocks: readonly BlockSample[]; readonly reasons: readonly Reason[] };

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
 * there, scaled to the end-to-end median while steady. Each block timed alone counts with the samples it really has.
 */
export function summariseRuns(runs: MeasuredRuns): Result<RunSummary, ClockTooCoarse> {
  const columns = columnsOf(runs);
  const coarse = isCoarse(runs.clockS);
  const centre = coarse ? mean : median;
  const centreSum = sum(columns.map(({ samplesS }) => centreOf(samplesS, centre)));
  const ratio = centreSum / centre(runs.endToEndS);
  const endToEndS = median(runs.endToEndS);
  if (!(endToEndS > 0 && centreSum > 0)) return tooCoarse(runs);
  const endToEndMeanS = mean(runs.endToEndS);
  const endToEndIntervalS = bootstrapInterval(runs.endToEndS, { statistic: 'median', seed: runs.seed });
  const spread = spreadOf({ endToEndS, endToEndIntervalS });
  const gradedRatio = runs.alone === undefined ? ratio : 1;
  const steadiness = gradeOf(gradedRatio, spread);
  const statistic = coarse || steadiness === 'unstable' ? 'mean' : 'median';
  const sumS =
    statistic === 'mean' ? sum(columns.map(({ samplesS }) => centreOf(samplesS, mean))) : centreSum;
  const factor =
    steadiness === 'unstable' ? unstableFactor(sumS, endToEndMeanS, runs.backend) : endToEndS / sumS;
  const blocks = columns.map((column) => sampleOf(column, statistic, factor, runs));
  const reasons = reasonsOf(runs, gradedRatio, spread);
  const countedS = sum(blocks.map(({ time }) => secondsOf(time)));
  if (countedS > boundsInflateUpTo * sumS * factor) return tooCoarse(runs);
  return ok({
    blocks,
    endToEndS,
    endToEndIntervalS,
    endToEndMeanS,
    endToEndP90S: quantile(runs.endToEndS, 0.9),
    endToEndMinS: Math.min(...runs.endToEndS),
    sumS,
    ratio,
    factor,
    statistic,
    steadiness,
    reason: describeReasons(reasons, runs.backend === 'webgpu'),
    reasons,
  });
}

function reasonsOf(runs: MeasuredRuns, ratio: number, spread: number): readonly Reason[] {
  const { alone, blockRuns, clockS, conditions = {}, endToEndS, threads } = runs;
  return findReasons({
    endToEndS,
    runs: alone === undefined ? blockRuns.length : endToEndS.length,
    clockS,
    threads,
    ratio,
    spread,
    spellS: conditions.spellS ?? null,
    longestPauseS: conditions.longestPauseS ?? 0,
    oneThreadS: conditions.oneThreadS ?? null,
    page: conditions.page ?? null,
    fallbacks: conditions.fallbacks ?? 0,
    copies: conditions.copies ?? 0,
    isSoftwareGpu: conditions.isSoftwareGpu ?? false,
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
 * Of a block that was never read it is the bound it came with, which scaling must not make smaller than what was seen.
 */
function sampleOf(
  { samplesS: column, belowS }: BlockAlone,
  statistic: 'median' | 'mean',
  factor: number,
  { clockS, seed }: MeasuredRuns,
): BlockSample {
  if (column.length === 0) return { time: { belowS: belowS * Math.max(1, factor) }, intervalS: null };
  const value = (statistic === 'mean' ? mean(column) : median(column)) * factor;
  if (value < clockS) {
    const [, upper] = bootstrapInterval(column, { statistic: 'mean', seed });
    const bound = Math.min(clockS, Math.max(upper * factor, (3 * clockS) / column.length));
    return { time: { belowS: bound }, intervalS: null };
  }
  const [low, high] = bootstrapInterval(column, { statistic, seed });
  const minS = Math.min(...column) * factor;
  return {
    time: blockTime(value, clockS),
    intervalS: [low * factor, high * factor],
    p90S: quantile(column, 0.9) * factor,
    // A fastest run that reads 0 says something of the clock, not of the block.
    ...(minS >= clockS && { minS }),
  };
}

/** Of a block that was never read nothing is counted. */
const centreOf = (samplesS: readonly number[], centre: (values: readonly number[]) => number): number =>
  samplesS.length === 0 ? 0 : centre(samplesS);

function columnsOf({ alone, blockRuns, clockS }: MeasuredRuns): readonly BlockAlone[] {
  return alone ?? blockColumns(blockRuns).map((samplesS) => ({ samplesS, belowS: clockS }));
}

function blockColumns(blockRuns: readonly Float64Array[]): number[][] {
  const first = blockRuns[0];
  if (first === undefined) return [];
  return Array.from(first, (_, block) => blockRuns.map((run) => run[block]!));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
