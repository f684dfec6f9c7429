/** The paper's recurrent tagger: unrolled graph against splitting the module once (HiveMind VI-A, SOLVERS 1.7). */
import type { NodeId } from '../network/types';
import type { StudyTrouble } from './types';

export interface RecurrentOptions {
  /** Modules R (words of the sentence), 1 to 500. */
  readonly modules: number;
  readonly embedding: number;
  readonly hidden: number;
  readonly tags: number;
  /** Bytes of one word as it is read: 4 for a number into the vocabulary. */
  readonly wordBytes: number;
}

/** Where a run of operators is cut: after so many whole modules and so many layers of the next one. */
export interface RecurrentCut {
  readonly module: number;
  readonly layer: number;
}

export interface RecurrentPlan {
  /** Nodes that compute, in order, and where it is cut between them. Per module, and layer by layer, `module` is 0. */
  readonly nodes: readonly NodeId[];
  readonly cuts: readonly RecurrentCut[];
  readonly totalS: number;
  readonly computeS: number;
  readonly transferS: number;
}

/** How a node's time for a layer came about: max(MACs / rate, bytes / bandwidth). */
export interface RecurrentNode {
  readonly node: NodeId;
  /** Multiply-accumulates per second that the node's profile of the scenario's model implies. */
  readonly macsPerS: number;
  /** Bytes per second of the device's memory; null where the catalogue does not know it. */
  readonly bytesPerS: number | null;
  /** Seconds of each layer in one step. */
  readonly layerS: readonly number[];
}

export type RecurrentAnswer =
  | {
      readonly kind: 'recurrent';
      readonly row: readonly RecurrentNode[];
      /** The paper's way: one chain of all blocks in the order of time. */
      readonly unrolled: RecurrentPlan;
      /** One module split once; the hidden state returns in each of the R steps. */
      readonly perModule: RecurrentPlan & {
        /** Part of transferS that brings hidden states back. */
        readonly hiddenBackS: number;
      };
      /** Each layer on one node for all steps. */
      readonly layerwise: RecurrentPlan;
      /**
       * What no labelling of the unrolled operator graph is faster than, links back towards the UE included: one minimum
       * cut. `proven` false: it was stopped, and this is a weaker bound. null: not asked, a long sentence
       * on a long row takes too long.
       */
      readonly bound: { readonly totalS: number; readonly proven: boolean } | null;
      /** Everything on one node; null where that is impossible. */
      readonly singles: readonly { readonly node: NodeId; readonly plan: RecurrentPlan | null }[];
      /** Live bytes at each boundary of the unrolled chain, outputs among them where they travel along. */
      readonly boundaryBytes: readonly number[];
    }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
