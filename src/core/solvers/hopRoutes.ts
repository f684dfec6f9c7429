/**
 * Cheapest routes between two nodes for every boundary (own). A route costs fixed seconds plus bytes times seconds per
 * byte, so over the bytes the optimum is a lower envelope of straight lines: a route that is cheapest for a small and for a
 * large boundary is cheapest for all between. Two searches settle a hop with one good route, K routes take O(K log L).
 */
import { transferS } from './plans';
import { arcsTo, routesForBoundary } from './routes';
import type { RouteProblem } from './types';

export interface HopRoutes {
  /** Seconds of boundary i, L + 1 entries; Infinity = no route. */
  readonly costS: Float64Array;
  /** The route of boundary i, in order of travel; empty where there is none. */
  readonly arcs: readonly (readonly number[])[];
}

export function hopRoutes(problem: RouteProblem, from: number, to: number): HopRoutes {
  const { blockCount, boundaryBytes } = problem;
  const arcs = new Array<readonly number[]>(blockCount + 1);
  const search = (i: number): readonly number[] =>
    (arcs[i] = arcsTo(problem, routesForBoundary(problem, from, i), 0, to));
  let small = 0;
  let large = 0;
  for (let i = 1; i < blockCount; i++) {
    if (boundaryBytes[i]! < boundaryBytes[small]!) small = i;
    if (boundaryBytes[i]! > boundaryBytes[large]!) large = i;
  }
  const route = search(small);
  if (small === large || isSame(route, search(large))) arcs.fill(route, 0, blockCount);
  else fillBetween(boundaryBytes.subarray(0, blockCount), arcs, search);
  // The finished result may take arcs that are closed to the rest.
  search(blockCount);
  const costS = new Float64Array(blockCount + 1);
  for (let i = 0; i <= blockCount; i++) {
    let seconds = arcs[i]!.length === 0 && from !== to ? Infinity : 0;
    for (const arc of arcs[i]!) seconds = transferS(problem, arc, i) + seconds;
    costS[i] = seconds;
  }
  return { costS, arcs };
}

/** Halves the boundaries by size until both ends of a part have the same route; the ends of all are known. */
function fillBetween(
  bytes: Float64Array,
  arcs: (readonly number[])[],
  search: (i: number) => readonly number[],
): void {
  const bySize = Array.from(bytes.keys()).sort((a, b) => bytes[a]! - bytes[b]!);
  const at = (place: number): readonly number[] => (arcs[bySize[place]!] ??= search(bySize[place]!));
  const fill = (low: number, high: number): void => {
    if (high - low < 2) return;
    const route = at(low);
    if (isSame(route, at(high))) {
      for (let place = low + 1; place < high; place++) arcs[bySize[place]!] = route;
      return;
    }
    const middle = (low + high) >> 1;
    at(middle);
    fill(low, middle);
    fill(middle, high);
  };
  at(0);
  at(bySize.length - 1);
  fill(0, bySize.length - 1);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((arc, k) => arc === b[k]);
}
