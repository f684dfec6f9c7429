/** Eq. 12 by exhaustive search, edge by edge from its definition, and random rows to compare it on. */
import { expect } from 'vitest';
import type { Random } from '../../../random';
import type { ChainProblem } from '../../types';
import { leastLargestEdge, solveHivemindWeights, type RowCriterion } from '../hivemindWeights';

/** A criterion of no weight and no limit, unless `parts` say otherwise. */
export function criterion(
  compute: readonly Float64Array[],
  ship: readonly Float64Array[],
  parts: Partial<RowCriterion>,
): RowCriterion {
  return { compute, ship, finish: new Float64Array(compute.length), weight: 0, limit: null, ...parts };
}

/** Eq. 12 of one split, edge by edge, from its definition. */
export function valueOf(
  criteria: readonly RowCriterion[],
  boundaries: readonly number[],
  last: number,
): number {
  let value = 0;
  for (const p of boundaries.keys()) {
    const from = p === 0 ? 0 : boundaries[p - 1]!;
    for (const { compute, ship, finish, weight, limit } of criteria) {
      let phi = 0;
      if (p > 0 && p <= last) phi += ship[p - 1]![from]!;
      for (let l = from; l < boundaries[p]!; l++) phi += compute[p]![l]!;
      if (p === last) phi += finish[p]!;
      if (phi === Infinity || (limit !== null && phi >= limit)) return Infinity;
      value += weight * phi + (limit === null ? 0 : 1 / (limit - phi));
    }
  }
  return value;
}

/** The largest edge of one split under one criterion. */
function largestEdge(
  { compute, ship, finish }: RowCriterion,
  boundaries: readonly number[],
  last: number,
): number {
  let most = 0;
  for (const p of boundaries.keys()) {
    const from = p === 0 ? 0 : boundaries[p - 1]!;
    let phi = p > 0 && p <= last ? ship[p - 1]![from]! : 0;
    for (let l = from; l < boundaries[p]!; l++) phi += compute[p]![l]!;
    most = Math.max(most, p === last ? phi + finish[p]! : phi);
  }
  return most;
}

type Memory = NonNullable<ChainProblem['memory']>;

/** Visits every split of the row that fits, with every node on which it may end. */
function visitRows(
  { compute }: RowCriterion,
  memory: Memory | undefined,
  visit: (boundaries: readonly number[], last: number) => void,
): void {
  const nodes = compute.length;
  const blocks = compute[0]!.length;
  const place = (boundaries: readonly number[]): void => {
    const p = boundaries.length;
    if (p === nodes) {
      if (boundaries.at(-1) !== blocks) return;
      for (let last = boundaries.indexOf(blocks); last < nodes; last++) visit(boundaries, last);
      return;
    }
    let bytes = 0;
    for (let to = boundaries.at(-1) ?? 0; to <= blocks; to++) {
      if (memory !== undefined && bytes > memory.nodeBytes[p]!) return;
      place([...boundaries, to]);
      bytes += memory?.layerBytes[to] ?? 0;
    }
  };
  place([]);
}

/** The least eq. 12 of every split. */
export function everyValue(criteria: readonly RowCriterion[], memory?: Memory): number {
  let best = Infinity;
  visitRows(criteria[0]!, memory, (boundaries, last) => {
    best = Math.min(best, valueOf(criteria, boundaries, last));
  });
  return best;
}

/** The least of the largest edges under `next` of every split that keeps the limits of `kept` on each edge. */
function everyLargestEdge(kept: readonly RowCriterion[], next: RowCriterion, memory?: Memory): number {
  let best = Infinity;
  visitRows(next, memory, (boundaries, last) => {
    if (valueOf(kept, boundaries, last) === Infinity) return;
    best = Math.min(best, largestEdge(next, boundaries, last));
  });
  return best;
}

/** Random figures of one criterion, some of them impossible. */
export function randomRow(
  random: Random,
  nodes: number,
  blocks: number,
  parts: Partial<RowCriterion>,
): RowCriterion {
  const draw = (top: number) => (random.next() < 0.04 ? Infinity : random.next() * top);
  return criterion(
    Array.from({ length: nodes }, (_, p) => Float64Array.from({ length: blocks }, () => draw(9 / (1 + p)))),
    Array.from({ length: nodes - 1 }, () => Float64Array.from({ length: blocks + 1 }, () => draw(4))),
    { finish: Float64Array.from({ length: nodes }, () => draw(3)), ...parts },
  );
}

/** Whole bytes, so that sums are exact in any order. */
function randomMemory(random: Random, nodes: number, blocks: number): Memory {
  return {
    layerBytes: Float64Array.from({ length: blocks }, () => random.integer(6)),
    nodeBytes: Float64Array.from({ length: nodes }, () => random.integer(3 * blocks + 2)),
  };
}

/** What came up among the cases. */
interface Seen {
  /** Cases in which every split has an infinite edge. */
  readonly none: number;
  /** Cases in which the limit on the last criterion is what makes it so. */
  readonly limited: number;
}

/** Both answers about eq. 12 are those of exhaustive search in `rounds` small random rows with one to three criteria. */
export function expectEveryRow(random: Random, rounds: number): Seen {
  const seen = { none: 0, limited: 0 };
  for (let round = 0; round < rounds; round++) {
    const nodes = 1 + random.integer(4);
    const blocks = 1 + random.integer(5);
    const criteria = Array.from({ length: 1 + random.integer(3) }, (_, k) =>
      randomRow(random, nodes, blocks, k === 0 ? { weight: 1 } : { limit: 4 + 12 * random.next() }),
    );
    const memory = round % 3 === 0 ? randomMemory(random, nodes, blocks) : undefined;
    const split = solveHivemindWeights(criteria, memory);
    const least = everyValue(criteria, memory);
    const next = criteria.at(-1)!;
    const edge = leastLargestEdge(criteria.slice(0, -1), next, memory)!;
    expect(edge).toBeCloseTo(everyLargestEdge(criteria.slice(0, -1), next, memory), 9);
    expect(split === null).toBe(edge === Infinity || (next.limit !== null && edge >= next.limit));
    if (split === null) {
      seen.none++;
      if (edge < Infinity) seen.limited++;
      expect(least).toBe(Infinity);
      continue;
    }
    const scale = Math.max(1, least);
    expect(Math.abs(split.value - least)).toBeLessThanOrEqual(1e-9 * scale);
    const own = valueOf(criteria, [...split.boundaries], split.last);
    expect(Math.abs(own - least)).toBeLessThanOrEqual(1e-9 * scale);
  }
  return seen;
}
