/** A curve of more points than there are pixels: from the least to the most of every column, and its median. */
import { quantileSorted } from 'd3-array';

const columnPx = 2;
/** Columns further apart than this are not joined: there was no value in between. */
const gapPx = 8;

interface DenseCurve {
  /** An area. */
  readonly band: string;
  /** A line. */
  readonly median: string;
}

interface Column {
  readonly x: number;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

/** Of points that rise in x. */
export function denseCurve(points: readonly (readonly [x: number, y: number])[]): DenseCurve {
  const runs: Column[][] = [];
  for (const column of columnsOf(points)) {
    const before = runs.at(-1)?.at(-1);
    if (before === undefined || column.x - before.x > gapPx) runs.push([column]);
    else runs.at(-1)!.push(column);
  }
  const line = (places: readonly string[]): string => `M${places.join('L')}`;
  const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    band: runs
      .map((run) => {
        const over = run.map(({ x, top }) => at(x, top));
        const under = run.map(({ x, bottom }) => at(x, bottom)).reverse();
        return `${line([...over, ...under])}Z`;
      })
      .join(''),
    median: runs.map((run) => line(run.map(({ x, middle }) => at(x, middle)))).join(''),
  };
}

function columnsOf(points: readonly (readonly [x: number, y: number])[]): readonly Column[] {
  const rows = new Map<number, number[]>();
  for (const [x, y] of points) {
    const key = Math.floor(x / columnPx);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [y]);
    else row.push(y);
  }
  return [...rows].map(([key, ys]) => {
    const sorted = ys.sort((a, b) => a - b);
    return {
      x: (key + 0.5) * columnPx,
      top: sorted[0]!,
      middle: quantileSorted(sorted, 0.5)!,
      bottom: sorted.at(-1)!,
    };
  });
}
