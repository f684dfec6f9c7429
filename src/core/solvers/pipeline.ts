/**
 * Pipelining: frames stream through a row of nodes, so its rate is that of its slowest stage (MATHS 4). A stage is all that
 * one node runs of a frame, or one hop; the period is the largest of them. Exact, memory limits included.
 *
 * The least period by bisection (`leastPeriod`: at most 64 sweeps of O(P L)); then, among the splits of that period, the one
 * of lowest latency, by one pass over the lattice that leaves out longer stages. The two add up a run in different order,
 * so periods that differ by the rounding of such sums only (L times 2^-52, relative) count as equal.
 * The aim is that of PipeDream's optimiser (SOSP 2019) without replication; on equal cost a block runs where its data is.
 */
import { solveRuns } from './chainMultiSplit';
import { leastPeriod, type StageTimes } from './leastPeriod';
import { costOfSplit } from './splitCost';
import type { ChainProblem, ChainSplit, ShouldStop } from './types';

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
  /** false: the search was stopped. */
  readonly proven: boolean;
  /** A proved lower bound of the period [s] where the split itself is not proved. */
  readonly boundS?: number;
}

/** The split of least period, and of least latency among those; null when no split is possible. */
export function solvePipeline(
  problem: ChainProblem,
  stages: StageTimes = { hopS: problem.shipS, finishS: problem.finishS },
  shouldStop: ShouldStop = () => false,
): PipelineSplit | null {
  const bounds = leastPeriod(problem, stages, shouldStop);
  if (bounds === null) return null;
  const { leastS, mostS } = bounds;
  const split = leastLatency(problem, stages, mostS);
  if (split === null) return null;
  const { boundaries, last } = split;
  const { periodS, bottleneck } = slowestStage(problem, stages, split);
  const found = {
    periodS,
    framesPerSecond: 1 / periodS,
    bottleneck,
    latencyS: costOfSplit(problem, split),
    boundaries,
    last,
  };
  return leastS === mostS ? { ...found, proven: true } : { ...found, proven: false, boundS: leastS };
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

/** The split of least latency among those whose stages take `periodS` at most. */
function leastLatency(problem: ChainProblem, stages: StageTimes, periodS: number): ChainSplit | null {
  const { computeS, shipS, finishS, memory } = problem;
  const nodes = computeS.length;
  const blocks = computeS[0]!.length;
  const within = {
    computeS,
    shipS: shipS.map((row, h) => row.map((s, i) => (stages.hopS[h]![i]! > periodS ? Infinity : s))),
    finishS: finishS.map((s, p) => (stages.finishS[p]! > periodS ? Infinity : s)),
  };
  const limits = memory ?? {
    layerBytes: new Float64Array(blocks),
    nodeBytes: new Float64Array(nodes).fill(Infinity),
  };
  return solveRuns(within, limits, periodS * (1 + blocks * Number.EPSILON));
}
