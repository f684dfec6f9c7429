/** Splitting training over the row: forward, backward, gradients, and moving blocks from their last place (HiveMind eq. 8-9). */
import type { NodeId } from '../network/types';
import type { StudyTrouble } from './types';

export interface TrainingOptions {
  /** Backward time over forward time, 2 unless measured. */
  readonly backwardFactor: number;
  /** Iterations between moves: what a move is spread over. */
  readonly iterations: number;
  /** Where the blocks were: boundaries on the row; null = all on the UE. */
  readonly previous: readonly number[] | null;
  /** Each block over its own cheapest route, or relayed hop by hop. */
  readonly charge: 'per-block' | 'per-hop';
}

export interface TrainingPlan {
  readonly boundaries: readonly number[];
  /** One iteration: forward + backward + activations + gradients [s]. */
  readonly iterationS: number;
  /** The one-time move from the previous assignment [s]. */
  readonly moveS: number;
  /** iterations x iterationS + moveS. */
  readonly totalS: number;
}

export type TrainingAnswer =
  | {
      readonly kind: 'training';
      readonly nodes: readonly NodeId[];
      readonly previous: readonly number[];
      /** Aware of the move. */
      readonly best: TrainingPlan;
      /** Decides as if moving were free, and pays for it. */
      readonly unaware: TrainingPlan;
      /** Stays where it was. */
      readonly stay: TrainingPlan | null;
      /** Eq. 9 as printed: only neighbouring nodes pay for what moves. */
      readonly printed: TrainingPlan;
    }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
