import { ticks as niceTicks } from 'd3-array';

/** Maps a value to a length in pixels from the axis' zero, and says where to put tick marks. */
export interface Scale {
  readonly ticks: readonly number[];
  position(value: number): number;
}

export type ScaleKind = 'linear' | 'log';

/** Rows whose largest values are further apart than this leave the smaller ones a few pixels on a shared linear axis. */
const linearUpTo = 20;

/** The kind of axis on which every row still shows its values apart. */
export function clearestScale(rows: readonly (readonly number[])[]): ScaleKind {
  const peaks = rows
    .map((values) => Math.max(0, ...values.filter(Number.isFinite)))
    .filter((peak) => peak > 0);
  return Math.max(...peaks) > linearUpTo * Math.min(...peaks) ? 'log' : 'linear';
}

/** 0 .. max onto 0 .. lengthPx. With nothing to show (max not above 0) everything sits at 0. */
export function linearScale(max: number, lengthPx: number, tickCount: number): Scale {
  if (!(max > 0) || !Number.isFinite(max)) return { ticks: [0], position: () => 0 };
  return {
    ticks: niceTicks(0, max, tickCount),
    position: (value) => clamp((value / max) * lengthPx, lengthPx),
  };
}

/** More decades than this make all bars look alike: what is smaller sits on the axis. */
export const decadesShown = 3;

/** Decades. The axis starts at half the smallest value, so that the smallest bar is still a bar; 0 sits on the axis. */
export function logScale(
  min: number,
  max: number,
  lengthPx: number,
  tickCount: number,
  mostDecades = decadesShown,
): Scale {
  if (!(min > 0) || !(max >= min) || !Number.isFinite(max)) return { ticks: [], position: () => 0 };
  const low = Math.log10(Math.max(min / 2, max / 10 ** mostDecades));
  const span = Math.log10(max) - low;
  const decades: number[] = [];
  for (let power = Math.ceil(low); power <= Math.log10(max) + 1e-9; power += 1) decades.push(10 ** power);
  const every = Math.max(1, Math.ceil(decades.length / tickCount));
  return {
    // From the top, so that the largest decade always has its mark.
    ticks: decades.filter((_, index) => (decades.length - 1 - index) % every === 0),
    position: (value) => (value > 0 ? clamp(((Math.log10(value) - low) / span) * lengthPx, lengthPx) : 0),
  };
}

/** The scale of a kind that holds all finite values; what is not finite is not placed by it. */
export function scaleFor(
  kind: ScaleKind,
  values: readonly number[],
  lengthPx: number,
  tickCount: number,
  mostDecades = decadesShown,
): Scale {
  let min = Infinity;
  let max = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    max = Math.max(max, value);
    if (value > 0) min = Math.min(min, value);
  }
  return kind === 'log'
    ? logScale(min, max, lengthPx, tickCount, mostDecades)
    : linearScale(max, lengthPx, tickCount);
}

function clamp(length: number, max: number): number {
  return Math.min(max, Math.max(0, length));
}
