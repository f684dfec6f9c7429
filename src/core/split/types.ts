/** A split as it is executed: which part runs where, what crosses which hops, what that should take and what it took. */
import type { LinkDirection, LinkId, NodeId } from '../network/types';
import type { BitsPerSecond, Seconds } from '../units';

/** One crossing of one link. */
export interface Hop {
  readonly link: LinkId;
  readonly direction: LinkDirection;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly bitsPerSecond: BitsPerSecond;
  /** Propagation and overhead, once a transfer. */
  readonly fixedS: Seconds;
  /** Capacity of the other direction; 0 = down. */
  readonly backBitsPerSecond: BitsPerSecond;
}

/** A run of blocks on one node. */
export interface ExecutionPart {
  readonly kind: 'part';
  /** 0 for the first one that runs. */
  readonly index: number;
  readonly node: NodeId;
  /** Blocks from+1 .. to. */
  readonly from: number;
  readonly to: number;
  /** What the plan says it takes on that node [s]. */
  readonly plannedS: number;
}

/** The tensors of one boundary on their way, over one hop or several (stored and forwarded). */
export interface ExecutionTransfer {
  readonly kind: 'transfer';
  readonly boundary: number;
  /** As the chain counts them, at the precisions of the workload [B]. */
  readonly bytes: number;
  readonly tensors: readonly string[];
  readonly hops: readonly Hop[];
}

export type Stage = ExecutionPart | ExecutionTransfer;

/** In order of time. The parts cover every block once; a transfer stands between parts, before the first or after the last. */
export interface ExecutionPlan {
  readonly stages: readonly Stage[];
}

/** A time that grows with the bytes: fixed + perByte * bytes. */
export interface LinearCost {
  readonly fixedS: number;
  readonly perByteS: number;
}

/** What executing in parts costs beside the blocks, measured on this device. Bytes are those of the tensors as the model has them. */
export interface CopyCosts {
  /** One run of a part, and copying what it reads into the runtime. */
  readonly into: LinearCost;
  /** Copying what it makes out of the runtime (its fixed part is in `into`). */
  readonly out: LinearCost;
  /** Handing tensors to a part's worker and its answer back, both ways together. */
  readonly message: LinearCost;
  /** Handing tensors to the link's worker and back, and encoding and decoding them there. */
  readonly shipping: LinearCost;
  /**
   * What the whole model takes in the rhythm of a run, just before it and in turn with its executions, over what its profile
   * says: parts wait for one another, and whoever waits loses its caches; and no machine is equally fast every minute. 1 for
   * a modelled profile.
   */
  readonly pace: number;
}

export const freeCopies: CopyCosts = {
  into: { fixedS: 0, perByteS: 0 },
  out: { fixedS: 0, perByteS: 0 },
  message: { fixedS: 0, perByteS: 0 },
  shipping: { fixedS: 0, perByteS: 0 },
  pace: 1,
};

/** What a part, or a transfer, should take. */
export interface PartPrediction {
  readonly kind: 'part';
  /** The blocks alone, by the profile, at the pace of the run [s]. */
  readonly blocksS: number;
  /** Copies of cut tensors into and out of the runtime [s]. */
  readonly copiesS: number;
  /** blocksS + copiesS, times `factor` [s]. */
  readonly seconds: number;
  /** What scales this device's times to the node's; 1 where the part counts as fast as it runs here. */
  readonly factor: number;
}
export interface TransferPrediction {
  readonly kind: 'transfer';
  /** On the hops [s]. */
  readonly seconds: number;
}
export interface Prediction {
  /** One entry a stage. */
  readonly stages: readonly (PartPrediction | TransferPrediction)[];
  readonly computeS: number;
  readonly transferS: number;
  /** Messages between workers, encoding and decoding [s]. */
  readonly handlingS: number;
  readonly totalS: number;
}

/** One execution from end to end, as measured. */
export interface ExecutionRun {
  /** One entry a stage: seconds of the part or on the link. */
  readonly stagesS: readonly number[];
  /** Everything else between start and end [s]. */
  readonly handlingS: number;
  readonly totalS: number;
}

/** A measured figure: the median of the runs and its 95 % interval [s]. */
export interface Measured {
  readonly seconds: number;
  readonly intervalS: readonly [number, number];
}

/** One split at one bandwidth, predicted and executed. */
export interface Cell {
  readonly key: string;
  /** Boundaries at which the model is cut. */
  readonly cuts: readonly number[];
  /** What the capacities of the drawing were multiplied with. */
  readonly bandwidth: number;
  readonly plan: ExecutionPlan;
  readonly predicted: Prediction;
  /** The pace that the prediction takes into account; see `CopyCosts`. */
  readonly pace: number;
  /** What computing would have been predicted to take at pace 1 [s]. */
  readonly unpacedComputeS: number;
  readonly runs: number;
  readonly stages: readonly Measured[];
  readonly compute: Measured;
  readonly transfer: Measured;
  readonly handling: Measured;
  readonly total: Measured;
  /** Bytes really put on each link, in the order of the transfers. */
  readonly sentBytes: readonly number[];
}
