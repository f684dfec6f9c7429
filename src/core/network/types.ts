/** Where a model runs: the nodes and links a user draws. Plain numbers carry their unit in the name. */
declare const brand: unique symbol;
export type NodeId = string & { readonly [brand]: 'NodeId' };
export type LinkId = string & { readonly [brand]: 'LinkId' };

export const nodeKinds = ['ue', 'gnb', 'iab', 'mec', 'core', 'cloud'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/**
 * What computes on a node.
 * - `catalogue`: a device of the device catalogue; its times are modelled from published totals.
 * - `custom`: a relative speed set by the user. 1x runs 1e9 multiply-accumulates per second, and a custom chain's block
 *   given in seconds takes those seconds at 1x.
 * - `measured`: a profile measured in a browser; used while it fits the workload, else `fallback` speaks.
 */
export type NodeDevice =
  | { readonly kind: 'catalogue'; readonly id: string }
  | { readonly kind: 'custom'; readonly speed: number }
  | { readonly kind: 'measured'; readonly profileId: string; readonly fallbackId: string };

export interface NodePower {
  readonly idleW: number;
  /** While it computes; not below idle. */
  readonly loadW: number;
}

export interface NetworkNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly name: string;
  /** Position on the plan [m]; x to the right, y down. */
  readonly xM: number;
  readonly yM: number;
  /** null: the node only forwards. The source always has one. */
  readonly device: NodeDevice | null;
  /** Memory for weights [MB = 1e6 B]; null: the device's own figure, or unlimited where it has none. */
  readonly memoryMB: number | null;
  /**
   * false: what the node computes on may be seen by others. Without a leakage vector it forwards only; with one it may
   * be handed boundaries within the leakage limit.
   */
  readonly trusted: boolean;
  /** Power [W]; null: the device's published figures, where there are any. */
  readonly power: NodePower | null;
}

export interface NetworkLink {
  readonly id: LinkId;
  readonly a: NodeId;
  readonly b: NodeId;
  /** Capacity from a to b [Mbit/s]; 0 = down, else 0.001 to 1e6. */
  readonly aToBMbps: number;
  readonly bToAMbps: number;
  /** true: the slider moves both directions together (then both values are equal). */
  readonly symmetric: boolean;
  /** One-way propagation delay [ms]. */
  readonly propagationMs: number;
  /** Overhead per transfer [ms] (grants, headers, protocol set-up). */
  readonly overheadMs: number;
  readonly medium: 'wireless' | 'wired';
}

export type LinkDirection = 'aToB' | 'bToA';
