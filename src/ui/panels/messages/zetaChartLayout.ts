/** Geometry of a message: a value per tensor 0..L as a line, and under it what the node decides for each. */
import { formatSeconds } from '../../format';
import { fitText } from '../../charts/fitText';
import { linearScale } from '../../charts/scales';
import type { TableRange } from './sciSteps';

export interface ZetaLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** y of the line's zero. */
  readonly base: number;
  /** One entry a tensor; null where it has no value. */
  readonly points: readonly ({ readonly x: number; readonly y: number } | null)[];
  /** The points as lines, broken at gaps. */
  readonly path: string;
  /** Far enough apart to be marked one by one. */
  readonly marked: boolean;
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly xTicksY: number;
  readonly ranges: readonly {
    readonly x: number;
    readonly width: number;
    readonly label: string;
    readonly runs: boolean;
  }[];
  readonly rangesY: number;
  readonly rangesHeight: number;
  readonly missing: number;
}

const plotPx = 120;

export function zetaChartLayout(
  seconds: readonly (number | null)[],
  ranges: readonly TableRange[],
  size: { readonly width: number; readonly textPx: number },
): ZetaLayout {
  const { width, textPx } = size;
  const finite = seconds.filter((value): value is number => value !== null && Number.isFinite(value));
  const scale = linearScale(Math.max(0, ...finite), plotPx - textPx, 3);
  const left = Math.round(textPx * 4.6);
  const top = Math.round(textPx * 0.8);
  const base = top + plotPx - textPx;
  const column = Math.max(1, width - left - textPx) / seconds.length;
  const xOf = (tensor: number): number => left + (tensor + 0.5) * column;
  const points = seconds.map((value, tensor) =>
    value === null || !Number.isFinite(value) ? null : { x: xOf(tensor), y: base - scale.position(value) },
  );
  const rangesHeight = ranges.length === 0 ? 0 : Math.round(textPx * 1.5);
  const rangesY = base + 6;
  const xTicksY = rangesY + rangesHeight + textPx * 1.2;
  return {
    width,
    height: Math.ceil(xTicksY + textPx * 0.5),
    left,
    base,
    points,
    path: linePath(points),
    marked: column >= 7,
    yTicks: scale.ticks.map((tick) => ({ y: base - scale.position(tick), label: formatSeconds(tick) })),
    xTicks: tickTensors(seconds.length - 1, column, textPx).map((tensor) => ({
      x: xOf(tensor),
      label: String(tensor),
    })),
    xTicksY,
    ranges: ranges.map(({ first, last, next }) => {
      const rangeWidth = (last - first + 1) * column;
      return {
        x: left + first * column,
        width: rangeWidth,
        label: fitText(next === null ? 'hand on' : `to ${next}`, rangeWidth - 6, textPx * 0.9),
        runs: next !== null,
      };
    }),
    rangesY,
    rangesHeight,
    missing: seconds.length - finite.length,
  };
}

/** The tensor under a position; the nearest one beside the plot. */
export function tensorAt(
  layout: Pick<ZetaLayout, 'left' | 'points' | 'width'>,
  x: number,
  textPx: number,
): number {
  const count = layout.points.length;
  const column = Math.max(1, layout.width - layout.left - textPx) / count;
  return Math.min(count - 1, Math.max(0, Math.floor((x - layout.left) / column)));
}

/** A point without a neighbour is still a mark: a line of no length. */
function linePath(points: ZetaLayout['points']): string {
  let path = '';
  for (const [index, point] of points.entries()) {
    if (point === null) continue;
    const follows = index > 0 && points[index - 1] !== null;
    path += `${follows ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}${follows ? '' : 'h0'}`;
  }
  return path;
}

/** 0, L, and round numbers between them where there is room. */
function tickTensors(last: number, column: number, textPx: number): readonly number[] {
  const room = textPx * 2.4;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => step * column >= room) ?? last;
  const ticks: number[] = [];
  for (let tensor = 0; (last - tensor) * column >= room; tensor += every) ticks.push(tensor);
  return [...ticks, last];
}
