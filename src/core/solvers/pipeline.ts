/**
 * Pipelining: frames stream through a row of nodes, so its rate is that of its slowest stage (MATHS 4). A stage is all that
 * one node runs of a frame, or one hop; the period is the largest of them. Exact, memory limits included.
 *
 * Two passes over states (node, blocks completed), each O(P L^2) at worst: the least period, min over i of
 * max(D_{p-1}(i), hop, blocks i+1..j on p), where runs longer than the best so far are not tried; then, among the splits of
 * that period, the one of lowest latency. Both passes sum a run in the same order, so they agree to the last bit.
 * Method as in PipeDream's optimiser (SOSP 2019) without replication; on equal cost a block runs where its data is.
 */
import { costOfSplit } from './splitCost';
import { roomOf } from './sweepWindow';
import type { ChainProblem } from './types';

export type Bottleneck =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'hop'; readonly hop: number }
  /** The way of the result from the node on which the path ends. */
  | { readonly kind: 'delivery' };

export interface PipelineSplit {
  /** Seconds from one frame to the next. */
  readonly periodS: number;
  /** Frames per second; Infinity where no stage takes any time. */
  readonly framesPerSecond: number;
  /** The slowest stage, the first one met. */
  readonly bottleneck: Bottleneck;
  /** Seconds that one frame takes from end to end. */
  readonly latencyS: number;
  readonly boundaries: Int32Array;
  /** The node on which the path ends; hops from there on carry nothing. */
  readonly last: number;
}

/** Seconds that a stage is busy with a frame, where that is less than what the frame takes to pass it. */
export interface StageTimes {
  /** [h][i]: the slowest part of hop h for boundary i (a hop over several links is as many stages). */
  readonly hopS: readonly Float64Array[];
  /** [p]: the slowest part of the delivery from node p. */
  readonly finishS: Float64Array;
}

/** The split of least period, and of least latency among those; null when no split is possible. */
export function solvePipeline(
  problem: ChainProblem,
  stages: StageTimes = { hopS: problem.shipS, finishS: problem.finishS },
): PipelineSplit | null {
  const periodS = leastPeriod(problem, stages);
  if (periodS === Infinity) return null;
  const split = leastLatency(problem, stages, periodS);
  const { periodS: own, bottleneck } = slowestStage(problem, stages, split);
  return {
    ...split,
    periodS: own,
    framesPerSecond: 1 / own,
    bottleneck,
    latencyS: costOfSplit(problem, split),
  };
}

/** The slowest stage of a given split. */
export function slowestStage(
  problem: ChainProblem,
  stages: StageTimes,
  { boundaries, last }: { readonly boundaries: ArrayLike<number>; readonly last: number },
): { readonly periodS: number; readonly bottleneck: Bottleneck } {
  let periodS = -Infinity;
  let bottleneck: Bottleneck = { kind: 'delivery' };
  const meet = (seconds: number, stage: Bottleneck): void => {
    if (seconds <= periodS) return;
    periodS = seconds;
    bottleneck = stage;
  };
  for (let p = 0, i = 0; p <= last; p++) {
    let runS = 0;
    for (; i < boundaries[p]!; i++) runS += problem.computeS[p]![i]!;
    meet(runS, { kind: 'node', node: p });
    if (p < last) meet(stages.hopS[p]![i]!, { kind: 'hop', hop: p });
    else meet(stages.finishS[p]!, { kind: 'delivery' });
  }
  return { periodS, bottleneck };
}

function leastPeriod({ computeS, shipS, memory }: ChainProblem, stages: StageTimes): number {
  const nodes = computeS.length;
  const blocks = computeS[0]!.length;
  let arrive = new Float64Array(blocks + 1).fill(Infinity);
  arrive[0] = 0;
  let best = Infinity;
  for (let p = 0; p < nodes; p++) {
    const room = memory === undefined ? Infinity : roomOf(memory.nodeBytes[p]!);
    const done = new Float64Array(blocks + 1);
    for (let j = 0; j <= blocks; j++) {
      let least = arrive[j]!;
      let runS = 0;
      let bytes = 0;
      for (let i = j - 1; i >= 0; i--) {
        runS += computeS[p]![i]!;
        bytes += memory?.layerBytes[i] ?? 0;
        if (runS >= least || bytes > room) break;
        least = Math.min(least, Math.max(arrive[i]!, runS));
      }
      done[j] = least;
    }
    best = Math.min(best, Math.max(done[blocks]!, stages.finishS[p]!));
    if (p + 1 === nodes) break;
    // What cannot be shipped at all is no stage either, however short its parts.
    arrive = done.map((least, i) =>
      shipS[p]![i] === Infinity ? Infinity : Math.max(least, stages.hopS[p]![i]!),
    );
  }
  return best;
}

function leastLatency(
  { computeS, shipS, finishS, memory }: ChainProblem,
  stages: StageTimes,
  periodS: number,
): { readonly boundaries: Int32Array; readonly last: number } {
  const nodes = computeS.length;
  const blocks = computeS[0]!.length;
  const starts = computeS.map(() => new Int32Array(blocks + 1));
  let arrive = new Float64Array(blocks + 1).fill(Infinity);
  arrive[0] = 0;
  let best = Infinity;
  let last = 0;
  for (let p = 0; p < nodes; p++) {
    const room = memory === undefined ? Infinity : roomOf(memory.nodeBytes[p]!);
    const done = new Float64Array(blocks + 1);
    for (let j = 0; j <= blocks; j++) {
      let least = arrive[j]!;
      starts[p]![j] = j;
      let runS = 0;
      let bytes = 0;
      for (let i = j - 1; i >= 0; i--) {
        runS += computeS[p]![i]!;
        bytes += memory?.layerBytes[i] ?? 0;
        if (runS > periodS || bytes > room) break;
        if (arrive[i]! + runS >= least) continue;
        least = arrive[i]! + runS;
        starts[p]![j] = i;
      }
      done[j] = least;
    }
    const endS = stages.finishS[p]! > periodS ? Infinity : done[blocks]! + finishS[p]!;
    if (endS < best) {
      best = endS;
      last = p;
    }
    if (p + 1 === nodes) break;
    arrive = done.map((least, i) => (stages.hopS[p]![i]! > periodS ? Infinity : least + shipS[p]![i]!));
  }
  const boundaries = new Int32Array(nodes).fill(blocks);
  for (let p = last, i = blocks; p > 0; p--) {
    i = starts[p]![i]!;
    boundaries[p - 1] = i;
  }
  return { boundaries, last };
}
