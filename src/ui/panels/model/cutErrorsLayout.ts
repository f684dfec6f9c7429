/** Geometry of the chart of cut errors: relative error of each boundary on a logarithmic axis, 0 on its floor. */
import type { Cut } from './cutCheckWords';

interface CutErrorMark {
  readonly boundary: number;
  readonly x: number;
  readonly y: number;
  readonly kind: 'exact' | 'within' | 'beyond';
}
export interface CutErrorsLayout {
  readonly marks: readonly CutErrorMark[];
  /** Powers of ten, and where they stand. */
  readonly ticks: readonly { readonly power: number; readonly y: number }[];
  /** Of the largest difference that is tolerated; null where none is judged. */
  readonly limitY: number | null;
  /** Height of the floor, on which cuts without any difference stand. */
  readonly floorY: number;
}

/** Decades shown at least: from the rounding of float32 to a little above the tolerance. */
const least = { low: -9, high: -3 } as const;

export function cutErrorsLayout(
  cuts: readonly Cut[],
  boundaries: number,
  tolerated: number | null,
  width: number,
  height: number,
): CutErrorsLayout {
  const finite = cuts.filter(({ relative }) => Number.isFinite(relative));
  const powers = finite.filter(({ relative }) => relative > 0).map(({ relative }) => Math.log10(relative));
  const low = Math.floor(powers.reduce((lowest, power) => Math.min(lowest, power), least.low));
  const high = Math.ceil(powers.reduce((highest, power) => Math.max(highest, power), least.high));
  // One decade's height below the lowest stands for "no difference at all".
  const pitch = height / (high - low + 1);
  const yOf = (power: number): number => (high - power) * pitch;
  const step = high - low > 8 ? 2 : 1;
  const across = width / Math.max(1, boundaries);
  return {
    marks: finite.map(({ boundary, relative }) => ({
      boundary,
      x: (boundary - 0.5) * across,
      y: relative === 0 ? height : yOf(Math.log10(relative)),
      kind: relative === 0 ? 'exact' : tolerated === null || relative <= tolerated ? 'within' : 'beyond',
    })),
    ticks: Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => {
      const power = high - index * step;
      return { power, y: yOf(power) };
    }),
    limitY: tolerated === null ? null : yOf(Math.log10(tolerated)),
    floorY: height,
  };
}
