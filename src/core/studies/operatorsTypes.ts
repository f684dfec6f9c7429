/** The operator graph of a model and its provably best labelling over the row of nodes (MATHS 2). */
import type { GeneratedGraphId } from '../model/generated/graphIds';
import type { NodeId } from '../network/types';
import type { DagProof } from '../solvers/dag/certificateTypes';
import type { StudyTrouble } from './types';

export type GraphChoice = 'scenario' | GeneratedGraphId;

export interface OperatorsOptions {
  readonly graph: GraphChoice;
  /** Let tensors travel back towards the UE. */
  readonly upstream: boolean;
}

export interface OperatorView {
  readonly name: string;
  /** ONNX operator kind; 'Block' for a custom chain. */
  readonly kind: string;
  /** Index of the block (fused kernel) it belongs to. */
  readonly block: number;
  readonly macs: number;
  /** Seconds on each node of the row; null = it cannot run there. */
  readonly computeS: readonly (number | null)[];
  /** Index on the row of the node that runs it. */
  readonly label: number;
}
interface OperatorEdge {
  /** Operator index, or -1 for an input of the model. */
  readonly from: number;
  readonly to: number;
  readonly tensor: string;
  readonly bytes: number;
}
export interface ShippedTensor {
  readonly tensor: string;
  readonly producer: number;
  readonly bytes: number;
  /** Hop index on the row, and whether it travels back towards the UE. */
  readonly hop: number;
  readonly upstream: boolean;
  /** Bytes x seconds per byte; a tensor on its way back adds the fixed costs of the round trip it causes. */
  readonly seconds: number;
}

/**
 * Where operator times come from: the node's time of a fused block, shared over its operators by MACs + elements read and
 * written (modelled within a block, exact in its sum); the blocks of a custom chain as they are; or, for a generated graph,
 * the node's rate on the scenario's model, in the same unit of work.
 */
export type OperatorTimes = 'shares-of-blocks' | 'blocks' | 'effective-rate';

export interface OperatorsView {
  readonly modelName: string;
  readonly nodes: readonly NodeId[];
  readonly blocks: readonly { readonly name: string; readonly label: string }[];
  readonly operators: readonly OperatorView[];
  readonly edges: readonly OperatorEdge[];
  /** Tensors that are the model's result; `from` as in `edges`. */
  readonly results: readonly { readonly from: number; readonly tensor: string; readonly bytes: number }[];
  /** Index on the row of the node where the result is: several are brought together there. */
  readonly resultLabel: number;
  readonly shipped: readonly ShippedTensor[];
  readonly times: OperatorTimes;
  readonly totalS: number;
  readonly computeS: number;
  /** All that is not compute: `shipped`, `fixedS` and `deliveryS` together. */
  readonly transferS: number;
  /** Propagation and overhead of the hops that are crossed outwards, once each: what crosses a hop leaves together. */
  readonly fixedS: number;
  /** Bringing the result to the sink or back to the UE, as the scenario's delivery asks; 0 when it stays. */
  readonly deliveryS: number;
  /** Best chain split (blocks in order) with the same costs on the same row, for comparison; null if none. */
  readonly chainS: number | null;
  readonly proven: boolean;
  /** Proved lower bound [s]; equal to totalS when proved. */
  readonly boundS: number;
  /** Limits of the row that a minimum cut cannot express: they are not obeyed. */
  readonly ignores: readonly 'memory'[];
  /** Nodes whose operators' weights exceed their memory. */
  readonly overfull: readonly NodeId[];
  /**
   * Untrusted nodes that compute nothing here although the leakage limit allows some boundaries: leakage is known for
   * boundaries of the chain, not for single tensors.
   */
  readonly withheld: readonly NodeId[];
  /** Problem and answer in one: what is exported, and what the checker reads. */
  readonly certificate: DagProof;
  /** Size of the flow network that was cut. */
  readonly flowVertices: number;
  readonly flowArcs: number;
}
export type OperatorsAnswer =
  | { readonly kind: 'operators'; readonly view: OperatorsView }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
