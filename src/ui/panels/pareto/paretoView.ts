/** What the Pareto chart shows of an answer: points, the methods' marks, words for each, and the table. */
import { workloadChain } from '../../../core/model/workloadChain';
import type { NodeId } from '../../../core/network/types';
import type { Criterion } from '../../../core/scenario/goals';
import type { Scenario } from '../../../core/scenario/types';
import type { Plan, StrategyId } from '../../../core/solvers/types';
import type { FrontAnswer, FrontPoint } from '../../../core/studies/frontTypes';
import type { Measures } from '../../../core/studies/measures';
import type { Cell, ChartTable } from '../../charts/chartTable';
import { namesOf } from '../../errors/names';
import { methodNames } from '../../explain/strategyNames';
import { joinWords } from '../../explain/words';
import type { NodeColour } from '../../nodeColours';
import { criterionTexts, otherCriteria, withUnit, type OtherCriterion } from './criterionTexts';
import { edgeFormulas, ueFormula } from './energyFormula';
import { brokenWords, excess } from './limitWords';
import type { ParetoMark, ParetoPoint } from './paretoChartTypes';
import { planWords, samePlan } from './planWords';
import { isClose, lastNode, type StrategyPoint } from './strategyPoints';

export interface ParetoView {
  readonly points: readonly ParetoPoint[];
  readonly marks: readonly ParetoMark[];
  /** The nodes that run a last block, from UE to cloud. */
  readonly legend: readonly { readonly name: string; readonly colour: NodeColour }[];
  /** How many nodes compute in some point: 1 .. 4, where 4 means four or more. */
  readonly shapes: readonly number[];
  readonly summary: string;
  readonly table: ChartTable;
  readonly describe: (id: string) => { readonly title: string; readonly lines: readonly string[] };
  readonly pointOf: (id: string) => Candidate | undefined;
  /** The point that is this plan; null where none is. */
  readonly idOf: (plan: Plan) => string | null;
}

/** A plan among the points: one of the front, or a usual strategy. */
export interface Candidate extends Pick<FrontPoint, 'plan' | 'measures'> {
  readonly id: string;
  readonly strategy: StrategyId | null;
  /** Of a strategy. */
  readonly name: string | null;
}

export interface ParetoAxes {
  readonly y: OtherCriterion;
  /** Shown as the size of the points. */
  readonly third: OtherCriterion | null;
}

/** Of methods, as short as a mark's name must be. */
const shortNames = {
  best: 'Fastest',
  weighted: 'Eq. 11',
  'hivemind-weights': 'Eq. 12',
  'within-limits': 'Within limits',
} as const;
export type ShownMethod = keyof typeof shortNames;
export const shownMethods = Object.keys(shortNames) as readonly ShownMethod[];

/** In full, for tables and the name of the drawn plan. */
export function methodName(method: ShownMethod): string {
  return method === 'best' ? 'Fastest plan' : methodNames[method];
}

interface Source {
  readonly scenario: Scenario;
  readonly answer: FrontAnswer;
  /** Usual strategies that are not on the front, for comparison. */
  readonly strategies: readonly StrategyPoint[];
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
}

export function paretoView(
  { scenario, answer, strategies, colours }: Source,
  { y, third }: ParetoAxes,
): ParetoView {
  const names = namesOf(scenario);
  const candidates: readonly Candidate[] = [
    ...answer.points.map((point, index) => ({ ...point, id: String(index), strategy: null, name: null })),
    ...strategies.map((point) => ({ ...point, id: point.strategy })),
  ];
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const colourOf = (node: NodeId | undefined): NodeColour =>
    (node === undefined ? undefined : colours.get(node)) ?? 'other';
  const last = new Set(candidates.map(lastNode));
  const inOrder = [...colours.keys(), ...scenario.nodes.map(({ id }) => id)];
  const wordsOf = (plan: Plan) => planWords(plan, names, workloadChain(scenario.workload).blocks.length);
  return {
    points: candidates.map((candidate) => ({
      id: candidate.id,
      x: candidate.measures.latencyS,
      y: criterionTexts[y].valueOf(candidate.measures) ?? Number.NaN,
      third: third === null ? null : criterionTexts[third].valueOf(candidate.measures),
      colour: colourOf(lastNode(candidate)),
      nodes: countNodes(candidate.plan),
      isBeaten: candidate.strategy !== null,
      isOver: overWords(scenario, candidate) !== null,
    })),
    marks: marksOf(answer, y),
    legend: [...new Set(inOrder)]
      .filter((node) => last.has(node))
      .map((node) => ({ name: names.node(node), colour: colourOf(node) })),
    shapes: [...new Set(candidates.map(({ plan }) => Math.min(4, countNodes(plan))))].sort((a, b) => a - b),
    summary: summaryOf(scenario, answer, y, third),
    table: tableOf(candidates, answer, wordsOf),
    describe: (id) => {
      const candidate = byId.get(id);
      return candidate === undefined
        ? { title: '', lines: [] }
        : describePoint(scenario, candidate, y, wordsOf);
    },
    pointOf: (id) => byId.get(id),
    idOf: (plan) => candidates.find((candidate) => samePlan(candidate.plan, plan))?.id ?? null,
  };
}

function countNodes(plan: Plan): number {
  return new Set(plan.computeNodes).size;
}

/** "41.2 ms, 120 mJ UE energy" */
export function pointTitle({ measures }: Pick<FrontPoint, 'measures'>, y: OtherCriterion): string {
  const { valueOf, format, phrase } = criterionTexts[y];
  const value = valueOf(measures);
  return `${criterionTexts.latency.format(measures.latencyS)}, ${value === null ? 'unknown' : format(value)} ${phrase}`;
}

function describePoint(
  scenario: Scenario,
  point: Candidate,
  y: OtherCriterion,
  wordsOf: (plan: Plan) => string,
): { readonly title: string; readonly lines: readonly string[] } {
  const { plan, measures } = point;
  const others = otherCriteria.flatMap((criterion) => {
    const { valueOf, format, name } = criterionTexts[criterion];
    const value = valueOf(measures);
    return criterion === y || value === null ? [] : [`${name} ${format(value)}`];
  });
  const words = wordsOf(plan);
  const over = overWords(scenario, point);
  return {
    title: point.name === null ? pointTitle(point, y) : `${point.name}: ${pointTitle(point, y)}`,
    lines: [
      ...(point.strategy === null
        ? []
        : ['A plan of the front is at least as good in all that is traded here']),
      words.charAt(0).toUpperCase() + words.slice(1),
      ...(over === null ? [] : [`Breaks ${over}`]),
      ...ueFormula(scenario, plan, measures),
      ...(y === 'edge-energy' ? edgeFormulas(scenario, plan, measures) : []),
      ...(others.length === 0 ? [] : [others.join('; ')]),
    ],
  };
}

/** Methods that answer the same share a ring. */
function marksOf({ methods }: FrontAnswer, y: OtherCriterion): readonly ParetoMark[] {
  const marks: (ParetoMark & { readonly names: string[] })[] = [];
  for (const method of shownMethods) {
    const entry = methods.find((other) => other.method === method);
    const measures = entry?.measures ?? null;
    const value = measures === null ? null : criterionTexts[y].valueOf(measures);
    if (entry === undefined || measures === null || value === null) continue;
    const x = measures.latencyS;
    const same = marks.find((mark) => isClose(mark.x, x) && isClose(mark.y, value));
    if (same !== undefined) same.names.push(shortNames[method]);
    else {
      const names = [shortNames[method]];
      marks.push({ id: method, x, y: value, label: '', isBroken: entry.broken.length > 0, names });
    }
  }
  return marks.map(({ names, ...mark }) => ({
    ...mark,
    label: `${names.join(', ')}${mark.isBroken ? ': over the limit' : ''}`,
  }));
}

/** The limits that a plan breaks, in words: also those that no axis shows. */
function overWords(
  { goals: { limits } }: Scenario,
  { measures }: Pick<FrontPoint, 'measures'>,
): string | null {
  const broken = columns.filter((criterion) => excess(measures, limits, criterion) !== null);
  return broken.length === 0 ? null : brokenWords(measures, limits, broken);
}

function summaryOf(
  scenario: Scenario,
  { points, complete }: FrontAnswer,
  y: OtherCriterion,
  third: OtherCriterion | null,
): string {
  const traded = [
    'latency',
    criterionTexts[y].phrase,
    ...(third === null ? [] : [criterionTexts[third].phrase]),
  ];
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) {
    return complete ? 'No plan works here.' : 'The search was cut short before it found a plan.';
  }
  const cut = complete ? '' : ' The search was cut short: there may be more.';
  const over = points.filter((point) => overWords(scenario, point) !== null).length;
  if (points.length === 1) {
    return `One plan is best in ${joinWords(traded)}: ${pointTitle(first, y)}.${over > 0 ? ' It breaks a limit.' : ''}${cut}`;
  }
  return `${points.length} plans, none beaten by another in ${joinWords(traded)}: from ${pointTitle(first, y)}, to ${pointTitle(last, y)}.${overClause(over, points.length)}${cut}`;
}

function overClause(over: number, count: number): string {
  if (over === 0) return '';
  return over === count
    ? ' All of them break a limit.'
    : over === 1
      ? ' One of them breaks a limit.'
      : ` ${over} of them break a limit.`;
}

const columns = ['latency', ...otherCriteria] as const satisfies readonly Criterion[];

/** Values in the unit that a column names. */
function cellsOf(measures: Measures): readonly Cell[] {
  return columns.map((criterion) => {
    const value = criterionTexts[criterion].valueOf(measures);
    return value === null ? null : value * criterionTexts[criterion].perUnit;
  });
}

function tableOf(
  candidates: readonly Candidate[],
  { methods }: FrontAnswer,
  wordsOf: (plan: Plan) => string,
): ChartTable {
  return {
    columns: [
      { name: 'plan' },
      { name: 'what runs where' },
      ...columns.map((name) => ({ name: withUnit(name) })),
    ],
    rows: [
      ...candidates.map(({ plan, measures, name }, index) => [
        name ?? `point ${index + 1}`,
        wordsOf(plan),
        ...cellsOf(measures),
      ]),
      ...shownMethods.flatMap((method): (readonly Cell[])[] => {
        const measures = methods.find((entry) => entry.method === method)?.measures ?? null;
        return measures === null ? [] : [[methodName(method), null, ...cellsOf(measures)]];
      }),
    ],
  };
}
