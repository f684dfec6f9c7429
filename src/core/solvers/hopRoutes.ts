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
  const bySize = Array.from({ length: blockCount }, (_, i) => i);
  bySize.sort((a, b) => boundaryBytes[a]! - boundaryBytes[b]!);
  /** Fills what lies strictly between two places of `bySize`. */
  const fill = (low: number, high: number): void => {
    if (high - low < 2) return;
    const route = arcs[bySize[low]!]!;
    if (isSame(route, arcs[bySize[high]!]!)) {
      for (let k = low + 1; k < high; k++) arcs[bySize[k]!] = route;
      return;
    }
    const middle = (low + high) >> 1;
    search(bySize[middle]!);
    fill(low, middle);
    fill(middle, high);
  };
  search(bySize[0]!);
  if (blockCount > 1) search(bySize[blockCount - 1]!);
  fill(0, blockCount - 1);
  // The finished result may take arcs that are closed to the rest.
  search(blockCount);
  const costS = Float64Array.from(arcs, (route, i) => {
    if (route.length === 0 && from !== to) return Infinity;
    return route.reduce((seconds, arc) => transferS(problem, arc, i) + seconds, 0);
  });
  return { costS, arcs };
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((arc, k) => arc === b[k]);
}
