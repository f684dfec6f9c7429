/** The paper's recurrent tagger: unrolled graph against splitting the module once (HiveMind VI-A, SOLVERS 1.7). */
import type { NodeId } from '../network/types';
import type { StudyTrouble } from './types';

export interface RecurrentOptions {
  /** Modules R (words of the sentence). */
  readonly modules: number;
  readonly embedding: number;
  readonly hidden: number;
  readonly tags: number;
}

export interface RecurrentPlan {
  /** Nodes that compute, in order, and where it is cut, in words of the model (module and layer). */
  readonly nodes: readonly NodeId[];
  readonly cuts: readonly { readonly module: number; readonly layer: number }[];
  readonly totalS: number;
  readonly computeS: number;
  readonly transferS: number;
}

export type RecurrentAnswer =
  | {
      readonly kind: 'recurrent';
      readonly unrolled: RecurrentPlan;
      /** One module split once; the hidden state returns in each of the R steps. */
      readonly perModule: RecurrentPlan;
      /** Any labelling of the unrolled operator graph, links back towards the UE included: one minimum cut. */
      readonly anyLabels: { readonly totalS: number } | null;
      readonly singles: readonly { readonly node: NodeId; readonly totalS: number }[];
      /** Live bytes at each boundary of the unrolled chain. */
      readonly boundaryBytes: readonly number[];
    }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
