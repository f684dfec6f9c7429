/** The rows of lines: what they draw, on which axis. */
import { ticks as niceTicks } from 'd3-array';
import type { LaneLog, SimulationRun } from '../../../../core/simulation/types';
import { fitText } from '../../../charts/fitText';
import { clearestScale, scaleFor } from '../../../charts/scales';
import { formatJoules, formatMbps, formatNumber, formatSeconds } from '../../../format';
import { accessArcs, indexAt } from '../moment';
import { hindsightTitle, laneTitle } from './laneLooks';
import { stepSeries, taskSeries, thin, type Series, type Thinned } from './thinning';
import type { ArcPick, Columns, TimeLine, TimeRow, TimeSeriesInput } from './timeSeriesTypes';

interface Drawn {
  readonly key: string;
  readonly name: string;
  readonly look: TimeLine['look'];
  readonly dash: number;
  readonly thinned: Thinned;
  /** Holds from one entry to the next. */
  readonly isStepped: boolean;
}

interface RowPlan {
  readonly key: TimeRow['key'];
  readonly title: string;
  readonly heightPx: number;
  readonly drawn: readonly Drawn[];
  readonly format: (value: number) => string;
  /** Values that may lie below 0: the axis holds them alone, without 0. */
  readonly isSigned: boolean;
  readonly nothing: string;
}

/** Rows with their lines, from a height on; each takes a line of text for its title. */
export function timeRows(
  run: SimulationRun,
  input: TimeSeriesInput,
  columns: Columns,
): readonly ((topPx: number) => TimeRow)[] {
  const log = run.tasks.lanes.find(({ lane }) => lane === input.lane);
  const plans = [
    latencyRow(run, input, columns),
    energyRow(run, log, columns),
    ...(run.cells.length === 0 ? [] : [snrRow(run, columns)]),
    ...(input.arcs.length === 0 ? [] : [capacityRow(run, input, columns)]),
  ];
  return plans.map((plan) => (topPx) => layRow(plan, topPx, columns));
}

function latencyRow({ tasks }: SimulationRun, { lane }: TimeSeriesInput, columns: Columns): RowPlan {
  const of = (values: Float64Array): Thinned =>
    thin(taskSeries(tasks.startS, values), columns.window, columns.count);
  const lanes = tasks.lanes.map((log, dash): Drawn => ({
    key: log.lane,
    name: laneTitle(log.lane),
    look: log.lane === lane ? 'main' : 'other',
    dash,
    thinned: of(log.latencyS),
    isStepped: false,
  }));
  const hindsight: Drawn = {
    key: 'hindsight',
    name: hindsightTitle,
    look: 'thin',
    dash: 0,
    thinned: of(tasks.hindsightS),
    isStepped: false,
  };
  // The chosen one last: over the others.
  const drawn = [
    ...lanes.filter(({ look }) => look === 'other'),
    hindsight,
    ...lanes.filter(({ look }) => look === 'main'),
  ];
  return {
    key: 'latency',
    title: 'Latency of each task',
    heightPx: 130,
    drawn,
    format: formatSeconds,
    isSigned: false,
    nothing: 'No task started and ended here.',
  };
}

function energyRow({ tasks }: SimulationRun, log: LaneLog | undefined, columns: Columns): RowPlan {
  const line = (key: string, name: string, values: Float64Array, look: TimeLine['look']): Drawn => ({
    key,
    name,
    look,
    dash: 0,
    thinned: thin(taskSeries(tasks.startS, values), columns.window, columns.count),
    isStepped: false,
  });
  return {
    key: 'energy',
    title: `Energy of each task${log === undefined ? '' : `, ${laneTitle(log.lane)}`}: UE strong, edge dashed`,
    heightPx: 64,
    drawn:
      log === undefined
        ? []
        : [line('edge', 'Edge', log.edgeEnergyJ, 'other'), line('ue', 'UE', log.ueEnergyJ, 'main')],
    format: formatJoules,
    isSigned: false,
    nothing: 'No power figures for these nodes, or no task that ended.',
  };
}

function snrRow(run: SimulationRun, columns: Columns): RowPlan {
  const thinned = thin(stepSeries(run.snrDb, run.stepS), columns.window, columns.count);
  return {
    key: 'snr',
    title: 'SNR of the serving cell',
    heightPx: 64,
    drawn: [{ key: 'snr', name: 'SNR', look: 'main', dash: 0, thinned, isStepped: true }],
    format: (value) => `${formatNumber(value)} dB`,
    isSigned: true,
    nothing: 'No cell in this window.',
  };
}

function capacityRow(run: SimulationRun, { arcs, arcName }: TimeSeriesInput, columns: Columns): RowPlan {
  return {
    key: 'capacity',
    title: `Capacity: ${arcs.map((pick, k) => `${arcName(pick)}${arcs.length === 1 ? '' : ` (${lineWords[k % lineWords.length]!})`}`).join('; ')}`,
    heightPx: 80,
    drawn: arcs.map((pick, k) => ({
      key: String(pick),
      name: arcName(pick),
      look: k === 0 ? 'main' : 'other',
      dash: k,
      thinned: thin(capacitySeries(run, pick), columns.window, columns.count),
      isStepped: true,
    })),
    format: (value) => (value === 0 ? '0' : formatMbps(value)),
    isSigned: false,
    nothing: 'Nothing is carried here.',
  };
}

/** How the lines of capacities look, in words. */
const lineWords = ['strong', 'dots', 'dash and dot', 'dashes'];

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

function layRow(plan: RowPlan, topPx: number, columns: Columns): TimeRow {
  const { textPx } = columns;
  const top = topPx + Math.round(textPx * 1.8);
  const bottom = top + plan.heightPx;
  const filled = plan.drawn.filter(({ thinned }) => !Number.isNaN(thinned.max));
  const scale = rowScale(plan, filled, Math.max(2, Math.floor(plan.heightPx / (textPx * 1.9))));
  const yOf = (value: number): number => bottom - scale.position(value);
  const main = plan.drawn.find(({ look }) => look === 'main');
  const column = (columns.xOf(columns.window[1]) - columns.left) / columns.count;
  return {
    key: plan.key,
    title: fitText(plan.title, columns.xOf(columns.window[1]) - columns.left, textPx),
    titleY: topPx + textPx * 0.9,
    top,
    bottom,
    yTicks: scale.ticks.map((tick) => ({ y: yOf(tick), label: plan.format(tick) })),
    lines: filled.map(({ key, name, look, dash, thinned, isStepped }) => ({
      key,
      name,
      look,
      dash,
      path: pathOf(thinned, columns.xOf, yOf, isStepped),
    })),
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
