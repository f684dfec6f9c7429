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
  /** A software adapter shows that everything works and nothing of a GPU: not worth a visitor's minutes. */
  softwareMinimumRuns: 5,
  softwareMaximumS: 6,
  /** Half-width of the 95 % interval of the median, relative. */
  halfWidth: 0.03,
} as const;

const warmUp = {
  runs: 5,
  seconds: 0.3,
  slowRuns: 3,
  slowSeconds: 2,
  patienceRuns: 2,
  patienceSeconds: 3,
  maximumRuns: 60,
  tolerance: 0.1,
} as const;

/**
 * True once lazy compilation has settled: two consecutive runs within 10 % of the fastest so far, after 5 runs and 300 ms
 * (slow models: 3 runs and 2 s). A machine that has not settled in 3 s or 60 runs is not waited for.
 */
export function isWarm(runsS: readonly number[]): boolean {
  const n = runsS.length;
  const elapsedS = runsS.reduce((sum, run) => sum + run, 0);
  if (n >= warmUp.maximumRuns || (n >= warmUp.patienceRuns && elapsedS >= warmUp.patienceSeconds))
    return true;
  const enough =
    (n >= warmUp.runs && elapsedS >= warmUp.seconds) ||
    (n >= warmUp.slowRuns && elapsedS >= warmUp.slowSeconds);
  const limit = Math.min(...runsS) * (1 + warmUp.tolerance);
  return enough && runsS.slice(-2).every((run) => run <= limit);
}

/**
 * A fresh session next to a warm one slows both down for a while: it grows the memory, and the browser optimises what it runs for
 * the first time. What lasts longer than this, in one session or in all of a measurement, is not waited for.
 */
export const settling = { runs: 3, tolerance: 0.1, patienceS: 1, patienceInAllS: 3 } as const;

/**
 * True once a fresh session disturbs no more: three runs in a row within 10 % of the fastest ever seen.
 *
 * @param runsS - since the session was made
 * @param fastestS - of all runs, those before included
 * @param waitedS - for sessions before this one
 */
export function isSettled(runsS: readonly number[], fastestS: number, waitedS: number): boolean {
  const elapsedS = runsS.reduce((sum, run) => sum + run, 0);
  if (elapsedS >= Math.min(settling.patienceS, settling.patienceInAllS - waitedS)) return true;
  const latest = runsS.slice(-settling.runs);
  return latest.length === settling.runs && latest.every((run) => run <= fastestS * (1 + settling.tolerance));
}

export interface StopDecision {
  readonly stop: boolean;
  /** Relative half-width of the interval of the median; null between checks and before the first one. */
  readonly halfWidth: number | null;
}

/** Limits that depend on where it runs. */
export interface StopLimits {
  /** Runs before the first check. */
  readonly minimumRuns: number;
  readonly maximumS: number;
}

export function stopLimits(clockS: number, isSoftwareGpu = false): StopLimits {
  return isSoftwareGpu
    ? { minimumRuns: stopping.softwareMinimumRuns, maximumS: stopping.softwareMaximumS }
    : {
        minimumRuns: isCoarse(clockS) ? stopping.coarseMinimumRuns : stopping.minimumRuns,
        maximumS: stopping.maximumS,
      };
}

/**
 * @param endToEndS - plain runs so far [s]
 * @param elapsedS - time spent measuring, plain and profiled [s]
 */
export function shouldStop(
  endToEndS: readonly number[],
  elapsedS: number,
  { maximumS, minimumRuns }: StopLimits,
  seed: number,
): StopDecision {
  const n = endToEndS.length;
  const isCheck = n >= minimumRuns && (n - minimumRuns) % stopping.checkEvery === 0;
  const interval = isCheck ? bootstrapInterval(endToEndS, { statistic: 'median', seed }) : null;
  const halfWidth = interval === null ? null : relativeHalfWidth(interval, median(endToEndS));
  return {
    halfWidth,
    stop:
      (n >= stopping.maximumRuns && elapsedS >= stopping.maximumRunsAfterS) ||
      n >= stopping.maximumSmallRuns ||
      (n >= stopping.fewestRuns && elapsedS >= maximumS) ||
      (halfWidth !== null && halfWidth < stopping.halfWidth),
  };
}

export const isCoarse = (clockS: number): boolean => clockS >= stopping.coarseClockS;
