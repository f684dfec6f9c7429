/** N agents that learn together: each splits its own pass and sends parameters to the controller (HiveMind VI-B, eq. 13). */
import type { NodeId } from '../network/types';
import type { StudyTrouble } from './types';

export interface CollaborativeOptions {
  /** 1 to 50. */
  readonly agents: number;
  /** Node that collects the parameters; null = the sink. One that the drawing does not have counts as null. */
  readonly controller: NodeId | null;
  /** Who pays: only the node that ends the pass (eq. 13 as printed), or every node for the blocks it ran. */
  readonly charge: 'last-node' | 'per-block';
  /** What an agent does between two exchanges: one run forward, or forward and backward (eq. 8). */
  readonly pass: 'forward' | 'training';
  /** Passes between two exchanges, at least 1. */
  readonly passes: number;
  /** Agents' first links have this capacity relative to the scenario's, drawn evenly between the two. */
  readonly minFactor: number;
  readonly maxFactor: number;
  readonly seed: number;
}

export interface AgentPlan {
  /** Capacity of this agent's first link relative to the scenario's. */
  readonly factor: number;
  readonly boundaries: readonly number[];
  /** One pass, and the parameters once [s]. */
  readonly passS: number;
  readonly parametersS: number;
  /** passes x passS + parametersS. */
  readonly totalS: number;
}

export type CollaborativeAnswer =
  | {
      readonly kind: 'collaborative';
      readonly nodes: readonly NodeId[];
      readonly controller: NodeId;
      /** Bytes of all parameters. */
      readonly parameterBytes: number;
      /** By capacity of the first link, least first; entry k of each list is the same agent. */
      readonly aware: readonly AgentPlan[];
      readonly unaware: readonly AgentPlan[];
      /** Eq. 13 with its printed range, which lets a node that runs only the last block send for nothing; pays in full. */
      readonly printed: readonly AgentPlan[] | null;
    }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
