/**
 * What it takes to send any number of bytes from one node to another over the cheapest route. Which route is cheapest
 * depends on the size (set-up against rate), so the time is a lower envelope of lines: fixed + bytes * seconds per byte.
 */
import { arcsTo, deliveryS, routesForBoundary } from '../routes';
import type { RouteProblem } from '../types';
import { lineAt, lineEnvelope, type Line } from './lineEnvelope';

/** Routes that are the cheapest for some size; [] where there is no way. `atZero` [s], `slope` [s/B]. */
export type HopLines = readonly Line[];

/** The cheapest routes for 0 .. `maxBytes` bytes. A few Dijkstra searches. */
export function hopLines(problem: RouteProblem, from: number, to: number, maxBytes: number): HopLines {
  if (from === to) return [{ atZero: 0, slope: 0 }];
  const routeFor = (bytes: number): Line => {
    const sized = { ...problem, boundaryBytes: Float64Array.of(bytes) };
    const labels = routesForBoundary(sized, from, 0);
    if (labels.costS[to] === Infinity) return { atZero: Infinity, slope: 0 };
    let atZero = 0;
    let slope = 0;
    for (const arc of arcsTo(sized, labels, 0, to)) {
      atZero += problem.arcFixedS[arc]!;
      slope += problem.arcSecondsPerByte[arc]!;
    }
    return { atZero, slope };
  };
  return lineEnvelope(routeFor, 0, maxBytes).map(({ line }) => line);
}

/** Seconds for `bytes` (up to the size the lines were made for); Infinity where there is no way. */
export function hopSeconds(lines: HopLines, bytes: number): number {
  let best = Infinity;
  for (const line of lines) best = Math.min(best, lineAt(line, bytes));
  return best;
}

/**
 * Seconds per byte between any two of `nodes`, [a][q], over the route of the highest rate, set-up apart; Infinity where
 * there is no way, 0 from a node to itself.
 */
export function ratesBetween(problem: RouteProblem, nodes: readonly number[]): readonly Float64Array[] {
  const byRate = {
    ...problem,
    boundaryBytes: Float64Array.of(1),
    arcFixedS: new Float64Array(problem.arcFixedS.length),
  };
  return nodes.map((from) => {
    const { costS } = routesForBoundary(byRate, from, 0);
    return Float64Array.from(nodes, (to) => costS[to]!);
  });
}

/** Seconds per byte from any node of the network to `to`, as above. One search. */
export function ratesTo(problem: RouteProblem, to: number): Float64Array {
  return deliveryS({
    ...problem,
    blockCount: 0,
    boundaryBytes: Float64Array.of(1),
    arcFixedS: new Float64Array(problem.arcFixedS.length),
    delivery: 'sink',
    sink: to,
  });
}

/** Seconds of `bytes` at a rate: nothing to send takes no time, even where there is no way. */
export function atRate(bytes: number, secondsPerByte: number): number {
  return bytes === 0 ? 0 : bytes * secondsPerByte;
}
