/** Lines and cumulative shares as one thing: curves over a quantity. */
import type { Axis, ChartEvent, FigureChart } from '../../../../core/reproduce/types';

export type CurveChart = Extract<FigureChart, { kind: 'lines' | 'cdf' }>;

export interface Curve {
  readonly name: string;
  readonly x: readonly number[];
  /** null: no value there. */
  readonly y: readonly (number | null)[];
}

export interface Curves {
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly Curve[];
  /** From point to point in steps: a share holds until the next value. */
  readonly isStepped: boolean;
  readonly events: readonly ChartEvent[];
}

const shareAxis: Axis = { name: 'Tasks that take at most so much', unit: '%' };

export function curvesOf(chart: CurveChart): Curves {
  if (chart.kind === 'lines') {
    return {
      x: chart.x,
      y: chart.y,
      curves: chart.series.map(rising),
      isStepped: false,
      events: chart.events ?? [],
    };
  }
  return {
    x: chart.x,
    y: shareAxis,
    curves: chart.series.map(({ name, x, part }) => ({ name, x, y: part.map((share) => share * 100) })),
    isStepped: true,
    events: [],
  };
}

/** The paper's axes may run down; what is drawn and read runs up. */
function rising(curve: Curve): Curve {
  const { x, y } = curve;
  if (x.every((value, k) => k === 0 || value >= x[k - 1]!)) return curve;
  const order = [...x.keys()].sort((a, b) => x[a]! - x[b]!);
  return { ...curve, x: order.map((k) => x[k]!), y: order.map((k) => y[k] ?? null) };
}

/** Where any curve has a point or something happens, rising. */
export function readingPoints({ curves, events }: Curves): readonly number[] {
  const all = [...curves.flatMap(({ x }) => x), ...events.map(({ x }) => x)];
  return [...new Set(all.filter(Number.isFinite))].sort((a, b) => a - b);
}

/** What a curve says at x: its last point up to there. Before its first, a share is 0 and a line has no value. */
export function valueAt({ x, y }: Curve, at: number, isStepped: boolean): number | null {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? (isStepped ? 0 : null) : (y[low - 1] ?? null);
}
