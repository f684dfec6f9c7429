/** Geometry of a line chart: axes, one path a series, marks that can be read, and a cursor. */
import { textWidth } from '../../charts/fitText';
import { logAxis } from '../../charts/logAxis';
import { linearScale } from '../../charts/scales';

interface Axis {
  readonly kind: 'log' | 'linear';
  /** With its unit, written beside the axis. */
  readonly name: string;
  readonly format: (value: number) => string;
}

interface Series {
  readonly id: string;
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface LinesData {
  readonly x: Axis & { readonly min: number; readonly max: number };
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly marks: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly cursor: { readonly x: number; readonly name: string } | null;
}

interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface LinesLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly paths: readonly { readonly id: string; readonly d: string }[];
  readonly marks: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly cursor: { readonly x: number; readonly labelX: number; readonly anchor: 'start' | 'end' } | null;
  /** Points that are not finite, and so not drawn. */
  readonly missing: number;
}

const heightEms = 17;

export function linesChartLayout(
  data: LinesData,
  size: { readonly width: number; readonly textPx: number },
): LinesLayout {
  const { width, textPx } = size;
  const points = data.series.flatMap((series) => series.points);
  const drawable = points.filter(({ x, y }) => isDrawable(data.x.kind, x) && isDrawable(data.y.kind, y));
  const ys = drawable.map(({ y }) => y);
  const height = Math.round(textPx * heightEms);
  const top = textPx * 2.2;
  const plotHeight = Math.round(height - top - textPx * 3.6);
  const y = axisOf(data.y, Math.min(...ys), Math.max(...ys), plotHeight, 6);
  const yLabels = y.ticks.map((tick) => data.y.format(tick));
  const left = Math.ceil(Math.max(0, ...yLabels.map((label) => textWidth(label, textPx))) + 10);
  // Half of the last label stands beyond the end of the axis.
  const right = Math.ceil(Math.max(textPx, textWidth(data.x.format(data.x.max), textPx) / 2));
  const plotWidth = Math.max(40, width - left - right);
  const x = axisOf(data.x, data.x.min, data.x.max, plotWidth, Math.floor(plotWidth / (textPx * 6)));
  const placeX = (value: number): number => left + x.position(value);
  const placeY = (value: number): number => top + plotHeight - y.position(value);
  return {
    width,
    height,
    plot: { left, top, width: plotWidth, height: plotHeight },
    xTicks: x.ticks.map((tick) => ({ at: placeX(tick), label: data.x.format(tick) })),
    yTicks: y.ticks.map((tick, index) => ({ at: placeY(tick), label: yLabels[index]! })),
    paths: data.series.map(({ id, points: own }) => ({
      id,
      d: own
        .filter((point) => isDrawable(data.x.kind, point.x) && isDrawable(data.y.kind, point.y))
        .map(
          (point, index) => `${index === 0 ? 'M' : 'L'}${round(placeX(point.x))} ${round(placeY(point.y))}`,
        )
        .join(''),
    })),
    marks: data.marks
      .filter((mark) => isDrawable(data.x.kind, mark.x) && isDrawable(data.y.kind, mark.y))
      .map((mark) => ({ id: mark.id, x: placeX(mark.x), y: placeY(mark.y) })),
    cursor: data.cursor === null ? null : cursorAt(placeX(data.cursor.x), left + plotWidth / 2),
    missing: points.length - drawable.length,
  };
}

function axisOf(
  { kind }: Axis,
  min: number,
  max: number,
  lengthPx: number,
  tickCount: number,
): { readonly ticks: readonly number[]; position(value: number): number } {
  return kind === 'log'
    ? logAxis(min, max, lengthPx, tickCount)
    : linearScale(max, lengthPx, Math.max(2, tickCount));
}

/** Its label on the side where there is more room. */
function cursorAt(x: number, middle: number): NonNullable<LinesLayout['cursor']> {
  return x > middle ? { x, labelX: x - 6, anchor: 'end' } : { x, labelX: x + 6, anchor: 'start' };
}

const isDrawable = (kind: Axis['kind'], value: number): boolean =>
  Number.isFinite(value) && (kind === 'linear' || value > 0);

const round = (value: number): number => Math.round(value * 10) / 10;
