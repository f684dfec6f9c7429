/** Long series as few points: what a drawing of so many pixel columns can show, with every peak in it. */

/** Values in order of time. */
export interface Series {
  readonly timeS: (index: number) => number;
  readonly values: ArrayLike<number>;
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
  return { timeS: (k) => k * stepS, values };
}

export function taskSeries(startS: ArrayLike<number>, values: ArrayLike<number>): Series {
  return { timeS: (k) => startS[k]!, values };
}

/** Index of the first entry from `low` on for which something holds that holds for all after it. */
function firstWhere(low: number, length: number, holds: (index: number) => boolean): number {
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What thinning writes, point by point. */
class Points {
  readonly timesS: number[] = [];
  readonly values: number[] = [];
  least = Infinity;
  most = -Infinity;

  constructor(private readonly series: Series) {}

  push(index: number): void {
    this.timesS.push(this.series.timeS(index));
    this.values.push(this.series.values[index]!);
  }

  /** Never two in a row, and none at the beginning. */
  gap(atS: number): void {
    if (this.values.length === 0 || Number.isNaN(this.values.at(-1)!)) return;
    this.timesS.push(atS);
    this.values.push(NaN);
  }

  /** The marked entries of a stretch in order of time, each once. */
  stretch(first: number, low: number, high: number, last: number): void {
    const { values } = this.series;
    this.least = Math.min(this.least, values[low]!);
    this.most = Math.max(this.most, values[high]!);
    const [one, other] = low < high ? [low, high] : [high, low];
    this.push(first);
    if (one > first) this.push(one);
    if (other > one) this.push(other);
    if (last > other) this.push(last);
  }
}

/**
 * At most four points a column: its first, its least, its largest and its last value, in order of time. One entry either side of
 * the window comes along, so that lines leave the plot where they should. O(entries in the window).
 */
export function thin(series: Series, [fromS, toS]: readonly [number, number], columns: number): Thinned {
  const { timeS, values } = series;
  const points = new Points(series);
  const infiniteColumns: number[] = [];
  let [infinite, missing] = [0, 0];
  const start = firstWhere(0, values.length, (k) => timeS(k) >= fromS);
  const end = firstWhere(start, values.length, (k) => timeS(k) > toS);
  if (start > 0 && Number.isFinite(values[start - 1]!)) points.push(start - 1);
  for (let from = start; from < end;) {
    const column = columnOf(timeS(from), fromS, toS, columns);
    const to = firstWhere(from + 1, end, (k) => columnOf(timeS(k), fromS, toS, columns) > column);
    /** Of the entries since the last gap; -1: none. */
    let [first, low, high] = [-1, -1, -1];
    let [least, most] = [Infinity, -Infinity];
    for (let k = from; k < to; k++) {
      const value = values[k]!;
      // Neither NaN nor infinite.
      if (value - value === 0) {
        if (first < 0) first = low = high = k;
        if (value < least) [low, least] = [k, value];
        if (value > most) [high, most] = [k, value];
        continue;
      }
      if (first >= 0) points.stretch(first, low, high, k - 1);
      first = -1;
      [least, most] = [Infinity, -Infinity];
      points.gap(timeS(k));
      if (Number.isNaN(value)) missing += 1;
      else {
        infinite += 1;
        if (infiniteColumns.at(-1) !== column) infiniteColumns.push(column);
      }
    }
    if (first >= 0) points.stretch(first, low, high, to - 1);
    from = to;
  }
  if (end < values.length && Number.isFinite(values[end]!)) points.push(end);
  const isEmpty = points.least === Infinity;
  return {
    timesS: points.timesS,
    values: points.values,
    count: end - start,
    infinite,
    infiniteColumns,
    missing,
    min: isEmpty ? NaN : points.least,
    max: isEmpty ? NaN : points.most,
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
