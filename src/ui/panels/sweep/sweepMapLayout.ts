/** Geometry of the map: rows of runs of one plan, exact within a row where x allows it, and a number in each large region. */
import type { SweepAxis, SweepMap } from '../../../core/studies/sweepTypes';
import { textWidth } from '../../charts/fitText';
import { axisScale } from '../../charts/axisScale';
import { formatAxisValue } from './sweepAxes';

interface LaidRegion {
  /** -1: no plan. */
  readonly region: number;
  /** One path for all of it. */
  readonly path: string;
  /** Part of the drawing, 0..1. */
  readonly area: number;
  /** Where its number stands; null where it is too small for one. */
  readonly label: { readonly x: number; readonly y: number } | null;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Largest first. */
  readonly regions: readonly LaidRegion[];
  /** Lines between regions, as one path. */
  readonly borders: string;
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly xOf: (value: number) => number;
  readonly yOf: (value: number) => number;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly textPx: number;
}

interface Run {
  readonly region: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

export function sweepMapLayout(
  answer: SweepMap,
  axes: { readonly x: SweepAxis; readonly y: SweepAxis },
  size: Size,
): MapLayout {
  const { textPx } = size;
  const line = textPx * 1.4;
  const top = Math.round(line * 0.8);
  const bottom = Math.max(top + 120, size.height - Math.round(line * 1.4));
  const [yLow, yHigh] = [answer.ys[0] ?? axes.y.from, answer.ys.at(-1) ?? axes.y.to];
  const up = axisScale(
    axes.y,
    yLow,
    yHigh,
    bottom,
    top,
    Math.max(2, Math.floor((bottom - top) / (textPx * 2.6))),
  );
  const yTicks = up.ticks.map((tick) => ({
    y: up.position(tick),
    label: formatAxisValue(axes.y.parameter, tick),
  }));
  const left = Math.ceil(Math.max(0, ...yTicks.map(({ label }) => textWidth(label, textPx)))) + 10;
  const right = Math.max(left + 120, size.width - Math.round(textPx));
  const [xLow, xHigh] = [answer.xs[0] ?? axes.x.from, answer.xs.at(-1) ?? axes.x.to];
  const across = axisScale(
    axes.x,
    xLow,
    xHigh,
    left,
    right,
    Math.max(2, Math.floor((right - left) / (textPx * 6.5))),
  );
  const ys = answer.ys.map(up.position);
  const rows = answer.ys.map((_, j) => runsOf(answer, j, across.position, ys, { left, right, top, bottom }));
  return {
    width: size.width,
    height: Math.ceil(bottom + line * 1.4),
    plot: { left, right, top, bottom },
    borders: bordersOf(rows),
    regions: regionsOf(rows.flat(), (right - left) * (bottom - top), textPx),
    xTicks: across.ticks.map((tick) => ({
      x: across.position(tick),
      label: formatAxisValue(axes.x.parameter, tick),
    })),
    yTicks,
    xs: answer.xs.map(across.position),
    ys,
    xOf: across.position,
    yOf: up.position,
  };
}

/** A row reaches half-way to its neighbours. */
function runsOf(
  { breakpoints, region }: SweepMap,
  j: number,
  xOf: (value: number) => number,
  ys: readonly number[],
  plot: MapLayout['plot'],
): Run[] {
  const row = breakpoints[j]!;
  const bottom = j === 0 ? plot.bottom : (ys[j - 1]! + ys[j]!) / 2;
  const top = j === ys.length - 1 ? plot.top : (ys[j]! + ys[j + 1]!) / 2;
  const bounds = [plot.left, ...row.map(({ at }) => xOf(at)), plot.right];
  const regions = [row[0]?.below ?? region[j]![0] ?? -1, ...row.map(({ above }) => above)];
  return regions.map((index, k) => ({ region: index, from: bounds[k]!, to: bounds[k + 1]!, top, bottom }));
}

/** Upright at every change within a row, level wherever a row's plan is not the one below it. */
function bordersOf(rows: readonly (readonly Run[])[]): string {
  return rows
    .map((row, j) => {
      const upright = row.slice(1).map(({ from, top, bottom }) => `M${px(from)} ${px(top)}V${px(bottom)}`);
      const level = row.flatMap(({ region, from, to, bottom }) =>
        (rows[j - 1] ?? [])
          .filter((below) => below.region !== region && below.to > from && below.from < to)
          .map((below) => `M${px(Math.max(from, below.from))} ${px(bottom)}H${px(Math.min(to, below.to))}`),
      );
      return [...upright, ...level].join('');
    })
    .join('');
}

function regionsOf(runs: readonly Run[], areaPx: number, textPx: number): LaidRegion[] {
  const byRegion = new Map<number, Run[]>();
  for (const run of runs) byRegion.set(run.region, [...(byRegion.get(run.region) ?? []), run]);
  return [...byRegion]
    .map(([region, own]) => ({
      region,
      path: own
        .map(({ from, to, top, bottom }) => `M${px(from)} ${px(top)}H${px(to)}V${px(bottom)}H${px(from)}Z`)
        .join(''),
      area: own.reduce((sum, { from, to, top, bottom }) => sum + (to - from) * (bottom - top), 0) / areaPx,
      label: labelPlace(own, textPx),
    }))
    .sort((a, b) => b.area - a.area || a.region - b.region);
}

/** The middle of the tallest stack of runs about their widest one, if a number fits there. */
function labelPlace(runs: readonly Run[], textPx: number): LaidRegion['label'] {
  const widest = runs.reduce((best, run) => (run.to - run.from > best.to - best.from ? run : best));
  const x = (widest.from + widest.to) / 2;
  const need = textPx * 0.9;
  const stack = runs.filter(({ from, to }) => x - need >= from && x + need <= to);
  const connected = stack.filter(({ top, bottom }) => {
    const between = stack.filter(
      (other) =>
        Math.min(other.bottom, widest.bottom) >= Math.min(bottom, widest.top) - 0.5 &&
        Math.max(other.top, widest.top) <= Math.max(top, widest.bottom) + 0.5,
    );
    const covered = between.reduce((sum, other) => sum + (other.bottom - other.top), 0);
    return covered >= Math.max(bottom, widest.bottom) - Math.min(top, widest.top) - 0.5;
  });
  if (connected.length === 0) return null;
  const top = Math.min(...connected.map((run) => run.top));
  const bottom = Math.max(...connected.map((run) => run.bottom));
  return bottom - top < textPx * 1.2 ? null : { x, y: (top + bottom) / 2 };
}

const px = (value: number): string => value.toFixed(1);
