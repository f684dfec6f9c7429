/** Axes that the plots share: which kind, from where to where, and marks that do not run into each other. */
import { axisScale, type AxisScale } from '../../../charts/axisScale';
import { textWidth } from '../../../charts/fitText';
import { clearestScale, type ScaleKind } from '../../../charts/scales';
import { formatNumber } from '../../../format';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface AxisPlan {
  readonly scale: ScaleKind;
  readonly low: number;
  readonly high: number;
}

/** Of measured values: from 0, or below where values are; in decades where rows of them are too far apart otherwise. */
export function valueAxis(rows: readonly (readonly (number | null)[])[]): AxisPlan {
  const finite = rows.map((values) => values.filter((value) => value !== null && Number.isFinite(value)));
  const all = finite.flat() as number[];
  const least = all.reduce((min, value) => Math.min(min, value), 0);
  const most = all.reduce((max, value) => Math.max(max, value), 0);
  const above = all.filter((value) => value > 0);
  const isLog = least === 0 && above.length > 0 && clearestScale(finite as number[][]) === 'log';
  if (isLog) return { scale: 'log', low: above.reduce((min, value) => Math.min(min, value)) / 2, high: most };
  return { scale: 'linear', low: least, high: most > least ? most : least + 1 };
}

/** How many times the least the largest must be for a row of steps to be read in decades. */
const decadesFrom = 20;

/** Of what was chosen (capacity, speed, time): from the first to the last, in decades where the steps themselves are. */
export function chosenAxis(points: readonly number[]): AxisPlan {
  const low = points[0] ?? 0;
  const high = points.at(-1) ?? 1;
  const middle = points[Math.floor(points.length / 2)] ?? low;
  const isLog = low > 0 && high >= decadesFrom * low && middle - low < (high - low) / 3;
  if (high > low) return { scale: isLog ? 'log' : 'linear', low, high };
  return { scale: 'linear', low: low - 1, high: low + 1 };
}

export function layAxis(plan: AxisPlan, startPx: number, endPx: number, tickCount: number): AxisScale {
  return axisScale(plan, plan.low, plan.high, startPx, endPx, Math.max(2, tickCount));
}

/** Marks along an axis that lies: as many as stand clear of each other. */
export function lyingTicks(axis: AxisScale, textPx: number): readonly Tick[] {
  let free = -Infinity;
  return axis.ticks.map((tick) => {
    const at = axis.position(tick);
    const label = formatNumber(tick);
    const half = textWidth(label, textPx) / 2;
    if (at - half < free) return { at, label: '' };
    free = at + half + textPx * 0.5;
    return { at, label };
  });
}

export function standingTicks(axis: AxisScale): readonly Tick[] {
  return axis.ticks.map((tick) => ({ at: axis.position(tick), label: formatNumber(tick) }));
}

/** Room that the numbers of a standing axis take [px]. */
export function ticksWidth(plan: AxisPlan, textPx: number): number {
  const labels = axisScale(plan, plan.low, plan.high, 0, 100, 5).ticks.map((tick) => formatNumber(tick));
  return Math.ceil(Math.max(textPx, ...labels.map((label) => textWidth(label, textPx)))) + 10;
}
