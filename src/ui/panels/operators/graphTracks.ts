/**
 * Tracks of a layered graph: where across the drawing each box and each long line stands. Boxes are strung into paths (the
 * longest one is the spine, on track 0); a path, and a line that skips layers, holds one straight track over all layers it
 * passes, and no two hold the same track in the same layer, so that no line runs through a box. Each takes the free
 * track nearest to the barycentre of what it is joined to: paths first, then lines, the shorter ones nearer.
 */
import type { Layers } from './graphLayers';

export interface TrackNet {
  readonly from: number;
  readonly targets: readonly number[];
}

export interface Tracks {
  /** Track of every item; 0 is the spine, negative ones lie before it. */
  readonly track: Int32Array;
  /** Track of every net's long line; null where it has none. */
  readonly lane: readonly (number | null)[];
  /** The item that continues an item's path, on the same track; -1 where the path ends. */
  readonly next: Int32Array;
}

export function graphTracks(layers: Layers, nets: readonly TrackNet[]): Tracks {
  const { layer } = layers;
  const next = strungPaths(layers, nets);
  const held = new HeldTracks();
  const track = new Int32Array(layer.length);
  const placed = new Uint8Array(layer.length);
  const neighbours = neighboursOf(layer.length, nets);
  const centre = (items: readonly number[]): number => {
    const known = items.filter((item) => placed[item] === 1);
    return known.length === 0 ? 0 : known.reduce((sum, item) => sum + track[item]!, 0) / known.length;
  };
  for (const path of pathsOf(layer, next)) {
    const [first, last] = [path[0]!, path.at(-1)!];
    const wanted = centre([...neighbours[first]!, ...neighbours[last]!]);
    const at = held.take(layer[first]!, layer[last]!, wanted, 1);
    for (const item of path) {
      track[item] = at;
      placed[item] = 1;
    }
  }
  const lane: (number | null)[] = nets.map(() => null);
  const lines = nets
    .map((net, index) => ({ index, span: longSpan(layer, next, net), items: [net.from, ...net.targets] }))
    .filter((line) => line.span !== null)
    .sort((a, b) => a.span!.to - a.span!.from - (b.span!.to - b.span!.from) || a.index - b.index);
  for (const { index, span, items } of lines)
    lane[index] = held.take(span!.from, span!.to, centre(items), -1);
  return { track, lane, next };
}

/**
 * Layers that a net's long line passes. Readers in the next layer are reached directly, and the one that continues the
 * producer's path along that path's own track. A line back passes its ends' layers too. null: no long line.
 */
function longSpan(
  layer: Int32Array,
  next: Int32Array,
  { from, targets }: TrackNet,
): { readonly from: number; readonly to: number } | null {
  const start = layer[from]!;
  let first = start + 1;
  let last = start;
  for (const target of targets) {
    const end = layer[target]!;
    if (end === start + 1 || target === next[from]) continue;
    if (end <= start) {
      first = Math.min(first, end);
      last = Math.max(last, start);
    } else last = Math.max(last, end - 1);
  }
  return last < first ? null : { from: first, to: last };
}

/** Each item goes on to the reader from which the way to the end is longest, unless that one continues another path. */
function strungPaths({ layer, order }: Layers, nets: readonly TrackNet[]): Int32Array {
  const size = layer.length;
  const readers: number[][] = Array.from({ length: size }, () => []);
  for (const { from, targets } of nets)
    for (const target of targets) if (layer[target]! > layer[from]!) readers[from]!.push(target);
  const height = new Int32Array(size);
  const wanted = new Int32Array(size).fill(-1);
  for (const item of order.toReversed()) {
    for (const reader of readers[item]!) {
      if (height[reader]! + 1 <= height[item]!) continue;
      height[item] = height[reader]! + 1;
      wanted[item] = reader;
    }
  }
  const before = new Int32Array(size).fill(-1);
  for (const item of order) {
    const reader = wanted[item]!;
    if (reader >= 0 && (before[reader]! < 0 || layer[item]! > layer[before[reader]!]!)) before[reader] = item;
  }
  const next = new Int32Array(size).fill(-1);
  before.forEach((item, reader) => {
    if (item >= 0) next[item] = reader;
  });
  return next;
}

/** Longest first; equal ones in their order. */
function pathsOf(layer: Int32Array, next: Int32Array): number[][] {
  const continued = new Uint8Array(next.length);
  for (const item of next) if (item >= 0) continued[item] = 1;
  const paths: number[][] = [];
  for (let start = 0; start < next.length; start += 1) {
    if (continued[start] === 1) continue;
    const path: number[] = [];
    for (let item = start; item >= 0; item = next[item]!) path.push(item);
    paths.push(path);
  }
  const length = (path: readonly number[]) => layer[path.at(-1)!]! - layer[path[0]!]!;
  return paths.sort((a, b) => length(b) - length(a) || a[0]! - b[0]!);
}

function neighboursOf(size: number, nets: readonly TrackNet[]): readonly (readonly number[])[] {
  const neighbours: number[][] = Array.from({ length: size }, () => []);
  for (const { from, targets } of nets) {
    for (const target of targets) {
      neighbours[from]!.push(target);
      neighbours[target]!.push(from);
    }
  }
  return neighbours;
}

/** Which layers are taken on which track. */
class HeldTracks {
  /** Of each track, the taken intervals in order: from, to, from, to ... */
  private readonly taken = new Map<number, number[]>();

  /** Takes the free track nearest to `wanted`; of two equally near ones that on the side of `side`. */
  take(from: number, to: number, wanted: number, side: 1 | -1): number {
    const start = Math.round(wanted);
    for (let away = 0; ; away += 1) {
      const nearer = wanted > start ? 1 : wanted < start ? -1 : side;
      for (const track of away === 0 ? [start] : [start + nearer * away, start - nearer * away])
        if (this.hold(track, from, to)) return track;
    }
  }

  private hold(track: number, from: number, to: number): boolean {
    let ends = this.taken.get(track);
    if (ends === undefined) {
      ends = [];
      this.taken.set(track, ends);
    }
    let low = 0;
    let high = ends.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[2 * middle + 1]! < from) low = middle + 1;
      else high = middle;
    }
    if (2 * low < ends.length && ends[2 * low]! <= to) return false;
    ends.splice(2 * low, 0, from, to);
    return true;
  }
}
