/** Small multiples over one axis of time: split, serving cell, latency, energy, SNR, capacities. */
import { ticks as niceTicks } from 'd3-array';
import type { SimulationRun } from '../../../../core/simulation/types';
import { textWidth } from '../../../charts/fitText';
import type { Slices } from '../../../charts/slices';
import { formatNumber } from '../../../format';
import { timeRows } from './timeRows';
import type { Columns, TimeSeriesInput, TimeSeriesLayout, Window } from './timeSeriesTypes';
import { cellBand, splitStrip } from './timeStrips';

interface Size {
  readonly width: number;
  readonly textPx: number;
}

/**
 * However long the run is, the drawing has a path a line and a shape a node: series are thinned to their least and largest
 * value in every pixel column. In slices: with many tasks all of it takes longer than a frame.
 */
export function* timeSeriesLayout(
  run: SimulationRun,
  input: TimeSeriesInput,
  size: Size,
): Slices<TimeSeriesLayout> {
  const { textPx } = size;
  const [fromS, toS] = input.window;
  const left = Math.ceil(textWidth('0,000 Mbit/s', textPx)) + 4;
  const right = Math.max(left + 80, size.width - Math.round(textPx * 1.8));
  const xOf = (timeS: number): number => left + ((timeS - fromS) / (toS - fromS)) * (right - left);
  const columns: Columns = {
    window: input.window,
    count: Math.max(1, Math.floor(right - left)),
    left,
    right,
    textPx,
    xOf,
  };
  const gap = Math.round(textPx * 0.6);
  const split = splitStrip(run, input, gap, columns);
  yield;
  const cells = cellBand(run, input, split.top + split.height + gap, columns);
  yield;
  const strips = cells ?? split;
  const topPx = strips.top + strips.height + gap;
  const rows = yield* timeRows(run, input, columns, { topPx, gapPx: gap });
  const bottom = rows.at(-1)?.bottom ?? topPx;
  return {
    window: input.window,
    width: size.width,
    height: Math.ceil(bottom + textPx * 2),
    left,
    right,
    plots: [split, ...(cells === null ? [] : [cells])]
      .map(({ top, height }) => ({ top, bottom: top + height }))
      .concat(rows.map(({ top, bottom: end }) => ({ top, bottom: end }))),
    bottom,
    xTicks: niceTicks(fromS, toS, Math.max(2, Math.floor((right - left) / (textPx * 6)))).map((tick) => ({
      x: xOf(tick),
      label: `${formatNumber(tick, 6)} s`,
    })),
    rows,
    cells,
    split,
    xOf,
    timeAt: (px) => fromS + Math.min(1, Math.max(0, (px - left) / (right - left))) * (toS - fromS),
  };
}

/** The part of the run that is shown; what is no stretch of the run is all of it. */
export function shownWindow(run: Pick<SimulationRun, 'durationS'>, window: Window | null): Window {
  const whole: Window = [0, run.durationS];
  if (window === null) return whole;
  const fromS = Math.max(0, Math.min(...window));
  const toS = Math.min(run.durationS, Math.max(...window));
  return toS - fromS > run.durationS * 1e-6 ? [fromS, toS] : whole;
}

/** A window moved, or made wider or narrower round its middle, within the run; null: all of it. */
export function changedWindow(
  run: Pick<SimulationRun, 'durationS'>,
  window: Window | null,
  change: { readonly move?: number; readonly zoom?: number },
): Window | null {
  const { durationS } = run;
  const [fromS, toS] = shownWindow(run, window);
  const span = Math.min(durationS, Math.max(durationS / 1000, (toS - fromS) * (change.zoom ?? 1)));
  const middle = (fromS + toS) / 2 + (change.move ?? 0) * (toS - fromS);
  const start = Math.min(durationS - span, Math.max(0, middle - span / 2));
  return span >= durationS * (1 - 1e-9) ? null : [start, start + span];
}
