/** HiveMind on a row of nodes: the explicit graph, SCI messages, Algorithm 1 as printed, counts (SOLVERS.md 1, 4). */
import type { NodeId } from '../network/types';
import type { StudyTrouble } from './types';

export type RowOptions = Readonly<Record<never, never>>;

/** One SCI message: node `from` tells its predecessor what handing tensor k to it will cost, k = 0..L. */
export interface SciMessage {
  /** Index on the row; goes to `from - 1`. */
  readonly from: number;
  /** zeta(k) [s], L + 1 entries; null = impossible. */
  readonly zetaS: readonly (number | null)[];
  /** n(k): blocks completed when `from` is done, if it is handed tensor k. */
  readonly nextBoundary: readonly number[];
  /** Size on the wire as float32. */
  readonly bytes: number;
}

export interface AlgorithmRun {
  readonly boundaries: readonly number[];
  /** What the last message promised [s]. */
  readonly promisedS: number;
  /** What the split costs [s]. */
  readonly actualS: number;
}

export interface GraphVertex {
  readonly kind: 'start' | 'end' | 'work' | 'relay';
  /** Index on the row; -1 for start and end. */
  readonly node: number;
  /** Work: layers first..last (from 1). Relay: last = layers completed before it, first = last + 1. */
  readonly first: number;
  readonly last: number;
}
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}
/** HiveMind Fig. 3: the paper's explicit graph, and what is left of it. */
export interface SplitGraph {
  readonly vertices: readonly GraphVertex[];
  readonly edges: readonly GraphEdge[];
  /** Edge indices of a shortest path. */
  readonly path: readonly number[];
  readonly totalS: number;
  /** Edge indices kept after every node announced its split point set: what pruning leaves. */
  readonly pruned: readonly number[];
}

/** Exact counts as decimal strings (they exceed 2^53). */
export interface Counts {
  readonly layers: number;
  readonly nodes: number;
  readonly options: string;
  readonly vertices: string;
  readonly edges: string;
  readonly naiveMessages: string;
  readonly naiveBytes: string;
  readonly sciMessages: number;
  readonly sciBytes: string;
}

/** A figure of the paper beside ours, and the layer count at which each agrees. */
export interface PaperCount {
  /** Stable id: 'options', 'messages', 'edges', 'values', 'bytes-naive', 'bytes-sci', 'ratio'. */
  readonly id: string;
  readonly model: string;
  readonly nodes: number;
  /** As the paper prints it. */
  readonly printed: string;
  /** Layer counts at which the formula rounds to the printed figure; empty when none does. */
  readonly agreesAt: readonly number[];
  /** Ours at the paper's own layer count. */
  readonly ours: string;
  readonly layers: number;
  readonly verdict: 'agrees' | 'differs' | 'consistent-with-another-count';
}

export interface RowView {
  readonly nodes: readonly NodeId[];
  readonly blockLabels: readonly string[];
  /** [p][l] and [h][i] seconds; null = impossible. */
  readonly computeS: readonly (readonly (number | null)[])[];
  readonly shipS: readonly (readonly (number | null)[])[];
  /** [p] seconds to deliver the result made on node p (0 when it stays); null = impossible. */
  readonly finishS: readonly (number | null)[];
  /** Optimum on the row (centralised). */
  readonly boundaries: readonly number[];
  readonly totalS: number;
  /** Optimum over any route, for comparison; null if none. */
  readonly networkS: number | null;
  readonly messages: readonly SciMessage[];
  readonly sci: AlgorithmRun;
  readonly printed: AlgorithmRun;
  readonly corrected: AlgorithmRun;
  /** null where the explicit graph is too large to draw: the counts still say how large. */
  readonly graph: SplitGraph | null;
  readonly counts: Counts;
}

export type RowAnswer =
  | { readonly kind: 'row'; readonly row: RowView; readonly paper: readonly PaperCount[] }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble; readonly paper: readonly PaperCount[] };
