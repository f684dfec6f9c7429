/** Every split of a short row of few blocks, one by one: exact for costs that no recursion knows. */
import type { RowSplit } from './cellRow';

/** Each split once: `last` runs the last block. Their number is that of ways to put L like blocks on P nodes. */
export function rowSplits(nodes: number, blocks: number): RowSplit[] {
  const found: RowSplit[] = [];
  const extend = (boundaries: readonly number[]): void => {
    const at = boundaries.length;
    const from = boundaries.at(-1) ?? 0;
    const done = Array.from({ length: nodes - at }, () => blocks);
    found.push({ boundaries: [...boundaries, ...done], last: at });
    if (at === nodes - 1) return;
    for (let to = from; to < blocks; to++) extend([...boundaries, to]);
  };
  if (nodes > 0 && blocks > 0) extend([]);
  return found;
}

/** What a split comes to. */
export interface Priced {
  readonly latencyS: number;
  readonly energyJ: number;
}

/** The least energy within the limit; where no split keeps it, the fastest. The first of equals. */
export function leastOf<Split extends Priced>(splits: readonly Split[], limitS: number): Split {
  const within = splits.filter(({ latencyS }) => latencyS <= limitS);
  const [first, ...others] = within.length > 0 ? within : splits;
  if (first === undefined) throw new Error('a row of nodes has a split');
  const key = within.length > 0 ? 'energyJ' : 'latencyS';
  return others.reduce((best, split) => (split[key] < best[key] ? split : best), first);
}
