/**
 * The least period at which frames can stream through a row of nodes: the smallest T for which some split has no stage above
 * T. For one T a sweep answers that, O(P L): of all starts from which a node can still run, the latest has done least so
 * far, so it alone has to be followed. The sweep also tells the largest stage that it let pass and the smallest one that it
 * refused; between those it would go the same way, so either ends the search or leaves a gap, which is halved in the bits
 * of the number: 64 sweeps at most, and the answer is a stage to the last bit. Exact, memory limits included.
 * The test is that of chains-on-chains partitioning (Pinar and Aykanat, JPDC 2004), with hops and bytes added.
 */
import { roomOf } from './sweepWindow';
import type { ChainProblem, ShouldStop } from './types';

/** Seconds that a stage is busy with a frame, where that is less than what the frame takes to pass it. */
export interface StageTimes {
  /** [h][i]: the slowest part of hop h for boundary i (a hop over several links is as many stages). */
  readonly hopS: readonly Float64Array[];
  /** [p]: the slowest part of the delivery from node p. */
  readonly finishS: Float64Array;
}

/** No split has a shorter period than `leastS`; some split has no longer one than `mostS`. Equal = proved. */
export interface PeriodBounds {
  readonly leastS: number;
  readonly mostS: number;
}

/** The least period, or bounds of it when stopped; null when no split is possible. */
export function leastPeriod(
  problem: ChainProblem,
  stages: StageTimes,
  shouldStop: ShouldStop,
): PeriodBounds | null {
  const any = sweep(problem, stages, Number.MAX_VALUE);
  if (!any.works) return null;
  let leastS = 0;
  let mostS = any.passedS;
  while (leastS < mostS && !shouldStop()) {
    const { works, passedS, refusedS } = sweep(problem, stages, between(leastS, mostS));
    if (works) mostS = passedS;
    else leastS = refusedS;
  }
  return { leastS, mostS };
}

interface Sweep {
  /** Whether a split exists whose stages all take `limitS` at most. */
  readonly works: boolean;
  /** The largest stage met within the limit, 0 if none. */
  readonly passedS: number;
  /** The smallest stage met beyond the limit, Infinity if none. */
  readonly refusedS: number;
}

function sweep({ computeS, shipS, memory }: ChainProblem, stages: StageTimes, limitS: number): Sweep {
  const blocks = computeS[0]!.length;
  let passedS = 0;
  let refusedS = Infinity;
  const passes = (seconds: number): boolean => {
    const isWithin = seconds <= limitS;
    if (isWithin) passedS = Math.max(passedS, seconds);
    else refusedS = Math.min(refusedS, seconds);
    return isWithin;
  };
  /** 1 for each number of blocks completed with which a frame can reach the node; then, with which it can leave it. */
  const reached = new Uint8Array(blocks + 1);
  reached[0] = 1;
  for (let p = 0; p < computeS.length; p++) {
    const room = memory === undefined ? Infinity : roomOf(memory.nodeBytes[p]!);
    let runs = false;
    let runS = 0;
    let bytes = 0;
    for (let j = 0; j <= blocks; j++) {
      if (reached[j] === 1) {
        runs = true;
        runS = bytes = 0;
        continue;
      }
      if (!runs) continue;
      runS += computeS[p]![j - 1]!;
      bytes += memory?.layerBytes[j - 1] ?? 0;
      runs = bytes <= room && passes(runS);
      if (runs) reached[j] = 1;
    }
    if (reached[blocks] === 1 && passes(stages.finishS[p]!)) return { works: true, passedS, refusedS };
    if (p + 1 === computeS.length) break;
    for (let i = 0; i <= blocks; i++) {
      if (reached[i] === 0) continue;
      // What cannot be shipped at all is no stage either, however short its parts.
      if (shipS[p]![i] === Infinity || !passes(stages.hopS[p]![i]!)) reached[i] = 0;
    }
  }
  return { works: false, passedS, refusedS };
}

/** The double half way from `low` to `high` in their bits, never `high` itself: there are at most 64 such steps. */
function between(low: number, high: number): number {
  const seconds = Float64Array.of(low, high);
  const bits = new BigInt64Array(seconds.buffer);
  bits[0] = (bits[0]! + bits[1]!) >> 1n;
  return seconds[0]!;
}
