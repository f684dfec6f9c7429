/**
 * Maximum flow by Dinic's algorithm (E. A. Dinic 1970) on typed arrays, iterative. Exact up to rounding; O(V^2 E), far less on
 * networks of operator graphs.
 *
 * What it keeps are residual capacities, and an arc that fills is set to exactly 0: adding up flows and comparing them with
 * capacities never ends on some doubles. Levels are distances to the target, so that a search only walks where the target
 * can be reached.
 */
import type { ShouldStop } from '../types';
import type { Arcs } from './arcs';

export interface MaxFlow {
  /** Of the flow in `arcs.sent`: the maximum, or a lower bound of it when stopped. */
  readonly value: number;
  readonly stopped: boolean;
}

/** Paths between two questions whether to stop: some tens of microseconds. */
const pathsBetweenChecks = 256;

/**
 * Fills `arcs` with a maximum flow. Every path from source to target must have an arc of finite capacity (`infinitePath`).
 * Asked to stop, it leaves a flow that is valid but perhaps not the largest; the first phase is always completed.
 */
export function maxFlow(arcs: Arcs, source: number, target: number, shouldStop?: ShouldStop): MaxFlow {
  const { vertexCount, first } = arcs;
  const level = new Int32Array(vertexCount);
  const queue = new Int32Array(vertexCount);
  const next = new Int32Array(vertexCount);
  const path = new Int32Array(vertexCount);
  let value = 0;
  for (let phase = 0; measureLevels(arcs, source, target, level, queue); phase++) {
    if (phase > 0 && shouldStop?.() === true) return { value, stopped: true };
    next.set(first.subarray(0, vertexCount));
    const found = blockingFlow(arcs, source, target, level, next, path, phase > 0 ? shouldStop : undefined);
    value += found.value;
    if (found.stopped) return { value, stopped: true };
  }
  return { value, stopped: false };
}

/** Distances to the target over arcs with room, from 1 (the target) up; 0 = no way. False when the source has none. */
function measureLevels(
  { first, head, mate, residual }: Arcs,
  source: number,
  target: number,
  level: Int32Array,
  queue: Int32Array,
): boolean {
  level.fill(0);
  level[target] = 1;
  queue[0] = target;
  let end = 1;
  for (let at = 0; at < end; at++) {
    const v = queue[at]!;
    const further = level[v]! + 1;
    for (let e = first[v]!, last = first[v + 1]!; e < last; e++) {
      const u = head[e]!;
      if (level[u] !== 0 || residual[mate[e]!] === 0) continue;
      level[u] = further;
      // Whatever is as far as the source, or further, is on no shortest path.
      if (u === source) return true;
      queue[end++] = u;
    }
  }
  return false;
}

/** Sends along paths of falling level until each is blocked; `next` remembers the arcs that were given up. */
function blockingFlow(
  arcs: Arcs,
  source: number,
  target: number,
  level: Int32Array,
  next: Int32Array,
  path: Int32Array,
  shouldStop: ShouldStop | undefined,
): MaxFlow {
  const { first, head, mate, residual } = arcs;
  let value = 0;
  let length = 0;
  let paths = 0;
  let v = source;
  for (;;) {
    if (v === target) {
      const kept = push(arcs, path, length);
      value += kept.amount;
      length = kept.length;
      v = head[mate[path[length]!]!]!;
      if (++paths % pathsBetweenChecks === 0 && shouldStop?.() === true) return { value, stopped: true };
      continue;
    }
    const nearer = level[v]! - 1;
    const last = first[v + 1]!;
    let e = next[v]!;
    while (e < last && (residual[e] === 0 || level[head[e]!] !== nearer)) e++;
    next[v] = e;
    if (e < last) {
      path[length++] = e;
      v = head[e]!;
    } else {
      if (length === 0) return { value, stopped: false };
      level[v] = 0;
      v = head[mate[path[--length]!]!]!;
      next[v]!++;
    }
  }
}

/** Fills the path; returns how much went through and how much of the path is left in front of the first full arc. */
function push(
  { mate, residual, sent }: Arcs,
  path: Int32Array,
  length: number,
): { readonly amount: number; readonly length: number } {
  let amount = Infinity;
  let kept = 0;
  for (let k = 0; k < length; k++) {
    const room = residual[path[k]!]!;
    if (room < amount) {
      amount = room;
      kept = k;
    }
  }
  for (let k = 0; k < length; k++) {
    const e = path[k]!;
    const room = residual[e]!;
    residual[e] = room === amount ? 0 : room - amount;
    residual[mate[e]!]! += amount;
    sent[e]! += amount;
  }
  return { amount, length: kept };
}

/** The vertices that can still be reached from the source: its side of the minimum cut that is nearest to it. */
export function sourceSide(arcs: Arcs, source: number): Uint8Array {
  return reached(arcs, source, (residual) => residual > 0).seen;
}

/**
 * The vertices to which capacities without limit lead from the source (`seen`), and if the target is one of them, a path
 * there: then no cut is finite.
 */
export function infinitePath(
  arcs: Arcs,
  source: number,
  target: number,
): { readonly seen: Uint8Array; readonly path: readonly number[] | null } {
  const { seen, via } = reached(arcs, source, (residual) => residual === Infinity);
  if (seen[target] === 0) return { seen, path: null };
  const path = [target];
  for (let v = target; v !== source; path.push(v)) v = arcs.head[arcs.mate[via[v]!]!]!;
  return { seen, path: path.reverse() };
}

function reached(
  { vertexCount, first, head, residual }: Arcs,
  source: number,
  open: (residual: number) => boolean,
): { readonly seen: Uint8Array; readonly via: Int32Array } {
  const seen = new Uint8Array(vertexCount);
  const via = new Int32Array(vertexCount);
  const queue = new Int32Array(vertexCount);
  seen[source] = 1;
  queue[0] = source;
  let end = 1;
  for (let at = 0; at < end; at++) {
    const v = queue[at]!;
    for (let e = first[v]!, last = first[v + 1]!; e < last; e++) {
      const w = head[e]!;
      if (seen[w] === 1 || !open(residual[e]!)) continue;
      seen[w] = 1;
      via[w] = e;
      queue[end++] = w;
    }
  }
  return { seen, via };
}
