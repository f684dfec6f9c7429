/**
 * HiveMind's explicit graph (eq. 5-7, Fig. 3) and a shortest path through it by Dijkstra: an independent check of the
 * chain solvers on small instances, and a picture. O(P L^3) edges, so it is for teaching.
 *
 * Vertex v(p, m, n): node p runs layers m..n. Corrected (SOLVERS 1.2): a relay vertex r(p, k) at every node lets it run
 * nothing, with k layers completed; every hop is charged, and so is the compute of node 1; start leads to m = 1 only.
 * Literal ('printed'): no relays, skip edges p -> q that pay the hop after p alone, start edges to any m at no cost.
 */
import { roomOf } from '../sweepWindow';
import { createLabels, createScratch, groupArcs, settle } from '../settle';
import type { ChainProblem } from '../types';

export const vertexKinds = ['start', 'end', 'work', 'relay'] as const;

/** Vertex 0 is the start, vertex 1 the end. Impossible vertices and edges are left out. */
export interface ExplicitGraph {
  /** Index into `vertexKinds`. */
  readonly kind: Uint8Array;
  /** Node of the row, from 0; -1 for start and end. */
  readonly node: Int32Array;
  /** Layers completed before the vertex, and after it. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly seconds: Float64Array;
}

/** Collects vertices and edges, and finds a vertex by its place. */
class GraphBuilder {
  private readonly kind: number[] = [0, 1];
  private readonly node: number[] = [-1, -1];
  private readonly before: number[] = [0, 0];
  private readonly after: number[] = [0, 0];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly seconds: number[] = [];

  /** Adds v(p, before + 1, after), or the relay where nothing is run. */
  vertex(node: number, before: number, after: number): number {
    this.node.push(node);
    this.before.push(before);
    this.after.push(after);
    return this.kind.push(before === after ? 3 : 2) - 1;
  }

  edge(from: number, to: number, seconds: number): void {
    if (seconds === Infinity) return;
    this.from.push(from);
    this.to.push(to);
    this.seconds.push(seconds);
  }

  build(): ExplicitGraph {
    return {
      kind: Uint8Array.from(this.kind),
      node: Int32Array.from(this.node),
      before: Int32Array.from(this.before),
      after: Int32Array.from(this.after),
      from: Int32Array.from(this.from),
      to: Int32Array.from(this.to),
      seconds: Float64Array.from(this.seconds),
    };
  }
}

/** A vertex by which a node can be entered, the seconds it computes, and the layers completed after it. */
interface Entry {
  readonly vertex: number;
  readonly seconds: number;
  readonly after: number;
}

/** The corrected graph: its shortest path is the optimum of the row, memory limits included. */
export function explicitGraph(problem: ChainProblem): ExplicitGraph {
  const nodes = problem.computeS.length;
  const blocks = problem.computeS[0]!.length;
  const builder = new GraphBuilder();
  /** Vertices of the node before by layers completed; the start has completed none, and its "hop" is free. */
  let leaving: number[][] = [[0]];
  for (let p = 0; p < nodes; p++) {
    const arriving: number[][] = Array.from({ length: blocks + 1 }, () => []);
    for (const [k, sources] of leaving.entries()) {
      const shipS = p === 0 ? 0 : problem.shipS[p - 1]![k]!;
      if (sources.length === 0 || shipS === Infinity) continue;
      const isLast = p === nodes - 1;
      for (const { vertex, seconds, after } of enter(builder, problem, p, k, isLast)) {
        for (const source of sources) builder.edge(source, vertex, shipS + seconds);
        arriving[after]!.push(vertex);
      }
    }
    for (const vertex of arriving[blocks]!) builder.edge(vertex, 1, problem.finishS[p]!);
    leaving = arriving;
  }
  return builder.build();
}

/** The vertices of node p with k layers completed before: every run that fits, and the relay. */
function enter(
  builder: GraphBuilder,
  { computeS, memory }: ChainProblem,
  p: number,
  k: number,
  isLast: boolean,
): Entry[] {
  const row = computeS[p]!;
  const room = memory === undefined ? Infinity : roomOf(memory.nodeBytes[p]!);
  const entries: Entry[] = [];
  // The last node hands on to nobody: it runs all that is left, which may be nothing.
  if (!isLast || k === row.length) entries.push({ vertex: builder.vertex(p, k, k), seconds: 0, after: k });
  let seconds = 0;
  let bytes = 0;
  for (let after = k + 1; after <= row.length; after++) {
    seconds += row[after - 1]!;
    bytes += memory?.layerBytes[after - 1] ?? 0;
    if (seconds === Infinity || bytes > room) break;
    if (isLast && after < row.length) continue;
    entries.push({ vertex: builder.vertex(p, k, after), seconds, after });
  }
  return entries;
}

/** The graph of eq. (5)-(7) to the letter: P C(L+1, 2) vertices beside start and end. Memory and delivery are unknown to it. */
export function printedGraph({ computeS, shipS }: ChainProblem): ExplicitGraph {
  const nodes = computeS.length;
  const blocks = computeS[0]!.length;
  const builder = new GraphBuilder();
  const at = computeS.map((_, p) =>
    Array.from({ length: blocks }, (_, m) =>
      Array.from({ length: blocks - m }, (_, length) => builder.vertex(p, m, m + length + 1)),
    ),
  );
  for (const ofStart of at[0]!) for (const vertex of ofStart) builder.edge(0, vertex, 0);
  for (let p = 0; p < nodes; p++) {
    for (let m = 0; m < blocks; m++) {
      for (let n = m + 1; n < blocks; n++) {
        const source = at[p]![m]![n - m - 1]!;
        for (let q = p + 1; q < nodes; q++) {
          // A path ends in v(P, m, L), so node P runs all that is left.
          let seconds = shipS[p]![n]!;
          for (let after = n + 1; after <= blocks; after++) {
            seconds += computeS[q]![after - 1]!;
            if (q === nodes - 1 && after < blocks) continue;
            builder.edge(source, at[q]![n]![after - n - 1]!, seconds);
          }
        }
      }
    }
  }
  for (let m = 0; m < blocks; m++) builder.edge(at[nodes - 1]![m]![blocks - m - 1]!, 1, 0);
  return builder.build();
}

export interface ShortestPath {
  readonly totalS: number;
  /** Edge indices from start to end. */
  readonly edges: readonly number[];
}

/** Dijkstra from start to end; null when there is no path. */
export function shortestPath({ kind, from, to, seconds }: ExplicitGraph): ShortestPath | null {
  const labels = createLabels(kind.length);
  labels.costS[0] = 0;
  settle(groupArcs(kind.length, from, to), seconds, labels, 0, createScratch(kind.length));
  if (labels.costS[1] === Infinity) return null;
  const edges: number[] = [];
  for (let edge = labels.via[1]!; edge >= 0; edge = labels.via[from[edge]!]!) edges.push(edge);
  return { totalS: labels.costS[1]!, edges: edges.reverse() };
}

/** The layers completed after each node that a path visits, as boundaries of a split, and the node on which it ends. */
export function splitOfPath(
  graph: ExplicitGraph,
  path: ShortestPath,
  nodes: number,
): { readonly boundaries: Int32Array; readonly last: number } {
  const boundaries = new Int32Array(nodes);
  let last = 0;
  for (const edge of path.edges) {
    const vertex = graph.to[edge]!;
    if (graph.node[vertex]! < 0) continue;
    last = graph.node[vertex]!;
    boundaries.fill(graph.after[vertex]!, last);
  }
  return { boundaries, last };
}

/**
 * What is left once every node has announced its split point set (Fig. 3): of all edges into node p with k layers
 * completed only that to the run p has chosen for k, and from a chosen vertex to the end only where the path ends there.
 * At most one vertex for each p and k, one edge out of each, and a single path from the start.
 *
 * @param decisions n_p(k) of each node, -1 = impossible
 * @param ends whether the result is delivered from node p once all layers are completed
 */
export function prune(
  { node, before, after, from, to }: ExplicitGraph,
  decisions: readonly Int32Array[],
  ends: readonly boolean[],
): number[] {
  const isChosen = (v: number): boolean => node[v]! < 0 || decisions[node[v]!]![before[v]!] === after[v];
  const blocks = decisions[0]!.length - 1;
  const kept: number[] = [];
  for (let edge = 0; edge < from.length; edge++) {
    const [source, target] = [from[edge]!, to[edge]!];
    if (!isChosen(source) || !isChosen(target)) continue;
    const isDone = source !== 0 && after[source] === blocks;
    if (!isDone || ends[node[source]!]! === (target === 1)) kept.push(edge);
  }
  return kept;
}
