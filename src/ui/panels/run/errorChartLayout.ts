/** Geometry of predicted against executed totals: a square with its diagonal and a band around it. */
import { logAxis } from '../../charts/logAxis';
import { formatSeconds } from '../../format';

export interface ErrorPoint {
  readonly id: string;
  /** The cell in words. */
  readonly name: string;
  readonly quantity: 'compute' | 'total';
  readonly predictedS: number;
  readonly executedS: number;
  /** Counts for the statistics: the link takes at most half of the total. */
  readonly counts: boolean;
}

export interface LaidErrorPoint extends ErrorPoint {
  readonly x: number;
  readonly y: number;
}

export interface ErrorLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly xTicks: readonly { readonly at: number; readonly label: string }[];
  readonly yTicks: readonly { readonly at: number; readonly label: string }[];
  /** Path of predicted = executed. */
  readonly diagonal: string;
  /** Path around executions within this far of the prediction. */
  readonly band: string;
  readonly points: readonly LaidErrorPoint[];
}

/** What the band shows: executed within 15 % of predicted. A prediction this near needs no explanation. */
export const bandShare = 0.15;

/** On a logarithmic axis only positive numbers have a place. */
export function isDrawn({ predictedS, executedS }: ErrorPoint): boolean {
  return predictedS > 0 && executedS > 0 && Number.isFinite(predictedS + executedS);
}

export function errorChartLayout(
  points: readonly ErrorPoint[],
  { width, textPx }: { readonly width: number; readonly textPx: number },
): ErrorLayout {
  const drawn = points.filter(isDrawn);
  const left = Math.round(textPx * 5);
  const top = Math.round(textPx * 1.8);
  const side = Math.max(120, Math.min(width - left - 12, 420));
  const plot = { left, top, width: side, height: side };
  const values = drawn.flatMap(({ predictedS, executedS }) => [predictedS, executedS]);
  const min = values.length === 0 ? 1e-3 : Math.min(...values) / 1.25;
  const max = values.length === 0 ? 1 : Math.max(...values) * 1.25;
  const axis = logAxis(min, max, side, Math.max(2, Math.floor(side / (textPx * 5))));
  const x = (seconds: number): number => left + axis.position(seconds);
  const y = (seconds: number): number => top + side - axis.position(seconds);
  // On a logarithmic axis a share is a constant distance: both edges of the band are parallel to the diagonal.
  const edge = (share: number, from: number, to: number): string =>
    `${x(from)} ${y(from * share)}L${x(to)} ${y(to * share)}`;
  const upper = 1 + bandShare;
  const lower = 1 - bandShare;
  const ticks = axis.ticks.map((tick) => ({ seconds: tick, label: formatSeconds(tick) }));
  return {
    width,
    height: Math.ceil(top + side + textPx * 3.2),
    plot,
    xTicks: ticks.map(({ seconds, label }) => ({ at: x(seconds), label })),
    yTicks: ticks.map(({ seconds, label }) => ({ at: y(seconds), label })),
    diagonal: `M${edge(1, min, max)}`,
    band: `M${edge(upper, min, max / upper)}L${x(max)} ${y(max)}L${x(max)} ${y(max * lower)}L${x(min / lower)} ${y(min)}L${x(min)} ${y(min)}Z`,
    points: drawn.map((point) => ({ ...point, x: x(point.predictedS), y: y(point.executedS) })),
  };
}
