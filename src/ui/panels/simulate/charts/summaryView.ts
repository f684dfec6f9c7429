/** The lanes of a run side by side: what each took, what is best, and what each figure is. */
import type { Scenario } from '../../../../core/scenario/types';
import { simulationOf } from '../../../../core/simulation/settings';
import type { LaneSummary, SimulationRun } from '../../../../core/simulation/types';
import type { ChartTable } from '../../../charts/chartTable';
import { formatJoules, formatSeconds, formatWhole } from '../../../format';
import { secondsFigure, withZeros } from './columnFigures';
import { laneTitle } from './laneLooks';

interface SummaryColumn {
  readonly key: keyof LaneSummary;
  readonly name: string;
  /** How the figure comes about. */
  readonly formula: string;
  /** Unit of the number in the table, and its factor. */
  readonly unit: string;
  readonly factor: number;
  /** Whether less is better; a count of tasks is neither. */
  readonly isJudged: boolean;
  readonly format: (value: number) => string;
  /** In place of a figure that there is not. */
  readonly none: string;
}

const joulesFigure = (joules: number): string => withZeros(formatJoules(joules));
const seconds = { unit: ' (ms)', factor: 1e3, isJudged: true, format: secondsFigure, none: 'no task ended' };
const joules = { unit: ' (mJ)', factor: 1e3, isJudged: true, format: joulesFigure, none: 'power unknown' };
const count = { unit: '', factor: 1, isJudged: true, format: formatWhole, none: 'no limit set' };

export const summaryColumns: readonly SummaryColumn[] = [
  {
    ...seconds,
    key: 'medianS',
    name: 'Median',
    formula: 'Half of the tasks that ended took at most this long.',
  },
  {
    ...seconds,
    key: 'meanRegretS',
    name: 'Regret',
    formula:
      'Mean of latency − the least any split could have taken with hindsight, over the tasks that ended. A difference below a thousandth of the mean latency says little.',
  },
  { ...seconds, key: 'meanS', name: 'Mean', formula: 'Sum of latencies / number of tasks that ended.' },
  {
    ...seconds,
    key: 'p90S',
    name: '90 %',
    formula: '9 in 10 of the tasks that ended took at most this long.',
  },
  {
    ...seconds,
    key: 'p99S',
    name: '99 %',
    formula: '99 in 100 of the tasks that ended took at most this long.',
  },
  { ...seconds, key: 'worstS', name: 'Worst', formula: 'The longest task that ended.' },
  {
    ...joules,
    key: 'meanUeEnergyJ',
    name: 'UE energy',
    formula: 'Mean energy of the UE a task: computing and its radio, over the tasks that ended.',
  },
  {
    ...joules,
    key: 'meanEdgeEnergyJ',
    name: 'UE + edge energy',
    formula:
      'Mean energy of the UE, gNBs, IAB nodes and MEC hosts a task: computing and radio, over the tasks that ended. Core and cloud are left out.',
  },
  {
    ...count,
    key: 'limitBroken',
    name: 'Limit broken',
    formula:
      'Tasks that took longer than the latency limit of the goals; those without an end are among them.',
  },
  {
    ...count,
    key: 'failed',
    name: 'Did not finish',
    formula: 'Tasks without a plan, or on a link that stayed down.',
  },
  {
    ...count,
    key: 'splitChanges',
    name: 'Split changes',
    formula: 'How often a task had other nodes or other boundaries than the one before.',
    isJudged: false,
  },
];

/** The least of a column, by lane; of a figure that all share, nobody is best. */
export function bestLanes(
  summaries: readonly LaneSummary[],
  { format, key, isJudged }: SummaryColumn,
): ReadonlySet<LaneSummary['lane']> {
  const known = summaries.filter((summary) => typeof summary[key] === 'number');
  const least = Math.min(...known.map((summary) => Number(summary[key])));
  // What reads the same is as good: two figures that differ in a digit that is not shown are no ranking.
  const bests = known.filter((summary) => format(Number(summary[key])) === format(least));
  if (!isJudged || bests.length === known.length) return new Set();
  return new Set(bests.map(({ lane }) => lane));
}

const regretPhrase = (seconds: number): string =>
  seconds === 0 ? 'no regret' : `a regret of ${formatSeconds(seconds)}`;

/** Why another strategy can take less than the best split: null where none did. */
export function bestNote({ summaries }: SimulationRun, scenario: Scenario): string | null {
  const best = summaries.find(({ lane }) => lane === 'best');
  if (best === undefined || best.meanRegretS === null) return null;
  const ownS = best.meanRegretS;
  const ahead = summaries.filter(
    ({ failed, lane, meanRegretS }) =>
      lane !== 'best' &&
      lane !== 'best-predicted' &&
      failed <= best.failed &&
      (meanRegretS ?? Infinity) < ownS,
  );
  const least = ahead.toSorted((a, b) => a.meanRegretS! - b.meanRegretS!)[0];
  if (least === undefined || formatSeconds(least.meanRegretS!) === formatSeconds(ownS)) return null;
  const { decision, sciMs } = simulationOf(scenario);
  const early = decision === 'one-task-ahead' ? ', one task ahead' : '';
  const news = sciMs === 0 ? '' : `news that is up to ${formatSeconds(sciMs / 1e3)} old, and `;
  return `${laneTitle('best')} is best on what is known when a task is decided${early}: ${news}capacities change while the task runs. So with hindsight another can have taken less: here ${laneTitle(least.lane)}, with ${regretPhrase(least.meanRegretS!)} against ${formatSeconds(ownS)}.`;
}

/** What the regret of who always took the least is called. */
const noRegret = 'none';

/** A figure in words; a count of broken limits as a part of the tasks too. */
export function summaryText(summary: LaneSummary, column: SummaryColumn): string {
  const value = summary[column.key];
  if (typeof value !== 'number') return summary.tasks === 0 ? 'no task' : noneOf(summary, column);
  // As little as hindsight: no time at all is no figure.
  if (column.key === 'meanRegretS' && value === 0) return noRegret;
  const text = column.format(value);
  if (column.key !== 'limitBroken' || summary.tasks === 0 || value === 0) return text;
  return `${text} of ${formatWhole(summary.tasks)}`;
}

/** Energy is missing where figures of power are, or where no task came to an end. */
function noneOf({ failed, tasks }: LaneSummary, { none }: SummaryColumn): string {
  return none === 'power unknown' && failed === tasks ? 'no task ended' : none;
}

export function runSummary({ summaries, hindsightBounds, durationS, seed }: SimulationRun): string {
  const ended = summaries.filter(({ medianS }) => medianS !== null);
  const from = `${durationS} s simulated from seed ${seed}`;
  if (ended.length === 0) return `${from}: no strategy ended a task.`;
  const least = formatSeconds(Math.min(...ended.map(({ medianS }) => medianS!)));
  const bests = ended.filter(({ medianS }) => formatSeconds(medianS!) === least);
  const bound =
    hindsightBounds === 0
      ? ''
      : ` For ${formatWhole(hindsightBounds)} tasks hindsight is a lower bound only, so regret is at most this.`;
  return `${from}, ${formatWhole(bests[0]!.tasks)} tasks: the least median is ${least} (${bests.map(({ lane }) => laneTitle(lane)).join('; ')}).${bound}`;
}

export function summaryTable(summaries: readonly LaneSummary[]): ChartTable {
  return {
    columns: [
      { name: 'strategy' },
      { name: 'tasks' },
      ...summaryColumns.map(({ name, unit }) => ({ name: `${name}${unit}` })),
    ],
    rows: summaries.map((summary) => [
      laneTitle(summary.lane),
      summary.tasks,
      ...summaryColumns.map(({ key, factor }) => {
        const value = summary[key];
        return typeof value === 'number' ? value * factor : null;
      }),
    ]),
  };
}
