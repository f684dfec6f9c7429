/** Sums over a given split of a row: what each part of it takes. */

/** The node on which the row's work ends: the first one after which every block is done. */
export function lastOf(boundaries: ArrayLike<number>, blocks: number): number {
  let p = 0;
  while (boundaries[p]! < blocks) p++;
  return p;
}

/** Seconds of the blocks on the nodes they are on; `timesS` is [p][l]. */
export function computeOver(timesS: readonly Float64Array[], boundaries: ArrayLike<number>): number {
  let total = 0;
  let from = 0;
  for (const [p, row] of timesS.entries()) {
    for (let l = from; l < boundaries[p]!; l++) total += row[l]!;
    from = boundaries[p]!;
  }
  return total;
}

/** Seconds of the boundaries on the hops up to node `last`; `timesS` is [h][i]. */
export function shipOver(
  timesS: readonly Float64Array[],
  boundaries: ArrayLike<number>,
  last: number,
): number {
  let total = 0;
  for (let h = 0; h < last; h++) total += timesS[h]![boundaries[h]!]!;
  return total;
}

/** Node of each block. */
export function labelsOf(boundaries: ArrayLike<number>, blocks: number): Int32Array {
  const labels = new Int32Array(blocks);
  for (let l = 0, p = 0; l < blocks; l++) {
    while (boundaries[p]! <= l) p++;
    labels[l] = p;
  }
  return labels;
}
