/** N agents that learn together: each splits its own pass and sends parameters to the controller (HiveMind VI-B, eq. 13). */
import type { NodeId } from '../network/types';
import type { StudyTrouble } from './types';

export interface CollaborativeOptions {
  readonly agents: number;
  /** Node that collects the parameters; null = the sink. */
  readonly controller: NodeId | null;
  /** Who pays: only the node that ends the pass (eq. 13 as printed), or every node for the blocks it ran. */
  readonly charge: 'last-node' | 'per-block';
  readonly seed: number;
}

export interface AgentPlan {
  /** Capacity of this agent's first link relative to the scenario's. */
  readonly factor: number;
  readonly boundaries: readonly number[];
  readonly passS: number;
  readonly parametersS: number;
  readonly totalS: number;
}

export type CollaborativeAnswer =
  | {
      readonly kind: 'collaborative';
      readonly nodes: readonly NodeId[];
      readonly aware: readonly AgentPlan[];
      readonly unaware: readonly AgentPlan[];
    }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
