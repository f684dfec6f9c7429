/** The charts over time in words: the summary, the table, and what holds at the cursor. */
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import type { ChartTable } from '../../../charts/chartTable';
import { formatJoules, formatMbps, formatNumber, formatSeconds, formatWhole } from '../../../format';
import { logOf, momentOf, taskIndexAt, type MomentTask } from '../moment';
import { tableOf, thousandths, threeFigures } from './columnFigures';
import { laneTitle } from './laneLooks';
import type { RunNames } from './runNames';
import { capacityAt } from './timeRows';
import type { ArcPick, Window } from './timeSeriesTypes';

/** "12.3 s": a moment, as exact as steps between tasks are. */
export function momentText(atS: number): string {
  return `${formatNumber(Math.round(atS * 1e3) / 1e3, 6)} s`;
}

/** To a hundredth of a second: as exact as a stretch is drawn. */
export function windowText(window: Window): string {
  return window.map((atS) => momentText(Math.round(atS * 100) / 100)).join(' to ');
}

/** What a task took, or why that is not known. */
function latencyText(task: MomentTask): string {
  if (task.plan === null) return 'no plan';
  return task.latencyS === Infinity ? 'no end: a link stayed down' : formatSeconds(task.latencyS);
}

export function timeSummary(run: SimulationRun, lane: LaneId, window: Window): string {
  const { startS } = run.tasks;
  const log = logOf(run, lane);
  const first = firstFrom(startS, window[0]);
  const last = taskIndexAt(startS, window[1]);
  const count = Math.max(0, last - first + 1);
  const isWhole = window[0] === 0 && window[1] === run.durationS;
  const part = isWhole
    ? `All ${momentText(run.durationS)}`
    : `${windowText(window)} of ${momentText(run.durationS)}`;
  const shown = `${part}, simulated`;
  if (log === undefined || count === 0) return `${shown}: no task starts here.`;
  let [ended, sum, hindsight, worst] = [0, 0, 0, 0];
  for (let n = first; n <= last; n++) {
    const seconds = log.latencyS[n]!;
    if (seconds === Infinity) continue;
    ended += 1;
    sum += seconds;
    hindsight += run.tasks.hindsightS[n]!;
    worst = Math.max(worst, seconds);
  }
  const failed = count - ended;
  const without = failed === 0 ? '' : ` ${formatWhole(failed)} without a plan or an end.`;
  if (ended === 0) return `${shown}: ${laneTitle(lane)} ends none of its ${formatWhole(count)} tasks.`;
  return (
    `${shown}: ${laneTitle(lane)} takes ${formatSeconds(sum / ended)} on average over ${formatWhole(count)} tasks, ` +
    `${formatSeconds(worst)} at worst; with hindsight ${formatSeconds(hindsight / ended)}.${without}`
  );
}

/** So many moments are in the table; the CSV of the run has every task. */
const tableRows = 200;

const figures = (name: string) => ({ name, format: threeFigures });

export function timeTable(
  run: SimulationRun,
  lane: LaneId,
  window: Window,
  arcs: readonly ArcPick[],
  names: RunNames,
): ChartTable {
  const [fromS, toS] = window;
  return tableOf(
    [
      { name: 'time (s)', format: thousandths },
      ...run.tasks.lanes.map((log) => figures(`${laneTitle(log.lane)} (ms)`)),
      figures('with hindsight (ms)'),
      figures('UE energy (mJ)'),
      figures('UE + edge energy (mJ)'),
      { name: 'serving cell' },
      figures('SNR (dB)'),
      ...arcs.map((pick) => figures(`${names.arc(pick)} (Mbit/s)`)),
      { name: `split of ${laneTitle(lane)}` },
    ],
    Array.from({ length: tableRows }, (_, k) => {
      const atS = fromS + ((toS - fromS) * k) / (tableRows - 1);
      const { task, cell, snrDb, capacityIndex } = momentOf(run, lane, atS);
      const log = logOf(run, lane);
      const at = (values: Float64Array | undefined): number | null =>
        task === null || values === undefined ? null : thousand(values[task.index]!);
      return [
        atS,
        ...run.tasks.lanes.map(({ latencyS }) => at(latencyS)),
        at(run.tasks.hindsightS),
        at(log?.ueEnergyJ),
        at(log?.edgeEnergyJ),
        cell === null ? null : names.node(cell),
        snrDb,
        ...arcs.map((pick) => finite(capacityAt(run, pick, capacityIndex))),
        task?.plan === null || task === null ? null : names.plan(task.plan),
      ];
    }),
  );
}

interface ReadOut {
  readonly name: string;
  readonly value: string;
}

/** What holds at the cursor, in the order of the rows. */
export function readOut(
  run: SimulationRun,
  lane: LaneId,
  atS: number,
  arcs: readonly ArcPick[],
  names: RunNames,
): readonly ReadOut[] {
  const { task, cell, snrDb, capacityIndex } = momentOf(run, lane, atS);
  const log = logOf(run, lane);
  const joules = task === null || log === undefined ? NaN : log.ueEnergyJ[task.index]!;
  return [
    { name: 'Time', value: momentText(atS) },
    {
      name: laneTitle(lane),
      value:
        task === null
          ? 'no task yet'
          : `task ${formatWhole(task.index + 1)}, ${latencyText(task)}; with hindsight ${formatSeconds(task.hindsightS)}`,
    },
    ...(Number.isNaN(joules) ? [] : [{ name: 'UE energy', value: formatJoules(joules) }]),
    ...(run.cells.length === 0
      ? []
      : [
          {
            name: 'Cell',
            value:
              cell === null
                ? 'none'
                : `${names.node(cell)}${snrDb === null ? '' : `, SNR ${formatNumber(snrDb)} dB`}`,
          },
        ]),
    ...arcs.map((pick) => {
      const mbps = capacityAt(run, pick, capacityIndex);
      return {
        name: typeof pick === 'number' ? names.arc(pick) : upperFirst(names.arc(pick)),
        value: Number.isNaN(mbps) ? 'none' : formatMbps(mbps),
      };
    }),
    ...(task === null
      ? []
      : [{ name: 'Split', value: task.plan === null ? 'no plan' : names.plan(task.plan) }]),
  ];
}

function firstFrom(startS: Float64Array, fromS: number): number {
  const before = taskIndexAt(startS, fromS);
  // A task that starts exactly there belongs to the window.
  return before >= 0 && startS[before] === fromS ? before : before + 1;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const thousand = (value: number): number | null => finite(value * 1e3);
