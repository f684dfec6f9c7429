/** Long series as few points: what a drawing of so many pixel columns can show, with every peak in it. */

/** Values in order of time; read by index so that nothing is copied. */
export interface Series {
  readonly length: number;
  readonly timeS: (index: number) => number;
  readonly value: (index: number) => number;
}

export interface Thinned {
  /** In order of time; a value that is NaN is a gap. */
  readonly timesS: readonly number[];
  readonly values: readonly number[];
  /** Within the window. */
  readonly count: number;
  /** How many are infinite, and in which columns. */
  readonly infinite: number;
  readonly infiniteColumns: readonly number[];
  /** How many are NaN. */
  readonly missing: number;
  /** Over the finite ones; NaN where there is none. */
  readonly min: number;
  readonly max: number;
}

/** Entries every so often. */
export function stepSeries(values: ArrayLike<number>, stepS: number): Series {
  return { length: values.length, timeS: (k) => k * stepS, value: (k) => values[k]! };
}

export function taskSeries(startS: ArrayLike<number>, values: ArrayLike<number>): Series {
  return { length: values.length, timeS: (k) => startS[k]!, value: (k) => values[k]! };
}

/** Index of the first entry at or after a time. */
function firstAt({ length, timeS }: Series, atS: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeS(middle) < atS) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * At most four points a column: its first, its least, its largest and its last value, in order of time. One entry either side of
 * the window comes along, so that lines leave the plot where they should. O(entries in the window).
 */
export function thin(series: Series, [fromS, toS]: readonly [number, number], columns: number): Thinned {
  const timesS: number[] = [];
  const values: number[] = [];
  const infiniteColumns: number[] = [];
  const push = (index: number): void => {
    timesS.push(series.timeS(index));
    values.push(series.value(index));
  };
  const gap = (atS: number): void => {
    if (values.length > 0 && !Number.isNaN(values.at(-1)!)) {
      timesS.push(atS);
      values.push(NaN);
    }
  };
  let [count, infinite, missing, least, most] = [0, 0, 0, Infinity, -Infinity];
  const start = firstAt(series, fromS);
  if (start > 0 && Number.isFinite(series.value(start - 1))) push(start - 1);
  /** Of the column that is being filled: where it is, and indices of its marked entries. */
  let [column, first, low, high, last] = [-1, -1, -1, -1, -1];
  const flush = (): void => {
    if (first < 0) return;
    for (const index of [...new Set([first, low, high, last])].sort((a, b) => a - b)) push(index);
    first = -1;
  };
  let index = start;
  for (; index < series.length; index++) {
    const timeS = series.timeS(index);
    if (timeS > toS) break;
    count += 1;
    const value = series.value(index);
    const at = columnOf(timeS, fromS, toS, columns);
    if (!Number.isFinite(value)) {
      flush();
      gap(timeS);
      if (Number.isNaN(value)) missing += 1;
      else {
        infinite += 1;
        if (infiniteColumns.at(-1) !== at) infiniteColumns.push(at);
      }
      continue;
    }
    least = Math.min(least, value);
    most = Math.max(most, value);
    if (at !== column || first < 0) {
      flush();
      column = at;
      first = low = high = index;
    } else {
      if (value < series.value(low)) low = index;
      if (value > series.value(high)) high = index;
    }
    last = index;
  }
  flush();
  if (index < series.length && Number.isFinite(series.value(index))) push(index);
  return {
    timesS,
    values,
    count,
    infinite,
    infiniteColumns,
    missing,
    min: count - infinite - missing === 0 ? NaN : least,
    max: count - infinite - missing === 0 ? NaN : most,
  };
}

export function columnOf(timeS: number, fromS: number, toS: number, columns: number): number {
  return Math.max(0, Math.min(columns - 1, Math.floor(((timeS - fromS) / (toS - fromS)) * columns)));
}

/** Index ranges of equal keys, as whole columns: [first column, one after the last, key]. */
export function runsOfColumns(
  columns: number,
  keyAt: (column: number) => number,
): readonly (readonly [from: number, to: number, key: number])[] {
  const runs: [number, number, number][] = [];
  for (let column = 0; column < columns; column++) {
    const key = keyAt(column);
    const last = runs.at(-1);
    if (last?.[2] === key) last[1] = column + 1;
    else runs.push([column, column + 1, key]);
  }
  return runs;
}
