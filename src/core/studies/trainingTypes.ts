/** Splitting training over the row: forward, backward, gradients, and moving blocks from their last place (HiveMind eq. 8-9). */
import type { NodeId } from '../network/types';
import type { StudyTrouble } from './types';

export interface TrainingOptions {
  /** Backward time over forward time, 2 unless measured. */
  readonly backwardFactor: number;
  /** Iterations between moves: what a move is spread over. At least 1. */
  readonly iterations: number;
  /**
   * Where the blocks were: boundaries on the row, one for each of its nodes, never decreasing, the last one L; null = all on
   * the UE. What does not fit the row (the drawing changed) counts as null, and the answer says what was used.
   */
  readonly previous: readonly number[] | null;
  /** Each block over its own cheapest route, or relayed hop by hop. */
  readonly charge: 'per-block' | 'per-hop';
  /** Seconds before parameters move over a hop; charged per hop only. */
  readonly setUpS: number;
  /** Several periods of so many iterations, each with a first link of its own. */
  readonly periods: TrainingPeriodsOptions;
}

interface TrainingPeriodsOptions {
  /** 1 to 12. */
  readonly count: number;
  /** First links have this capacity relative to the scenario's, drawn evenly between the two. */
  readonly minFactor: number;
  readonly maxFactor: number;
  readonly seed: number;
}

export interface TrainingPlan {
  readonly boundaries: readonly number[];
  /** One iteration: forward + backward + activations + gradients [s]. */
  readonly iterationS: number;
  readonly forwardS: number;
  readonly backwardS: number;
  readonly activationS: number;
  readonly gradientS: number;
  /** The one-time move from the previous assignment [s], and the bytes that change node. */
  readonly moveS: number;
  readonly moveBytes: number;
  /** iterations x iterationS + moveS. */
  readonly totalS: number;
  /** What the decision took the total for; less where it did not see all of the move. */
  readonly promisedS: number;
}

/** From this many iterations on, up to the next entry's, this is the best plan. */
export interface HorizonStep {
  readonly fromIterations: number;
  readonly boundaries: readonly number[];
  readonly iterationS: number;
  readonly moveS: number;
}

/** A split for each period. */
export interface PeriodsAnswer {
  readonly splits: readonly TrainingPlan[];
  /** All periods, moves included [s]. */
  readonly totalS: number;
}

/** The range of iterations over which the horizon is answered. */
export const horizonRange = { min: 1, max: 1e6 } as const;

export type TrainingAnswer =
  | {
      readonly kind: 'training';
      readonly nodes: readonly NodeId[];
      readonly blockCount: number;
      /** Bytes of all parameters. */
      readonly parameterBytes: number;
      readonly previous: readonly number[];
      /** false: the previous place that was asked for does not fit this row, so all blocks start on the UE. */
      readonly previousFits: boolean;
      /** Aware of the move. */
      readonly best: TrainingPlan;
      /** Decides as if moving were free, and pays for it. */
      readonly unaware: TrainingPlan;
      /** Stays where it was; null where that is impossible. */
      readonly stay: TrainingPlan | null;
      /** Eq. 9 as printed: only moves between neighbouring nodes are seen; it pays for all. */
      readonly printed: TrainingPlan;
      /** The best plan for every number of iterations in `horizonRange`, in order. */
      readonly horizon: readonly HorizonStep[];
      /**
       * Several periods, parameters relayed hop by hop without set-up; null where memory limits bind,
       * which a cut cannot express, or where the row is too long for it.
       */
      readonly periods: {
        /** Capacity of the first link in each period, relative to the scenario's. */
        readonly factors: readonly number[];
        /** All periods decided at once; `proven` false: it was stopped. */
        readonly whole: PeriodsAnswer & { readonly proven: boolean };
        /** Each period decided for itself (eq. 9, aware of the move). */
        readonly stepwise: PeriodsAnswer;
        /** Never moves; null where that is impossible. */
        readonly stay: PeriodsAnswer | null;
      } | null;
    }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
