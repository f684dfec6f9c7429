/** HiveMind on a row of nodes: the explicit graph, SCI messages, Algorithm 1 as printed, counts (SOLVERS.md 1, 4). */
import type { NodeId } from '../network/types';
import type { PaperFigure } from '../solvers/hivemind/paperFigures';
import type { StudyTrouble } from './types';

export type RowOptions = Readonly<Record<string, never>>;

/** One SCI message: node `from` tells its predecessor what handing tensor k to it will cost, k = 0..L. */
export interface SciMessage {
  /** Index on the row; goes to `from - 1`. Messages are in the order of sending: from the last node to node 1. */
  readonly from: number;
  /** zeta(k) [s], L + 1 entries; null = impossible. Of the run with float64 messages. */
  readonly zetaS: readonly (number | null)[];
  /** n(k): blocks completed when `from` is done, if it is handed tensor k; null = impossible. The node keeps this. */
  readonly nextBoundary: readonly (number | null)[];
  /** Size on the wire as float32: 4 (L + 1). */
  readonly bytes: number;
}

export interface AlgorithmRun {
  readonly boundaries: readonly number[];
  /** Node on which the path ends; the nodes after it take no part. */
  readonly last: number;
  /** What the UE reckons with after the last message [s]. */
  readonly promisedS: number;
  /** What the split costs [s]; null = it uses something impossible. */
  readonly actualS: number | null;
  /** false: it breaks a memory limit (Algorithm 1 knows none; SCI always fits). */
  readonly fits: boolean;
}

/** SCI with messages rounded to float32. */
export interface RoundedRun extends AlgorithmRun {
  /** Cost of its split above the optimum, relative (0 = the same split, or one as good). */
  readonly loss: number;
  /** The most that rounding can cost, relative; proved. */
  readonly lossBound: number;
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
/** HiveMind Fig. 3: the explicit graph, corrected (relays at every node, every hop and node 1 charged), and what is left of it. */
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
  /** Ways to split: C(P + L - 1, L). */
  readonly options: string;
  /** Of the paper's graph, eq. 5-6 without start and end: P C(L + 1, 2), and C(P - 1, 2) C(L + 1, 3) + (P - 1) C(L, 2). */
  readonly vertices: string;
  readonly edges: string;
  /** Of the corrected graph with relays, start and end included, as `SplitGraph` builds it. */
  readonly relayVertices: string;
  readonly relayEdges: string;
  /** Of the lattice that `solveChain` walks: P (L + 1) states, P L + (P - 1)(L + 1) arcs. */
  readonly latticeStates: string;
  readonly latticeArcs: string;
  /** Without SCI every edge of the paper's graph is told, one value each, 4 bytes a value. */
  readonly naiveMessages: string;
  readonly naiveBytes: string;
  /** P - 1 messages of L + 1 values, 4 bytes a value; bytes of all of them, and of one. */
  readonly sciMessages: number;
  readonly sciBytes: string;
  readonly sciMessageBytes: number;
}

export type { PaperFigure as PaperCount };

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
  /** Node on which it ends: hops from there on are not paid. */
  readonly last: number;
  readonly totalS: number;
  /** Optimum over any route, for comparison; null if none. */
  readonly networkS: number | null;
  readonly messages: readonly SciMessage[];
  /** n_p(k) of every node, the UE included: blocks completed when p is done if it is handed tensor k; null = impossible. */
  readonly decisions: readonly (readonly (number | null)[])[];
  /** SCI with float64 messages: costs exactly `totalS`. */
  readonly sci: AlgorithmRun;
  readonly sciFloat32: RoundedRun;
  /** Algorithm 1 as printed; null = it finds no split at all (every node that gets data must run a layer). */
  readonly printed: AlgorithmRun | null;
  /** As printed but for one of its two defects. */
  readonly entryCostOnly: AlgorithmRun | null;
  readonly emptyOnly: AlgorithmRun | null;
  /** With both corrections: exact where memory is no limit. */
  readonly corrected: AlgorithmRun;
  /** null where the explicit graph is too large to draw: the counts still say how large. */
  readonly graph: SplitGraph | null;
  readonly counts: Counts;
}

export type RowAnswer =
  | { readonly kind: 'row'; readonly row: RowView; readonly paper: readonly PaperFigure[] }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble; readonly paper: readonly PaperFigure[] };
