/** What a sweep shows, in words. */
import { workloadChain } from '../../../core/model/workloadChain';
import type { Scenario } from '../../../core/scenario/types';
import { canStandAt } from '../../../core/studies/sweepEdit';
import type {
  SweepAnswer,
  SweepLines,
  SweepMap,
  SweepOptions,
  SweepParameter,
  SweepRegion,
} from '../../../core/studies/sweepTypes';
import { describeInfeasible } from '../../errors/describe';
import { namesOf, type Names } from '../../errors/names';
import { strategyNames } from '../../explain/strategyNames';
import { joinWords } from '../../explain/words';
import { formatCount } from '../../format';
import type { ChartTable } from '../../charts/chartTable';
import { axisChoices, axisKey, axisUnit, formatAxisValue } from './sweepAxes';

export type Swept = Exclude<SweepAnswer, { kind: 'trouble' }>;

export const noPlan = 'no plan';

/** "Phone 1–5 | MEC host 6–20", "all on Phone" */
export function regionName(region: SweepRegion | undefined, names: Names, blockCount: number): string {
  if (region === undefined) return noPlan;
  if (region.nodes.length === 1) return `all on ${names.node(region.nodes[0]!)}`;
  const bounds = [0, ...region.cuts, blockCount];
  return region.nodes
    .map((node, index) => {
      const [from, to] = [bounds[index]! + 1, bounds[index + 1]!];
      return `${names.node(node)} ${from === to ? from : `${from}–${to}`}`;
    })
    .join(' | ');
}

/** Names of all regions of an answer, and of none at -1. */
export function regionNamer(scenario: Scenario, { regions }: Swept): (index: number) => string {
  const names = namesOf(scenario);
  const blockCount = workloadChain(scenario.workload).blocks.length;
  return (index) => regionName(regions[index], names, blockCount);
}

export function axisLabel(scenario: Scenario, parameter: SweepParameter): string {
  const key = axisKey(parameter);
  return axisChoices(scenario).find((choice) => choice.key === key)?.label ?? 'A removed part';
}

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "The best plan changes four times: at 12.5 Mbit/s, ..." */
export function sweepSummary(scenario: Scenario, options: SweepOptions, answer: Swept): string {
  return answer.kind === 'lines'
    ? linesSummary(scenario, options, answer)
    : mapSummary(scenario, options, answer);
}

const timesWord = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : formatCount(count, 'time');

const bestOf = (proven: boolean): string => (proven ? 'best plan' : 'best plan found (estimated)');

function linesSummary(scenario: Scenario, { x }: SweepOptions, answer: SweepLines): string {
  const { breakpoints, proven, xs } = answer;
  const what = lowerFirst(axisLabel(scenario, x.parameter));
  const range = `${formatAxisValue(x.parameter, xs[0] ?? x.from)} to ${formatAxisValue(x.parameter, xs.at(-1) ?? x.to)}`;
  if (answer.region.every((index) => index < 0)) return `No plan works for a ${what} of ${range}.`;
  if (breakpoints.length === 0)
    return `Over ${range} of the ${what} the ${bestOf(proven)} stays the same: ${regionNamer(scenario, answer)(answer.region[0]!)}.`;
  const shown = breakpoints.slice(0, 5).map(({ at }) => formatAxisValue(x.parameter, at));
  const rest = breakpoints.length > 5 ? [...shown, 'and at more'] : shown;
  const exact = breakpoints.every((breakpoint) => breakpoint.exact) ? '' : ' (narrowed down, not exact)';
  return `Over ${range} of the ${what} the ${bestOf(proven)} changes ${timesWord(breakpoints.length)}${exact}: at ${joinWords(rest)}.`;
}

function mapSummary(scenario: Scenario, { x, y }: SweepOptions, answer: SweepMap): string {
  const over = `${lowerFirst(axisLabel(scenario, x.parameter))} and ${y === null ? '' : lowerFirst(axisLabel(scenario, y.parameter))}`;
  const plans = formatCount(new Set(answer.region.flat().filter((index) => index >= 0)).size, 'plan');
  const cells = answer.xs.length * answer.ys.length;
  const exact = answer.breakpoints.some((row) => row.length > 0 && row.every((entry) => entry.exact));
  return `${plans.charAt(0).toUpperCase()}${plans.slice(1)} ${answer.proven ? 'are best' : 'are the best found (estimated)'} somewhere over ${over} (${cells} points${exact ? ', borders exact in every row' : ''}).`;
}

/** What the numbers rest on, and what is missing of them. */
export function sweepNotes(scenario: Scenario, options: SweepOptions, answer: Swept): readonly string[] {
  const notes: string[] = [];
  const parameters = [options.x, options.y].flatMap((axis) => (axis === null ? [] : [axis.parameter]));
  if (!answer.complete)
    notes.push(
      'Cut off after two seconds: fewer points than asked, spread over the whole range. Ask for fewer points.',
    );
  if (parameters.some(({ kind }) => kind === 'input-px'))
    notes.push('Times of every size are modelled, also where a device was measured at one of them.');
  if (parameters.some(({ kind }) => kind === 'speed'))
    notes.push('A changed speed is modelled: every block time of the node is divided by the factor.');
  for (const parameter of parameters) {
    if (!canStandAt(scenario, parameter))
      notes.push(
        `${axisLabel(scenario, parameter)} is a published or measured fact, so a click cannot set it. Give the node a custom speed to set it here.`,
      );
  }
  if (answer.because !== null) {
    const { title, action } = describeInfeasible(answer.because, namesOf(scenario));
    notes.push(`Where there is no plan: ${title} ${action}`);
  }
  return notes;
}

/** Whether a point of the chart can become the document's. */
export function canSet(scenario: Scenario, { x, y }: SweepOptions): boolean {
  return [x, y].every((axis) => axis === null || canStandAt(scenario, axis.parameter));
}

export function sweepTable(scenario: Scenario, options: SweepOptions, answer: Swept): ChartTable {
  return answer.kind === 'lines'
    ? linesTable(scenario, options, answer)
    : mapTable(scenario, options, answer);
}

const columnOf = (scenario: Scenario, parameter: SweepParameter) => ({
  name: `${axisLabel(scenario, parameter)} (${axisUnit(parameter)})`,
});
const ms = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1e3);

/** Grid points and breakpoints in order of x; only the best total is known at a breakpoint. */
function linesTable(scenario: Scenario, { x }: SweepOptions, answer: SweepLines): ChartTable {
  const name = regionNamer(scenario, answer);
  const points = answer.xs.map((value, k) => ({
    value,
    cells: [
      value,
      ...answer.lines.map(({ totalS }) => ms(totalS[k] ?? null)),
      answer.region[k]! < 0 ? null : answer.region[k]! + 1,
      name(answer.region[k]!),
      'solved',
    ],
  }));
  const changes = answer.breakpoints.map(({ at, totalS, below, above, exact }) => ({
    value: at,
    cells: [
      at,
      ...answer.lines.map(({ strategy }) => (strategy === 'best' ? ms(totalS) : null)),
      null,
      `${name(below)} → ${name(above)}`,
      exact ? 'breakpoint, exact' : 'breakpoint, narrowed down',
    ],
  }));
  return {
    columns: [
      columnOf(scenario, x.parameter),
      ...answer.lines.map(({ strategy }) => ({ name: `${strategyNames[strategy]} (ms)` })),
      { name: 'plan no.' },
      { name: 'best plan' },
      { name: 'point' },
    ],
    rows: [...points, ...changes].sort((a, b) => a.value - b.value).map(({ cells }) => cells),
  };
}

function mapTable(scenario: Scenario, { x, y }: SweepOptions, answer: SweepMap): ChartTable {
  const name = regionNamer(scenario, answer);
  return {
    columns: [
      columnOf(scenario, x.parameter),
      ...(y === null ? [] : [columnOf(scenario, y.parameter)]),
      { name: 'best total (ms)' },
      { name: 'plan no.' },
      { name: 'best plan' },
    ],
    rows: answer.ys.flatMap((yValue, j) =>
      answer.xs.map((xValue, i) => {
        const region = answer.region[j]![i]!;
        const cells = [ms(answer.totalS[j]![i] ?? null), region < 0 ? null : region + 1, name(region)];
        return y === null ? [xValue, ...cells] : [xValue, yValue, ...cells];
      }),
    ),
  };
}
