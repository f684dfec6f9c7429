/** Geometry of the lines: a ribbon of the best plans on top, the strategies over x, breakpoints where the ribbon changes. */
import type { StrategyId } from '../../../core/solvers/types';
import type { SweepAxis, SweepLines } from '../../../core/studies/sweepTypes';
import { linearScale } from '../../charts/scales';
import { textWidth } from '../../charts/fitText';
import { formatSeconds } from '../../format';
import { axisScale } from '../../charts/axisScale';
import { spreadLabels } from '../../charts/spreadLabels';
import { formatAxisValue } from './sweepAxes';

interface LaidSegment {
  readonly x: number;
  readonly width: number;
  readonly region: number;
  /** Number of the plan, where it fits. */
  readonly label: string;
}

export interface LaidLine {
  readonly strategy: StrategyId;
  readonly letter: string;
  /** SVG path; a gap where the strategy is impossible. */
  readonly path: string;
  /** Where it ends, at most at the top; null: impossible everywhere. */
  readonly endY: number | null;
  /** Where its letter stands beside its end, clear of the others. */
  readonly labelY: number | null;
}

export interface LinesLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly ribbon: { readonly y: number; readonly height: number };
  readonly segments: readonly LaidSegment[];
  readonly lines: readonly LaidLine[];
  readonly breakpoints: readonly {
    readonly x: number;
    /** On the best line; null where a side has no plan. */
    readonly y: number | null;
    /** Its value, where there is room. */
    readonly label: string;
  }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xs: readonly number[];
  readonly xOf: (value: number) => number;
  readonly yOf: (seconds: number) => number;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly textPx: number;
}

export function sweepLinesLayout(answer: SweepLines, axis: SweepAxis, size: Size): LinesLayout {
  const { textPx } = size;
  const line = textPx * 1.4;
  const top = Math.round(line * 2.3);
  const bottom = Math.max(top + 80, size.height - Math.round(line * 1.3));
  const finite = answer.lines.flatMap(({ totalS }) => totalS.filter((value) => value !== null));
  const max = highest(answer, finite);
  const vertical = linearScale(max, bottom - top, Math.max(2, Math.floor((bottom - top) / (textPx * 3))));
  const yTicks = vertical.ticks.map((tick) => ({
    y: bottom - vertical.position(tick),
    label: formatSeconds(tick),
  }));
  const left = Math.ceil(Math.max(...yTicks.map(({ label }) => textWidth(label, textPx)))) + 10;
  const right = Math.max(left + 80, size.width - Math.round(textPx * 2.4));
  const [low, high] = [answer.xs[0] ?? axis.from, answer.xs.at(-1) ?? axis.to];
  const across = axisScale(
    axis,
    low,
    high,
    left,
    right,
    Math.max(2, Math.floor((right - left) / (textPx * 6.5))),
  );
  // Not held within the plot: what is slower by far leaves it at the top.
  const yOf = (seconds: number): number => bottom - (max > 0 ? (seconds / max) * (bottom - top) : 0);
  return {
    width: size.width,
    height: Math.ceil(bottom + line * 1.3),
    plot: { left, right, top, bottom },
    ribbon: { y: line, height: Math.round(line) },
    segments: segmentsOf(answer, across.position, left, right, textPx),
    lines: linesOf(answer, across.position, yOf, { top, bottom, gap: textPx * 1.15 }),
    breakpoints: labelled(
      answer.breakpoints.map(({ at, totalS }) => ({
        x: across.position(at),
        y: totalS === null ? null : yOf(totalS),
        label: formatAxisValue(axis.parameter, at),
      })),
      textPx,
    ),
    xTicks: across.ticks.map((tick) => ({
      x: across.position(tick),
      label: formatAxisValue(axis.parameter, tick),
    })),
    yTicks,
    xs: answer.xs.map(across.position),
    xOf: across.position,
    yOf,
  };
}

/**
 * Up to where the best and its nearest rivals are told apart: a baseline that is slower by far (the raw picture over a
 * slow link) is cut off at the top instead of pressing all others onto the axis.
 */
function highest(answer: SweepLines, finite: readonly number[]): number {
  const best = answer.lines.find(({ strategy }) => strategy === 'best')?.totalS ?? [];
  const bestMax = Math.max(0, ...best.filter((value) => value !== null));
  return Math.min(Math.max(0, ...finite), bestMax * 2.5);
}

function segmentsOf(
  { breakpoints, region }: SweepLines,
  xOf: (value: number) => number,
  left: number,
  right: number,
  textPx: number,
): LaidSegment[] {
  const bounds = [left, ...breakpoints.map(({ at }) => xOf(at)), right];
  const regions = [breakpoints[0]?.below ?? region[0] ?? -1, ...breakpoints.map(({ above }) => above)];
  return regions.map((index, k) => {
    const [from, to] = [bounds[k]!, bounds[k + 1]!];
    const label = index < 0 ? '–' : String(index + 1);
    return {
      x: from,
      width: to - from,
      region: index,
      label: textWidth(label, textPx) + 2 <= to - from ? label : '',
    };
  });
}

function linesOf(
  answer: SweepLines,
  xOf: (value: number) => number,
  yOf: (seconds: number) => number,
  { top, bottom, gap }: { readonly top: number; readonly bottom: number; readonly gap: number },
): LaidLine[] {
  const laid = answer.lines.map(({ strategy, totalS }, index) => {
    // The best line is exact at its breakpoints, where it bends.
    const bends =
      strategy === 'best'
        ? answer.breakpoints.map(({ at, totalS: seconds }) => ({ value: at, seconds }))
        : [];
    const points = [...answer.xs.map((value, k) => ({ value, seconds: totalS[k] ?? null })), ...bends].sort(
      (a, b) => a.value - b.value,
    );
    const last = totalS.findLast((value) => value !== null) ?? null;
    return {
      strategy,
      letter: String.fromCharCode(65 + index),
      path: pathOf(
        points.map(({ value, seconds }) => (seconds === null ? null : [xOf(value), yOf(seconds)])),
      ),
      endY: last === null ? null : Math.max(top, yOf(last)),
    };
  });
  const places = spreadLabels(
    laid.map(({ endY }) => endY),
    gap,
    top,
    bottom,
  );
  return laid.map((line, k) => ({ ...line, labelY: places[k]! }));
}

function pathOf(points: readonly (readonly [number, number] | null)[]): string {
  let path = '';
  let isDown = false;
  for (const point of points) {
    if (point !== null) path += `${isDown ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    isDown = point !== null;
  }
  return path;
}

/** Labels of breakpoints from left to right, as many as have room. */
function labelled<T extends { readonly x: number; readonly label: string }>(
  breakpoints: readonly T[],
  textPx: number,
): T[] {
  let free = -Infinity;
  return breakpoints.map((breakpoint) => {
    const half = textWidth(breakpoint.label, textPx) / 2;
    if (breakpoint.x - half < free) return { ...breakpoint, label: '' };
    free = breakpoint.x + half + textPx * 0.6;
    return breakpoint;
  });
}
