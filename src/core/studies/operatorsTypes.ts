/** The operator graph of a model and its provably best labelling over the row of nodes (MATHS 2). */
import type { NodeId } from '../network/types';
import type { DagCertificate } from '../solvers/dag/certificateTypes';
import type { StudyTrouble } from './types';

/** Graphs one can look at beside the scenario's own model; their work is modelled, nothing runs them. */
export const generatedGraphs = ['resnet-152', 'transformer-12'] as const;
export type GraphChoice = 'scenario' | (typeof generatedGraphs)[number];

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
export interface OperatorEdge {
  /** Operator index, or -1 for the model's input. */
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
  readonly seconds: number;
}

export interface OperatorsView {
  readonly modelName: string;
  readonly nodes: readonly NodeId[];
  readonly blocks: readonly { readonly name: string; readonly label: string }[];
  readonly operators: readonly OperatorView[];
  readonly edges: readonly OperatorEdge[];
  readonly shipped: readonly ShippedTensor[];
  readonly totalS: number;
  readonly computeS: number;
  readonly transferS: number;
  /** Best chain split (blocks in order) on the same row, for comparison; null if none. */
  readonly chainS: number | null;
  readonly proven: boolean;
  readonly certificate: DagCertificate;
  /** Size of the flow network that was cut. */
  readonly flowVertices: number;
  readonly flowArcs: number;
}
export type OperatorsAnswer =
  | { readonly kind: 'operators'; readonly view: OperatorsView }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
