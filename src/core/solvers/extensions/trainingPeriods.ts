/**
 * Training over several periods in which links differ: each period has its own split, and what a split moves is paid when the
 * next one begins. Deciding period by period (eq. 9 with the last split as the previous one) is short-sighted, because every
 * split is also the place from which the next one starts.
 *
 * The whole horizon is one minimum cut: operator (t, l) is block l in period t, its label the node it is on. Boundaries
 * are tensors within a period, one way; a tensor from (t, l) to (t + 1, l) carries the block's parameters, either way. Exact;
 * T * L operators. Parameters are relayed hop by hop, without set-up, and memory limits are not expressed by a cut.
 */
import type { DagOutcome, DagProblem, DagTensor } from '../dag/types';
import { solveDag } from '../dag/dagMinCut';
import type { ShouldStop } from '../types';
import { atRate } from './hopLines';
import { evaluateTraining, solveTraining, type TrainingProblem, type TrainingSplit } from './training';

/** Periods in order; the first one's `previous` is where the blocks are. Nodes, blocks and parameters are the same in all. */
export type TrainingPeriods = readonly TrainingProblem[];

export interface PeriodsPlan {
  readonly splits: readonly TrainingSplit[];
  readonly totalS: number;
}

/** A split a period, each moved to from the one before. */
export function evaluatePeriods(periods: TrainingPeriods, splits: readonly ArrayLike<number>[]): PeriodsPlan {
  let previous = periods[0]!.previous;
  const paid = periods.map((period, t) => {
    const split = evaluateTraining({ ...period, previous }, splits[t]!);
    previous = Int32Array.from(splits[t]!);
    return split;
  });
  return { splits: paid, totalS: paid.reduce((sum, split) => sum + split.totalS, 0) };
}

/** Period by period: each split is the best for its own period. null: impossible. */
export function solveStepwise(periods: TrainingPeriods): PeriodsPlan | null {
  let previous = periods[0]!.previous;
  const splits: (readonly number[])[] = [];
  for (const period of periods) {
    const split = solveTraining({ ...period, previous }, 'all');
    if (split === null) return null;
    splits.push(split.boundaries);
    previous = Int32Array.from(split.boundaries);
  }
  return evaluatePeriods(periods, splits);
}

/** All periods at once; `proven` false when it was stopped. null: impossible. */
export function solvePeriods(
  periods: TrainingPeriods,
  shouldStop: ShouldStop,
): (PeriodsPlan & { readonly proven: boolean }) | null {
  const outcome: DagOutcome = solveDag(periodsProblem(periods), shouldStop);
  if (outcome.kind !== 'labels') return null;
  const blocks = periods[0]!.weightBytes.length;
  const nodes = periods[0]!.forwardS.length;
  const splits = periods.map((_, t) => {
    const labels = outcome.labels.subarray(t * blocks, (t + 1) * blocks);
    return Array.from({ length: nodes }, (__, p) => labels.filter((label) => label <= p).length);
  });
  return { ...evaluatePeriods(periods, splits), proven: outcome.proven };
}

function periodsProblem(periods: TrainingPeriods): DagProblem {
  const [first] = periods;
  const { weightBytes, forwardS, previous } = first!;
  const blocks = weightBytes.length;
  const hops = forwardS.length - 1;
  const operators = periods.length * blocks;
  const tensors: DagTensor[] = [];
  for (const [t, period] of periods.entries()) {
    for (let i = 0; i < blocks; i++) {
      tensors.push({
        producer: i === 0 ? -1 : t * blocks + i - 1,
        consumers: [t * blocks + i],
        toSink: false,
        shipS: Float64Array.from(
          { length: hops },
          (_, h) => period.iterations * (period.activationS[h]![i]! + period.gradientS[h]![i]!),
        ),
      });
    }
    if (t === 0) continue;
    for (let l = 0; l < blocks; l++) {
      const over = (a: (h: number) => number, q: (h: number) => number): Float64Array =>
        Float64Array.from({ length: hops }, (_, h) =>
          atRate(weightBytes[l]!, period.secondsPerByte[a(h)]![q(h)]!),
        );
      tensors.push({
        producer: (t - 1) * blocks + l,
        consumers: [t * blocks + l],
        toSink: false,
        shipS: over(
          (h) => h,
          (h) => h + 1,
        ),
        backS: over(
          (h) => h + 1,
          (h) => h,
        ),
      });
    }
  }
  return {
    computeS: forwardS.map((_, p) =>
      Float64Array.from({ length: operators }, (__, v) => {
        const period = periods[Math.floor(v / blocks)]!;
        const l = v % blocks;
        const timeS = period.iterations * (period.forwardS[p]![l]! + period.backwardS[p]![l]!);
        return v < blocks ? timeS + firstMoveS(first!, previous, l, p) : timeS;
      }),
    ),
    tensors,
    edges: [],
    upstream: true,
  };
}

/** Relaying block l from where it is to node p before the first period. */
function firstMoveS(period: TrainingProblem, previous: Int32Array, l: number, to: number): number {
  let total = 0;
  const from = previous.findIndex((done) => done > l);
  const bytes = period.weightBytes[l]!;
  for (let h = from; h < to; h++) total += atRate(bytes, period.secondsPerByte[h]![h + 1]!);
  for (let h = to; h < from; h++) total += atRate(bytes, period.secondsPerByte[h + 1]![h]!);
  return total;
}
