/** The rows of lines: what they draw, on which axis. */
import { ticks as niceTicks } from 'd3-array';
import type { LaneLog, SimulationRun } from '../../../../core/simulation/types';
import { clearestScale, scaleFor } from '../../../charts/scales';
import type { Slices } from '../../../charts/slices';
import { formatJoules, formatMbps, formatNumber, formatSeconds } from '../../../format';
import { accessArcs, indexAt } from '../moment';
import { hindsightTitle, laneTitle } from './laneLooks';
import { rowTitle } from './rowTitle';
import { stepSeries, taskSeries, thin, type Series, type Thinned } from './thinning';
import type { ArcPick, Columns, TimeLine, TimeRow, TimeSeriesInput } from './timeSeriesTypes';

interface Sketch {
  readonly key: string;
  readonly name: string;
  readonly look: TimeLine['look'];
  readonly dash: number;
  readonly series: Series;
  /** Holds from one entry to the next. */
  readonly isStepped: boolean;
}

interface Drawn extends Omit<Sketch, 'series'> {
  readonly thinned: Thinned;
}

interface RowPlan {
  readonly key: TimeRow['key'];
  readonly title: string;
  readonly heightPx: number;
  readonly sketches: readonly Sketch[];
  readonly format: (value: number) => string;
  /** Values that may lie below 0: the axis holds them alone, without 0. */
  readonly isSigned: boolean;
  readonly nothing: string;
}

/** Rows with their lines below each other; each takes a line of text for its title. A slice is a line thinned, or its path. */
export function* timeRows(
  run: SimulationRun,
  input: TimeSeriesInput,
  columns: Columns,
  place: { readonly topPx: number; readonly gapPx: number },
): Slices<readonly TimeRow[]> {
  const log = run.tasks.lanes.find(({ lane }) => lane === input.lane);
  const plans = [
    latencyRow(run, input),
    energyRow(run, log),
    ...(run.cells.length === 0 ? [] : [snrRow(run)]),
    ...(input.arcs.length === 0 ? [] : [capacityRow(run, input)]),
  ];
  const rows: TimeRow[] = [];
  let { topPx } = place;
  for (const plan of plans) {
    const drawn: Drawn[] = [];
    for (const { series, ...sketch } of plan.sketches) {
      drawn.push({ ...sketch, thinned: thin(series, columns.window, columns.count) });
      yield;
    }
    const row = yield* layRow(plan, drawn, topPx, columns);
    rows.push(row);
    topPx = row.bottom + place.gapPx;
  }
  return rows;
}

function latencyRow({ tasks }: SimulationRun, { lane }: TimeSeriesInput): RowPlan {
  const lanes = tasks.lanes.map((log, dash): Sketch => ({
    key: log.lane,
    name: laneTitle(log.lane),
    look: log.lane === lane ? 'main' : 'other',
    dash,
    series: taskSeries(tasks.startS, log.latencyS),
    isStepped: false,
  }));
  const hindsight: Sketch = {
    key: 'hindsight',
    name: hindsightTitle,
    look: 'bound',
    dash: 0,
    series: taskSeries(tasks.startS, tasks.hindsightS),
    isStepped: false,
  };
  // The broad ones, which come last, under the thin ones; the chosen one over them, and hindsight, whose dots let it show, over all.
  const sketches = [
    ...lanes.filter(({ look }) => look === 'other').toReversed(),
    ...lanes.filter(({ look }) => look === 'main'),
    hindsight,
  ];
  return {
    key: 'latency',
    title: 'Latency of each task',
    heightPx: 130,
    sketches,
    format: formatSeconds,
    isSigned: false,
    nothing: 'No task started and ended here.',
  };
}

function energyRow({ tasks }: SimulationRun, log: LaneLog | undefined): RowPlan {
  const line = (key: string, name: string, values: Float64Array, look: TimeLine['look']): Sketch => ({
    key,
    name,
    look,
    dash: 0,
    series: taskSeries(tasks.startS, values),
    isStepped: false,
  });
  return {
    key: 'energy',
    title: `Energy of each task${log === undefined ? '' : `, ${laneTitle(log.lane)}`}: UE strong, UE + edge dashed`,
    heightPx: 64,
    sketches:
      log === undefined
        ? []
        : [line('edge', 'UE + edge', log.edgeEnergyJ, 'other'), line('ue', 'UE', log.ueEnergyJ, 'main')],
    format: formatJoules,
    isSigned: false,
    nothing: 'No power figures for these nodes, or no task that ended.',
  };
}

function snrRow(run: SimulationRun): RowPlan {
  const series = stepSeries(run.snrDb, run.stepS);
  return {
    key: 'snr',
    title: 'SNR of the serving cell',
    heightPx: 64,
    sketches: [{ key: 'snr', name: 'SNR', look: 'main', dash: 0, series, isStepped: true }],
    format: (value) => `${formatNumber(value)} dB`,
    isSigned: true,
    nothing: 'No cell in this window.',
  };
}

function capacityRow(run: SimulationRun, { arcs, arcName }: TimeSeriesInput): RowPlan {
  return {
    key: 'capacity',
    title: `Capacity: ${arcs.map((pick, k) => `${arcName(pick)}${arcs.length === 1 ? '' : ` (${lineWords[k % lineWords.length]!})`}`).join('; ')}`,
    heightPx: 80,
    sketches: arcs.map((pick, k) => ({
      key: String(pick),
      name: arcName(pick),
      look: k === 0 ? 'main' : 'other',
      dash: k,
      series: capacitySeries(run, pick),
      isStepped: true,
    })),
    format: (value) => (value === 0 ? '0' : formatMbps(value)),
    isSigned: false,
    nothing: 'Nothing is carried here.',
  };
}

/** How the lines of capacities look, in words. */
const lineWords = ['strong', 'dots', 'dash and dot', 'broad dashes'];

function capacitySeries(run: SimulationRun, pick: ArcPick): Series {
  const { capacityMbps, capacityStepS, stepS, cell } = run;
  if (typeof pick === 'number') return stepSeries(capacityMbps[pick] ?? [], capacityStepS);
  const access = accessArcs(run);
  const entries = capacityMbps[0]?.length ?? 0;
  const values = Float32Array.from({ length: entries }, (_, k) => {
    const serving = access.get(cell[indexAt(stepS, cell.length, k * capacityStepS)] ?? -1);
    const arc = pick === 'air-up' ? serving?.up : serving?.down;
    return arc === undefined ? NaN : capacityMbps[arc]![k]!;
  });
  return stepSeries(values, capacityStepS);
}

/** The same at one entry; NaN where nobody serves the UE. */
export function capacityAt(run: SimulationRun, pick: ArcPick, index: number): number {
  const { capacityMbps, capacityStepS, stepS, cell } = run;
  const k = Math.min(index, (capacityMbps[0]?.length ?? 1) - 1);
  const serving = accessArcs(run).get(cell[indexAt(stepS, cell.length, k * capacityStepS)] ?? -1);
  const arc = typeof pick === 'number' ? pick : pick === 'air-up' ? serving?.up : serving?.down;
  return arc === undefined ? NaN : (capacityMbps[arc]?.[k] ?? NaN);
}

function* layRow(plan: RowPlan, drawn: readonly Drawn[], topPx: number, columns: Columns): Slices<TimeRow> {
  const { textPx } = columns;
  const title = rowTitle(plan.title, topPx, columns);
  const top = title.bottom;
  const bottom = top + plan.heightPx;
  const filled = drawn.filter(({ thinned }) => !Number.isNaN(thinned.max));
  const scale = rowScale(plan, filled, Math.max(2, Math.floor(plan.heightPx / (textPx * 1.9))));
  const yOf = (value: number): number => bottom - scale.position(value);
  const main = drawn.find(({ look }) => look === 'main');
  const column = (columns.xOf(columns.window[1]) - columns.left) / columns.count;
  const lines: TimeLine[] = [];
  for (const { key, name, look, dash, thinned, isStepped } of filled) {
    lines.push({ key, name, look, dash, path: pathOf(thinned, columns.xOf, yOf, isStepped) });
    yield;
  }
  return {
    key: plan.key,
    title,
    top,
    bottom,
    yTicks: scale.ticks.map((tick) => ({ y: yOf(tick), label: plan.format(tick) })),
    lines,
    endless: (main?.thinned.infiniteColumns ?? []).map((k) => columns.left + (k + 0.5) * column),
    endlessCount: main?.thinned.infinite ?? 0,
    note: filled.length === 0 ? plan.nothing : null,
  };
}

interface RowScale {
  readonly ticks: readonly number[];
  readonly position: (value: number) => number;
}

function rowScale({ heightPx, isSigned }: RowPlan, filled: readonly Drawn[], tickCount: number): RowScale {
  const min = Math.min(...filled.map(({ thinned }) => thinned.min));
  const max = Math.max(...filled.map(({ thinned }) => thinned.max));
  if (filled.length === 0) return { ticks: [], position: () => 0 };
  if (isSigned) {
    const [from, to] = max > min ? [min, max] : [min - 1, max + 1];
    return {
      ticks: niceTicks(from, to, tickCount),
      position: (value) => ((value - from) / (to - from)) * heightPx,
    };
  }
  const kind = clearestScale(filled.map(({ thinned }) => [thinned.max]));
  return scaleFor(kind, [min, max], heightPx, tickCount);
}

function pathOf(
  { timesS, values }: Thinned,
  xOf: (timeS: number) => number,
  yOf: (value: number) => number,
  isStepped: boolean,
): string {
  let path = '';
  let isDown = false;
  for (const [k, value] of values.entries()) {
    if (Number.isNaN(value)) {
      isDown = false;
      continue;
    }
    const [x, y] = [tenths(xOf(timesS[k]!)), tenths(yOf(value))];
    path += !isDown ? `M${x} ${y}` : isStepped ? `H${x}V${y}` : `L${x} ${y}`;
    // A value alone between two gaps is still a mark.
    if (!isDown && (k + 1 === values.length || Number.isNaN(values[k + 1]!))) path += 'h1';
    isDown = true;
  }
  return path;
}

/** `toFixed(1)`, which takes most of the time of a drawing: there are tens of thousands of places. */
function tenths(px: number): string {
  const whole = Math.round(Math.abs(px) * 10);
  const digit = whole % 10;
  return `${px < 0 ? '-' : ''}${(whole - digit) / 10}.${digit}`;
}
