/** How latencies of a stretch of the run are distributed, lane by lane. */
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import { quantileOfSorted } from '../../../../core/statistics';
import type { ChartTable } from '../../../charts/chartTable';
import { formatSeconds, formatWhole } from '../../../format';
import { taskIndexAt } from '../moment';
import { tableOf, threeFigures } from './columnFigures';
import { hindsightTitle, laneTitle } from './laneLooks';
import type { Window } from './timeSeriesTypes';
import { windowText } from './timeWords';

export interface Distribution {
  readonly lane: LaneId | 'hindsight';
  readonly name: string;
  /** Tasks in the stretch, and those without a plan or an end. */
  readonly count: number;
  readonly failed: number;
  /** Of those that ended, rising [s]. */
  readonly sorted: Float64Array;
  /** null: none ended. */
  readonly box: Box | null;
}

interface Box {
  readonly p5: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly p95: number;
  readonly worst: number;
}

/** Of the tasks that start in the window: all lanes in the order of the run, then hindsight. */
export function distributionsOf(run: SimulationRun, window: Window): readonly Distribution[] {
  const { startS, lanes, hindsightS } = run.tasks;
  const [from, to] = taskRange(startS, window);
  const of = (lane: Distribution['lane'], name: string, values: Float64Array): Distribution => {
    const sorted = values.subarray(from, to).filter(Number.isFinite).sort();
    return { lane, name, count: to - from, failed: to - from - sorted.length, sorted, box: boxOf(sorted) };
  };
  return [
    ...lanes.map(({ lane, latencyS }) => of(lane, laneTitle(lane), latencyS)),
    of('hindsight', hindsightTitle, hindsightS),
  ];
}

/** Indices of the tasks that start in a window: from the first to one after the last. */
export function taskRange(startS: Float64Array, [fromS, toS]: Window): readonly [number, number] {
  const to = taskIndexAt(startS, toS) + 1;
  let from = taskIndexAt(startS, fromS) + 1;
  while (from > 0 && startS[from - 1] === fromS) from -= 1;
  return [from, Math.max(from, to)];
}

function boxOf(sorted: Float64Array): Box | null {
  if (sorted.length === 0) return null;
  const at = (q: number): number => quantileOfSorted(sorted, q);
  return { p5: at(0.05), lower: at(0.25), median: at(0.5), upper: at(0.75), p95: at(0.95), worst: at(1) };
}

export function distributionSummary(
  distributions: readonly Distribution[],
  lane: LaneId,
  window: Window,
): string {
  const shown = distributions.find((entry) => entry.lane === lane);
  if (shown === undefined || shown.count === 0) return `No task starts in ${windowText(window)}.`;
  const { box, count, failed, name } = shown;
  if (box === null) return `${name} ends none of its ${formatWhole(count)} tasks in ${windowText(window)}.`;
  const without = failed === 0 ? '' : `; ${formatWhole(failed)} have no plan or no end`;
  return (
    `${name}, ${formatWhole(count)} tasks in ${windowText(window)}: half take up to ${formatSeconds(box.median)}, ` +
    `19 in 20 up to ${formatSeconds(box.p95)}, the worst ${formatSeconds(box.worst)}${without}.`
  );
}

export function distributionTable(distributions: readonly Distribution[]): ChartTable {
  const names = ['5 %', '25 %', 'median', '75 %', '95 %', 'worst'];
  return tableOf(
    [
      { name: 'lane' },
      { name: 'tasks' },
      { name: 'without a plan or an end' },
      ...names.map((name) => ({ name: `${name} (ms)`, format: threeFigures })),
    ],
    distributions.map(({ name, count, failed, box }) => [
      name,
      count,
      failed,
      ...(box === null
        ? names.map(() => null)
        : [box.p5, box.lower, box.median, box.upper, box.p95, box.worst].map((seconds) => seconds * 1e3)),
    ]),
  );
}
