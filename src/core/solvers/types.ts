/** The numbers a solver needs and the plan it answers with. Indices here; ids only in `PlanResult` and above. */
import type { LinkDirection, LinkId, NodeId, NodeKind } from '../network/types';
import type { Criterion } from '../scenario/goals';
import type { Delivery } from '../scenario/types';

/** Route-and-split over a drawn network (MATHS 3). V nodes, L blocks, A directed arcs. */
export interface RouteProblem {
  readonly nodeCount: number;
  readonly blockCount: number;
  readonly source: number;
  readonly sink: number;
  readonly delivery: Delivery;
  readonly kinds: readonly NodeKind[];
  /** Time of block l on node v at [v * L + l], in seconds; Infinity where v cannot compute. */
  readonly computeS: Float64Array;
  /** 1 where the node computes. */
  readonly computes: Uint8Array;
  /** Bytes live across boundary i, i = 0..L. */
  readonly boundaryBytes: Float64Array;
  /** Bytes of weights of block l. */
  readonly weightBytes: Float64Array;
  /** Memory of node v in bytes, Infinity = unlimited. */
  readonly memoryBytes: Float64Array;
  /** Arcs that are up: tail, head, link index, direction, seconds per byte, fixed seconds per transfer. */
  readonly arcFrom: Int32Array;
  readonly arcTo: Int32Array;
  readonly arcLink: Int32Array;
  /** 0 = aToB, 1 = bToA. */
  readonly arcDirection: Uint8Array;
  readonly arcSecondsPerByte: Float64Array;
  readonly arcFixedS: Float64Array;
  /** 1 for arcs that carry the finished result only (forward routing with a result that returns); absent: none. */
  readonly resultOnly?: Uint8Array;
  /** Absent: every computing node may be handed anything. */
  readonly trust?: TrustRule;
}

/**
 * What untrusted nodes may be handed: boundary i counts its leakage each time a trusted computing node (or the source of
 * the input) hands it to an untrusted one. Forwarding is encrypted and counts nothing.
 */
export interface TrustRule {
  /** 1 = trusted, by node. */
  readonly trusted: Uint8Array;
  /** Of boundaries 0..L. */
  readonly leakage: Float64Array;
  /** The most that may leak (inclusive); Infinity = no limit. */
  readonly limit: number;
}

/** A plan in indices: what happens, in order of time. */
export type Step =
  | { readonly kind: 'compute'; readonly node: number; readonly from: number; readonly to: number }
  | { readonly kind: 'transfer'; readonly arc: number; readonly boundary: number };

export interface IndexPlan {
  readonly totalS: number;
  readonly steps: readonly Step[];
}

/** P nodes in a row, L blocks: the chain of HiveMind and of raw problems. Any entry may be Infinity = impossible. */
export interface ChainProblem {
  /** [p][l], P x L seconds. */
  readonly computeS: readonly Float64Array[];
  /** [h][i], (P-1) x (L+1) seconds. */
  readonly shipS: readonly Float64Array[];
  /** Cost of ending on node p (delivery), P seconds; 0 when the result stays. Ending on p means hops p.. are not paid. */
  readonly finishS: Float64Array;
  /** Memory limits: bytes of weights per block, bytes per node (Infinity = none). Absent: none. */
  readonly memory?: { readonly layerBytes: Float64Array; readonly nodeBytes: Float64Array };
}

export interface ChainSplit {
  readonly totalS: number;
  /** boundaries[p] = blocks completed when node p is done; never decreases; last entry L. */
  readonly boundaries: Int32Array;
  /** The node on which the path ends (its `finishS` is paid): the last one that holds work, if `finishS` says so. */
  readonly last: number;
}

/** The memory suffices in all and for each block, but no way to place the blocks one after another fits, or was found. */
interface PackingReason {
  /** Proved; or not, because the search was cut off. */
  readonly kind: 'blocks-do-not-pack' | 'not-found-in-time';
  readonly needBytes: number;
  readonly haveBytes: number;
}

/** Why a problem in indices has no plan; `InfeasibleReason` is the same in ids. */
export type IndexReason =
  | { readonly kind: 'no-node-computes' }
  | { readonly kind: 'no-route'; readonly from: number; readonly to: number }
  | { readonly kind: 'node-cannot-compute'; readonly node: number }
  | { readonly kind: 'no-edge-host' }
  | {
      readonly kind: 'does-not-fit';
      readonly node: number | null;
      readonly needBytes: number;
      readonly haveBytes: number;
    }
  | {
      readonly kind: 'block-does-not-fit';
      readonly block: number;
      readonly needBytes: number;
      readonly largestBytes: number;
    }
  /** `boundary`, which leaks too much, would have to be handed to an untrusted node. */
  | {
      readonly kind: 'leaks';
      readonly boundary: number;
      readonly leakage: number;
      readonly limit: number;
    }
  | PackingReason;

export type IndexOutcome =
  | {
      readonly kind: 'plan';
      readonly plan: IndexPlan;
      /** false: the search was cut off. */
      readonly proven: boolean;
      /** A proved lower bound [s] where the plan itself is not proved. */
      readonly boundS?: number;
    }
  | { readonly kind: 'infeasible'; readonly reason: IndexReason };

/** Asked now and then by a search: true = return the best found so far, with its bound, as not proved. */
export type ShouldStop = () => boolean;

/** A split in indices: node nodes[p] runs blocks boundaries[p-1]+1 .. boundaries[p] (boundaries[-1] = 0). */
export interface IndexSplit {
  readonly nodes: readonly number[];
  readonly boundaries: readonly number[];
}

export type InfeasibleReason =
  | { readonly kind: 'no-node-computes' }
  | {
      readonly kind: 'no-route';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly downLinks: readonly LinkId[];
    }
  | { readonly kind: 'node-cannot-compute'; readonly node: NodeId }
  | { readonly kind: 'no-edge-host' }
  | {
      readonly kind: 'does-not-fit';
      readonly node: NodeId | null;
      readonly needBytes: number;
      readonly haveBytes: number;
    }
  | {
      readonly kind: 'block-does-not-fit';
      /** Counted from 1. */
      readonly block: number;
      readonly name: string;
      readonly needBytes: number;
      /** Memory of the largest node that can take part. */
      readonly largestBytes: number;
    }
  /** `boundary`, which leaks too much, would have to be handed to an untrusted node. */
  | {
      readonly kind: 'leaks';
      readonly boundary: number;
      readonly leakage: number;
      readonly limit: number;
    }
  /** No plan keeps this limit (with those before it): `least` is the least that can be reached. s, J, B, leakage. */
  | {
      readonly kind: 'over-limit';
      readonly criterion: Criterion;
      readonly limit: number;
      readonly least: number;
    }
  /** A method that weighs or limits this criterion lacks figures for it. */
  | { readonly kind: 'criterion-unknown'; readonly criterion: Criterion }
  /** A search under limits was cut off before it found a plan. */
  | { readonly kind: 'search-cut-off' }
  | PackingReason;

export const strategyIds = [
  'ue-only',
  'cloud-only',
  'edge-only',
  'one-cut-cloud',
  'one-cut-edge',
  'greedy',
  'proportional',
  'best',
] as const;
export type StrategyId = (typeof strategyIds)[number];

/** One leg of a plan with its ids and its part of the time. */
export type Leg =
  | {
      readonly kind: 'compute';
      readonly node: NodeId;
      /** Blocks from+1 .. to run here. */
      readonly from: number;
      readonly to: number;
      readonly startS: number;
      readonly seconds: number;
    }
  | {
      readonly kind: 'transfer';
      readonly link: LinkId;
      readonly direction: LinkDirection;
      readonly from: NodeId;
      readonly to: NodeId;
      readonly boundary: number;
      readonly bytes: number;
      readonly startS: number;
      readonly seconds: number;
    };

export interface Plan {
  readonly legs: readonly Leg[];
  readonly totalS: number;
  readonly computeS: number;
  readonly transferS: number;
  /** Nodes that run at least one block, in order; one more than the number of cuts. */
  readonly computeNodes: readonly NodeId[];
  /** Number of places where the model is cut. */
  readonly cuts: number;
}

export type Outcome =
  | {
      readonly kind: 'plan';
      readonly plan: Plan;
      /** false: the search was cut off. */
      readonly proven: boolean;
      /** A proved lower bound [s] where the plan itself is not proved. */
      readonly boundS?: number;
    }
  | { readonly kind: 'infeasible'; readonly reason: InfeasibleReason };

export interface StrategyOutcome {
  readonly strategy: StrategyId;
  readonly outcome: Outcome;
}

/** A capacity at which the best plan changes. */
export interface Breakpoint {
  readonly capacityMbps: number;
  /** Best total just there [s]. */
  readonly totalS: number;
  /** false: a search was cut off, so the capacity and the plans are estimated. */
  readonly proven: boolean;
  /** What the best plan is below and above this capacity, in words of nodes: ids of the computing nodes. */
  readonly below: readonly NodeId[];
  readonly above: readonly NodeId[];
  /** Where those plans are cut: the boundary after each computing node's blocks but the last one's. */
  readonly belowCuts?: readonly number[];
  readonly aboveCuts?: readonly number[];
}
