/**
 * Dijkstra over the arcs of a drawn network, for one boundary at a time, from any number of seeds.
 *
 * Labels are ordered by (cost, number of transfers): on equal cost the plan with fewer transfers wins, and a label that
 * is already there wins over a new one that is no better. So zero-cost arcs make no cycles and a plan does not wander.
 * Small networks are scanned flat (no heap is faster there), large ones use an indexed binary heap: O(A + V log V).
 */
import { NodeHeap } from './nodeHeap';
import type { RouteProblem } from './types';

/** Arcs grouped by the node from which a search looks along them. */
export interface ArcGroups {
  /** Arcs of node v are at [start[v], start[v + 1]). */
  readonly start: Int32Array;
  readonly arc: Int32Array;
  /** The node at the other end of that arc. */
  readonly peer: Int32Array;
}

export interface RoutingIndex {
  /** By tail: a search that follows the arcs ("from a node"). */
  readonly out: ArcGroups;
  /** By head: a search against the arcs ("towards a node"). */
  readonly into: ArcGroups;
}

/** Labels of V nodes (or of V nodes on each of L + 1 levels, with an offset). */
export interface Labels {
  /** Seconds; Infinity where there is no way. */
  readonly costS: Float64Array;
  /** Transfers on the way. */
  readonly hops: Int32Array;
  /** The arc taken (first arc of a search "towards", last arc of a search "from"); -1 at a seed. */
  readonly via: Int32Array;
}

/** Scratch memory of the search, reusable for networks of the same size. */
export interface SettleScratch {
  readonly done: Uint8Array;
  /** null where a flat scan is faster. */
  readonly heap: NodeHeap | null;
}

const flatLimit = 40;

export function createLabels(size: number): Labels {
  return {
    costS: new Float64Array(size).fill(Infinity),
    hops: new Int32Array(size),
    via: new Int32Array(size).fill(-1),
  };
}

export function createScratch(nodeCount: number): SettleScratch {
  return {
    done: new Uint8Array(nodeCount),
    heap: nodeCount > flatLimit ? new NodeHeap(nodeCount) : null,
  };
}

/** Arcs by the node in `by`, each with the node at its other end in `peers`. */
export function groupArcs(nodeCount: number, by: Int32Array, peers: Int32Array): ArcGroups {
  const start = new Int32Array(nodeCount + 1);
  for (const node of by) start[node + 1]! += 1;
  for (let v = 0; v < nodeCount; v++) start[v + 1]! += start[v]!;
  const next = start.slice(0, nodeCount);
  const arc = new Int32Array(by.length);
  const peer = new Int32Array(by.length);
  for (let a = 0; a < by.length; a++) {
    const slot = next[by[a]!]!++;
    arc[slot] = a;
    peer[slot] = peers[a]!;
  }
  return { start, arc, peer };
}

const indices = new WeakMap<Int32Array, RoutingIndex>();

/** The arcs of a problem by node; kept with its `arcFrom`, which a slider drag does not replace. */
export function routingIndex(problem: Pick<RouteProblem, 'nodeCount' | 'arcFrom' | 'arcTo'>): RoutingIndex {
  const known = indices.get(problem.arcFrom);
  if (known !== undefined && known.out.start.length === problem.nodeCount + 1) return known;
  const index = {
    out: groupArcs(problem.nodeCount, problem.arcFrom, problem.arcTo),
    into: groupArcs(problem.nodeCount, problem.arcTo, problem.arcFrom),
  };
  indices.set(problem.arcFrom, index);
  return index;
}

/** Seconds that boundary `boundary` takes over every arc, written to `target`; Infinity where it may not pass. */
export function fillArcCosts(problem: RouteProblem, boundary: number, target: Float64Array): void {
  const { arcFixedS, arcSecondsPerByte, resultOnly } = problem;
  const size = problem.boundaryBytes[boundary]!;
  for (let a = 0; a < target.length; a++) target[a] = arcFixedS[a]! + size * arcSecondsPerByte[a]!;
  if (resultOnly === undefined || boundary === problem.blockCount) return;
  for (let a = 0; a < target.length; a++) if (resultOnly[a] === 1) target[a] = Infinity;
}

/**
 * Lowers the labels [offset, offset + V) to their final values; finite ones are the seeds.
 * Returns the number of arcs looked at (at most A).
 */
export function settle(
  { start, arc, peer }: ArcGroups,
  arcCostS: Float64Array,
  labels: Labels,
  offset: number,
  { done, heap }: SettleScratch,
): number {
  const { costS, hops, via } = labels;
  let looked = 0;
  done.fill(0);
  heap?.fill(labels, offset);
  for (;;) {
    const best = heap === null ? nearest(labels, offset, done) : heap.take();
    if (best < 0) return looked;
    done[best] = 1;
    const bestCost = costS[offset + best]!;
    const nextHops = hops[offset + best]! + 1;
    const end = start[best + 1]!;
    for (let k = start[best]!; k < end; k++) {
      looked++;
      const u = peer[k]!;
      if (done[u] === 1) continue;
      const a = arc[k]!;
      const cost = arcCostS[a]! + bestCost;
      const at = offset + u;
      if (cost < costS[at]! || (cost === costS[at] && nextHops < hops[at]!)) {
        costS[at] = cost;
        hops[at] = nextHops;
        via[at] = a;
        if (heap !== null) heap.lower(u);
      }
    }
  }
}

/** The node of lowest label that is not settled, by looking at all; -1 when the others cannot be reached. */
export function nearest({ costS, hops }: Labels, offset: number, done: Uint8Array): number {
  let best = -1;
  let bestCost = Infinity;
  let bestHops = 0;
  for (let v = 0; v < done.length; v++) {
    if (done[v] === 1) continue;
    const cost = costS[offset + v]!;
    if (cost < bestCost || (cost === bestCost && best >= 0 && hops[offset + v]! < bestHops)) {
      best = v;
      bestCost = cost;
      bestHops = hops[offset + v]!;
    }
  }
  return best;
}
