/** When a measurement is warm, and when it is precise enough to stop. */
import { bootstrapInterval, median, relativeHalfWidth } from '../statistics';

export const stopping = {
  /** Runs before the first check, and between checks. */
  minimumRuns: 15,
  checkEvery: 5,
  /** A clock this coarse [s] needs averaging over more runs: single kernels read 0 or one tick. */
  coarseClockS: 5e-5,
  coarseMinimumRuns: 30,
  maximumRuns: 60,
  /** Small models have done 60 runs in no time; they may go on until this [s], or this many runs. */
  maximumRunsAfterS: 2,
  maximumSmallRuns: 240,
  maximumS: 12,
  /** Slow models reach the time limit first; fewer runs than this would be no statistic. */
  fewestRuns: 3,
  /** Half-width of the 95 % interval of the median, relative. */
  halfWidth: 0.03,
} as const;

const warmUp = {
  runs: 5,
  seconds: 0.3,
  slowRuns: 3,
  slowSeconds: 2,
  maximumRuns: 60,
  tolerance: 0.1,
} as const;

/**
 * True once lazy compilation has settled: at least 5 runs and 300 ms, and two consecutive runs within 10 % of the fastest
 * so far. A machine that never settles, or a model of which 3 runs take 2 s, is not kept waiting.
 */
export function isWarm(runsS: readonly number[]): boolean {
  const elapsed = runsS.reduce((sum, run) => sum + run, 0);
  if (runsS.length >= warmUp.maximumRuns) return true;
  if (runsS.length >= warmUp.slowRuns && elapsed >= warmUp.slowSeconds) return true;
  if (runsS.length < warmUp.runs || elapsed < warmUp.seconds) return false;
  const limit = Math.min(...runsS) * (1 + warmUp.tolerance);
  return runsS.slice(-2).every((run) => run <= limit);
}

export interface StopDecision {
  readonly stop: boolean;
  /** Relative half-width of the interval of the median; null between checks and before the first one. */
  readonly halfWidth: number | null;
}

/**
 * @param endToEndS - plain runs so far [s]
 * @param elapsedS - time spent measuring, plain and profiled [s]
 */
export function shouldStop(
  endToEndS: readonly number[],
  elapsedS: number,
  clockS: number,
  seed: number,
): StopDecision {
  const n = endToEndS.length;
  const minimum = minimumRuns(clockS);
  const isCheck = n >= minimum && (n - minimum) % stopping.checkEvery === 0;
  const interval = isCheck ? bootstrapInterval(endToEndS, { statistic: 'median', seed }) : null;
  const halfWidth = interval === null ? null : relativeHalfWidth(interval, median(endToEndS));
  return {
    halfWidth,
    stop:
      (n >= stopping.maximumRuns && elapsedS >= stopping.maximumRunsAfterS) ||
      n >= stopping.maximumSmallRuns ||
      (n >= stopping.fewestRuns && elapsedS >= stopping.maximumS) ||
      (halfWidth !== null && halfWidth < stopping.halfWidth),
  };
}

export const isCoarse = (clockS: number): boolean => clockS >= stopping.coarseClockS;

export const minimumRuns = (clockS: number): number =>
  isCoarse(clockS) ? stopping.coarseMinimumRuns : stopping.minimumRuns;
