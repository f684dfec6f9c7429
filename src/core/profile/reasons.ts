/** Why a measurement is not steady: told from the runs themselves and from what the page knows. Pure. */
import { median, quantile } from '../statistics';
import type { PageFacts } from './pageFacts';
import type { Reason } from './reasonTypes';
import { steadyWithin } from './steadiness';
import { isCoarse, stopping } from './stoppingRule';

export interface Evidence {
  /** Seconds a plain run, one entry a sample, in order. */
  readonly endToEndS: readonly number[];
  /** Profiled runs. */
  readonly runs: number;
  readonly clockS: number;
  readonly threads: number;
  /** Sum of the blocks over end to end. */
  readonly ratio: number;
  /** Half-width of the interval of the end-to-end median, relative. */
  readonly spread: number;
  /** Unix time of the first and after the last run [s]; null where the engine cannot tell. */
  readonly spellS: readonly [number, number] | null;
  /** Longest time in which nothing ran though something should have [s]. */
  readonly longestPauseS: number;
  /** End-to-end median on one thread [s]; null where it was not measured. */
  readonly oneThreadS: number | null;
  /** null: nobody could be asked. */
  readonly page: PageFacts | null;
  /** GPU only: CPU kernels and copies in a run. */
  readonly fallbacks: number;
  readonly copies: number;
  readonly isSoftwareGpu: boolean;
}

/** Slowest tenth over the median from which runs count as disturbed. */
const disturbedAbove = 1.3;
/** A spinning thread that waits for a core loses whole scheduler slices [s]. */
const schedulerSliceS = 0.008;
const inSlicesAbove = 1 / 3;
/** Threads that gain less than this are no help. */
const helpFrom = 1.05;
/** A device that gets hot is slower by at least this in the last third, and in nearly all of it. */
const throttledAbove = 1.08;
/** A worker of a visible page is never held up for so long [s], and for so many runs. */
const pauseS = 1;
const pauseRuns = 10;
/** Less of the time hidden than this is no explanation. */
const hiddenAbove = 0.02;

/**
 * What is not steady and its likely reasons, most telling first; empty when both grades are good. The first entries say
 * what is off ('wide-interval', 'apart'), the others why. A software GPU is named in any case, last.
 */
export function findReasons(evidence: Evidence): readonly Reason[] {
  const isWide = evidence.spread > steadyWithin.good;
  const isApart = Math.abs(evidence.ratio - 1) > steadyWithin.good;
  const software: readonly Reason[] = evidence.isSoftwareGpu ? [{ kind: 'software-adapter' }] : [];
  if (!isWide && !isApart) return software;
  const causes = [
    threadsReason(evidence),
    hiddenReason(evidence),
    throttlingReason(evidence),
    ...pageReasons(evidence),
    fewReason(evidence),
    fallbackReason(evidence),
  ].filter((reason) => reason !== null);
  const explained = causes.some(({ kind }) => explainsTail.includes(kind));
  const tail = tailOf(evidence);
  if (!explained && isDisturbed(evidence)) causes.push({ kind: 'other-work', tail });
  if (isCoarse(evidence.clockS)) causes.push({ kind: 'coarse-clock', clockS: evidence.clockS });
  const what: Reason[] = [];
  if (isWide) what.push({ kind: 'wide-interval', halfWidth: evidence.spread });
  if (isApart) what.push({ kind: 'apart', ratio: evidence.ratio });
  return [...what, ...causes, ...software];
}

const explainsTail: readonly Reason['kind'][] = [
  'more-threads-than-cores',
  'hidden-page',
  'throttling',
  'few-runs',
];

const tailOf = ({ endToEndS }: Evidence): number => quantile(endToEndS, 0.9) / median(endToEndS);
const isDisturbed = (evidence: Evidence): boolean =>
  tailOf(evidence) > disturbedAbove || slicesOf(evidence) > inSlicesAbove;

/** Share of runs that are slower than the fastest by whole scheduler slices. */
function slicesOf({ endToEndS }: Evidence): number {
  const fastest = Math.min(...endToEndS);
  const stalled = endToEndS.filter((run) => {
    const slices = (run - fastest) / schedulerSliceS;
    return slices > 0.5 && Math.abs(slices - Math.round(slices)) < 0.08;
  });
  return stalled.length / endToEndS.length;
}

function threadsReason(evidence: Evidence): Reason | null {
  const { endToEndS, oneThreadS, page, runs, threads } = evidence;
  if (threads === 1 || runs < stopping.minimumRuns) return null;
  const cores = page?.cores ?? null;
  const speedUp = oneThreadS === null ? null : oneThreadS / median(endToEndS);
  const isHelp = speedUp === null || speedUp >= helpFrom;
  if (isHelp && !isDisturbed(evidence) && (cores === null || threads <= cores)) return null;
  const [tail, inSlices] = [tailOf(evidence), slicesOf(evidence)];
  return { kind: 'more-threads-than-cores', threads, cores, tail, inSlices, speedUp };
}

function hiddenReason({ endToEndS, longestPauseS, page, spellS }: Evidence): Reason | null {
  if (page !== null && spellS !== null) {
    const [from, to] = spellS;
    const hiddenS = page.hidden.reduce(
      (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
      0,
    );
    const share = hiddenS / (to - from);
    return share > hiddenAbove ? { kind: 'hidden-page', share, longestPauseS } : null;
  }
  const isLong = longestPauseS > Math.max(pauseS, pauseRuns * median(endToEndS));
  return isLong ? { kind: 'hidden-page', share: null, longestPauseS } : null;
}

/** Not one slow run, but all of the end: three quarters of the last third are slower than three quarters of the first. */
function throttlingReason({ endToEndS }: Evidence): Reason | null {
  const third = Math.floor(endToEndS.length / 3);
  if (third < stopping.minimumRuns / 3) return null;
  const first = endToEndS.slice(0, third);
  const last = endToEndS.slice(-third);
  const slowDown = median(last) / median(first);
  const isTrend = quantile(last, 0.25) > quantile(first, 0.75);
  return slowDown > throttledAbove && isTrend ? { kind: 'throttling', slowDown } : null;
}

function pageReasons({ page }: Evidence): readonly Reason[] {
  const reasons: Reason[] = [];
  if (page?.battery?.charging === false) reasons.push({ kind: 'battery', level: page.battery.level });
  if (page?.devToolsOpen === true) reasons.push({ kind: 'devtools-open' });
  return reasons;
}

function fewReason({ runs }: Evidence): Reason | null {
  return runs < stopping.minimumRuns ? { kind: 'few-runs', runs } : null;
}

function fallbackReason({ copies, fallbacks, ratio }: Evidence): Reason | null {
  const takesTime = fallbacks + copies > 0 && ratio < 1 - steadyWithin.good;
  return takesTime ? { kind: 'cpu-fallbacks', operators: fallbacks, copies } : null;
}
