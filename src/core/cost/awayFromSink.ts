/**
 * Forward routing (MATHS 3; HiveMind's model, in which data only moves on): which arcs lead away from the sink.
 *
 * Every node stands at a level: the fewest hops from it to the sink over arcs that are up. An arc leads away if its head
 * stands at a higher level than its tail. A MEC host with one neighbour only stands at that neighbour's level: it is a
 * computer beside its site, so data may visit it and come back. Hops are counted, not seconds, so that dragging a capacity
 * never changes which arcs may be used (a link that goes down may). Nodes from which the sink cannot be reached stand
 * infinitely far.
 */
import type { NodeKind } from '../network/types';

interface Drawing {
  readonly kinds: readonly NodeKind[];
  readonly arcFrom: ArrayLike<number>;
  readonly arcTo: ArrayLike<number>;
  readonly source: number;
  readonly sink: number;
}

/** 1 for each arc that leads away from the sink. */
export function awayFromSink(drawing: Drawing): Uint8Array {
  const levels = levelsOf(drawing);
  const { arcFrom, arcTo } = drawing;
  return Uint8Array.from(arcFrom, (tail, a) => (levels[arcTo[a]!]! > levels[tail]! ? 1 : 0));
}

function levelsOf(drawing: Drawing): Float64Array {
  const { kinds, arcFrom, arcTo, sink } = drawing;
  const into = kinds.map((): number[] => []);
  for (let a = 0; a < arcFrom.length; a++) into[arcTo[a]!]!.push(arcFrom[a]!);
  const levels = new Float64Array(kinds.length).fill(Infinity);
  levels[sink] = 0;
  const queue = [sink];
  for (let at = 0; at < queue.length; at++) {
    const v = queue[at]!;
    for (const u of into[v]!) {
      if (levels[u]! < Infinity) continue;
      levels[u] = levels[v]! + 1;
      queue.push(u);
    }
  }
  for (const [host, site] of besideSites(drawing)) levels[host] = levels[site]!;
  return levels;
}

/** MEC hosts with one neighbour, and that neighbour. */
function besideSites({ kinds, arcFrom, arcTo, source, sink }: Drawing): [number, number][] {
  const neighbours = kinds.map(() => new Set<number>());
  for (let a = 0; a < arcFrom.length; a++) {
    neighbours[arcFrom[a]!]!.add(arcTo[a]!);
    neighbours[arcTo[a]!]!.add(arcFrom[a]!);
  }
  return kinds.flatMap((kind, v): [number, number][] => {
    const [site, ...others] = neighbours[v]!;
    const isBeside =
      kind === 'mec' && v !== source && v !== sink && site !== undefined && others.length === 0;
    return isBeside ? [[v, site]] : [];
  });
}
