/** The order in which operators can run: along tensors and along order edges. */
import type { DagProblem } from './types';

export type DagOrder =
  | { readonly kind: 'order'; readonly operators: Int32Array }
  /** Each of them waits for the one before it, the first for the last. */
  | { readonly kind: 'cycle'; readonly operators: readonly number[] };

/** The operators that read from each, or must run after it; one may be named twice. */
export function successorsOf({ computeS, tensors, edges }: DagProblem): readonly (readonly number[])[] {
  const successors = Array.from({ length: computeS[0]!.length }, (): number[] => []);
  for (const { producer, consumers } of tensors)
    if (producer >= 0) for (const v of consumers) successors[producer]!.push(v);
  for (const [u, v] of edges) successors[u]!.push(v);
  return successors;
}

/** Kahn's algorithm, first come first served. O(operators + consumers + edges). */
export function orderOf(problem: DagProblem): DagOrder {
  const count = problem.computeS[0]!.length;
  const successors = successorsOf(problem);
  const waitsFor = new Int32Array(count);
  for (const list of successors) for (const v of list) waitsFor[v]!++;
  const operators = new Int32Array(count);
  let end = 0;
  for (let v = 0; v < count; v++) if (waitsFor[v] === 0) operators[end++] = v;
  for (let at = 0; at < end; at++)
    for (const v of successors[operators[at]!]!) if (--waitsFor[v]! === 0) operators[end++] = v;
  return end === count
    ? { kind: 'order', operators }
    : { kind: 'cycle', operators: cycleAmong(successors, waitsFor) };
}

/** Every operator that still waits has a predecessor that waits too: walk back until one comes again. */
function cycleAmong(successors: readonly (readonly number[])[], waitsFor: Int32Array): number[] {
  const before = new Int32Array(waitsFor.length).fill(-1);
  for (const [u, list] of successors.entries())
    if (waitsFor[u]! > 0) for (const v of list) if (before[v]! < 0) before[v] = u;
  const walk: number[] = [];
  const place = new Map<number, number>();
  let v = waitsFor.findIndex((open) => open > 0);
  while (!place.has(v)) {
    place.set(v, walk.length);
    walk.push(v);
    v = before[v]!;
  }
  return walk.slice(place.get(v)).reverse();
}
