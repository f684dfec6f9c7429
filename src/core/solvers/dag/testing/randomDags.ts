/** Seeded random operator graphs for tests and the bench. */
import type { Random } from '../../../random';
import type { DagProblem, DagTensor } from '../types';

export interface DagOptions {
  /** `integer` costs are small whole numbers: many exact ties, and sums without rounding. */
  readonly numbers: 'integer' | 'real';
  readonly upstream?: boolean;
  /** Chance that an entry is impossible (Infinity). */
  readonly impossible?: number;
  /** Chance that operator v reads the tensor of an operator shortly before it. */
  readonly density?: number;
}

/** Any graph: operators without tensors, several tensors of one operator, order edges, results for the sink. */
export function randomDag(
  random: Random,
  nodes: number,
  count: number,
  { numbers, upstream = false, impossible = 0, density = 0.4 }: DagOptions,
): DagProblem {
  const draw = (top: number): number =>
    random.next() < impossible
      ? Infinity
      : numbers === 'integer'
        ? random.integer(top + 1)
        : random.next() * top;
  const row = (length: number, top: number): Float64Array => Float64Array.from({ length }, () => draw(top));
  /** Names of the operators in an order of their own, so that an edge may lead from a larger index to a smaller one. */
  const name = shuffled(random, count);
  const after = (i: number): number[] =>
    name.filter(
      (_, j) =>
        j > i && (j === i + 1 || random.next() < density / Math.max(1, (j - i) / 2)) && random.next() < 0.9,
    );
  const tensor = (i: number): DagTensor => ({
    producer: i < 0 ? -1 : name[i]!,
    consumers: shuffledCopy(random, after(i)),
    toSink: random.next() < 0.1,
    shipS: row(nodes - 1, 8),
    ...(upstream && random.next() < 0.9 ? { backS: row(nodes - 1, 6) } : {}),
  });
  const tensors: DagTensor[] = [];
  const edges: [number, number][] = [];
  for (let i = -1; i < count; i++) {
    if (random.next() < 0.9) tensors.push(tensor(i));
    if (random.next() < 0.1) tensors.push(tensor(i));
    if (i >= 0 && i + 1 < count && random.next() < 0.15)
      edges.push([name[i]!, name[i + 1 + random.integer(count - i - 1)]!]);
  }
  return {
    computeS: Array.from({ length: nodes }, (_, p) => row(count, numbers === 'integer' ? 6 : 12 / (1 + p))),
    tensors,
    edges,
    upstream,
  };
}

function shuffled(random: Random, count: number): number[] {
  return shuffledCopy(
    random,
    Array.from({ length: count }, (_, v) => v),
  );
}

function shuffledCopy(random: Random, list: readonly number[]): number[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
