/** What a plan is judged by (MATHS 4). */
import type { NodeId } from '../network/types';

/** A criterion that cannot be computed, and what is missing. */
export type Unavailable =
  /** These nodes have no known power. */
  | { readonly kind: 'power-unknown'; readonly nodes: readonly NodeId[] }
  /** The document has no leakage vector, or one for another number of boundaries. */
  | { readonly kind: 'no-leakage' }
  | { readonly kind: 'leakage-mismatch'; readonly have: number; readonly need: number };

export interface Measures {
  /** Seconds for one inference. */
  readonly latencyS: number;
  /** Joules of the UE: (load - idle) x compute + radio-only power x air time; idle apart. null: power unknown. */
  readonly ueEnergyJ: number | null;
  /** Joules of the UE while it waits: idle power x latency. null: unknown. */
  readonly ueIdleJ: number | null;
  /** Joules of the UE and the edge hosts (gNB, IAB node, MEC host). */
  readonly edgeEnergyJ: number | null;
  /** Bytes over every link, each hop counted. */
  readonly bytes: number;
  /** Largest leakage of a boundary handed from a trusted to an untrusted computing node; 0 when none is. */
  readonly leakage: number | null;
  /** Slowest stage of a stream of frames: busiest node or link direction [s]. */
  readonly periodS: number;
}
