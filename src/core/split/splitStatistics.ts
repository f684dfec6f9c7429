/** What repeated executions say: medians with intervals, and how far the prediction was off. */
import { bootstrapInterval, median, quantile } from '../statistics';
import { cutsOf } from './executionPlan';
import type { Cell, ExecutionPlan, ExecutionRun, Measured, Prediction } from './types';

export interface CellInput {
  readonly plan: ExecutionPlan;
  readonly bandwidth: number;
  readonly predicted: Prediction;
  readonly pace: number;
  readonly unpacedComputeS: number;
  readonly runs: readonly ExecutionRun[];
  readonly sentBytes: readonly number[];
  readonly seed: number;
}

/** Parts are multiplied with the factor of their prediction: scaled where the part counts at its node's speed. */
export function cellOf(input: CellInput): Cell {
  const { plan, bandwidth, predicted, pace, unpacedComputeS, runs, sentBytes, seed } = input;
  const { stages } = plan;
  const factors = predicted.stages.map((stage) => (stage.kind === 'part' ? stage.factor : 1));
  const measured = (value: (run: ExecutionRun) => number): Measured => {
    const values = runs.map(value);
    return {
      seconds: median(values),
      intervalS: bootstrapInterval(values, { statistic: 'median', seed }),
    };
  };
  const sumOf =
    (kind: 'part' | 'transfer') =>
    ({ stagesS }: ExecutionRun): number =>
      stagesS.reduce(
        (total, seconds, k) => (stages[k]!.kind === kind ? total + seconds * factors[k]! : total),
        0,
      );
  const compute = sumOf('part');
  const transfer = sumOf('transfer');
  const cuts = cutsOf(plan);
  return {
    key: `${cuts.join('-')}@${bandwidth}`,
    cuts,
    bandwidth,
    plan,
    predicted,
    pace,
    unpacedComputeS,
    runs: runs.length,
    stages: stages.map((_, k) => measured(({ stagesS }) => stagesS[k]! * factors[k]!)),
    compute: measured(compute),
    transfer: measured(transfer),
    handling: measured(({ handlingS }) => handlingS),
    total: measured((run) => compute(run) + transfer(run) + run.handlingS),
    sentBytes,
  };
}

/** |predicted / measured - 1|. */
export function relativeError(predictedS: number, { seconds }: Measured): number {
  return Math.abs(predictedS / seconds - 1);
}

/** A link is exact by construction: a cell that mostly waits would flatter the prediction. */
export const mostTransferShare = 0.5;

export function countsForHeadline({ transfer, total }: Cell): boolean {
  return transfer.seconds <= mostTransferShare * total.seconds;
}

interface ErrorSummary {
  readonly median: number;
  readonly p90: number;
}

export interface SplitSummary {
  readonly cells: number;
  /** Cells whose transfer takes at most half of the total: only they count below. */
  readonly counted: number;
  /** Least and most pace that a prediction took into account. */
  readonly pace: readonly [number, number];
  /** null where none counts. */
  readonly compute: ErrorSummary | null;
  readonly total: ErrorSummary | null;
}

export function summariseCells(cells: readonly Cell[]): SplitSummary {
  const counted = cells.filter(countsForHeadline);
  const paces = cells.map(({ pace }) => pace);
  const summary = (errors: readonly number[]): ErrorSummary | null =>
    errors.length === 0 ? null : { median: median(errors), p90: quantile(errors, 0.9) };
  return {
    cells: cells.length,
    counted: counted.length,
    pace: [Math.min(...paces), Math.max(...paces)],
    compute: summary(counted.map(({ predicted, compute }) => relativeError(predicted.computeS, compute))),
    total: summary(counted.map(({ predicted, total }) => relativeError(predicted.totalS, total))),
  };
}
