/** What the Pareto chart shows of an answer: points, the methods' marks, words for each, and the table. */
import { workloadChain } from '../../../core/model/workloadChain';
import type { NodeId } from '../../../core/network/types';
import type { Criterion } from '../../../core/scenario/goals';
import type { Scenario } from '../../../core/scenario/types';
import type { Plan } from '../../../core/solvers/types';
import type { FrontAnswer, FrontPoint } from '../../../core/studies/frontTypes';
import type { Measures } from '../../../core/studies/measures';
import type { Cell, ChartTable } from '../../charts/chartTable';
import { namesOf } from '../../errors/names';
import { methodNames } from '../../explain/strategyNames';
import { joinWords } from '../../explain/words';
import type { NodeColour } from '../../nodeColours';
import { criterionTexts, otherCriteria, withUnit, type OtherCriterion } from './criterionTexts';
import { edgeFormulas, ueFormula } from './energyFormula';
import type { ParetoMark, ParetoPoint } from './paretoChartTypes';
import { planWords, samePlan } from './planWords';

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
  readonly pointOf: (id: string) => FrontPoint | undefined;
  /** The point that is this plan; null where none is. */
  readonly idOf: (plan: Plan) => string | null;
}

export interface ParetoAxes {
  readonly y: OtherCriterion;
  /** Shown as the size of the points. */
  readonly third: OtherCriterion | null;
}

/** Of methods, as short as a mark's name must be. */
export const shortNames = {
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

export function paretoView(
  scenario: Scenario,
  answer: FrontAnswer,
  { y, third }: ParetoAxes,
  colours: ReadonlyMap<NodeId, NodeColour>,
): ParetoView {
  const names = namesOf(scenario);
  const { points } = answer;
  const lastOf = (plan: Plan) => plan.computeNodes.at(-1);
  const colourOf = (node: NodeId | undefined): NodeColour =>
    (node === undefined ? undefined : colours.get(node)) ?? 'other';
  const last = new Set(points.map(({ plan }) => lastOf(plan)));
  const inOrder = [...colours.keys(), ...scenario.nodes.map(({ id }) => id)];
  const wordsOf = (plan: Plan) => planWords(plan, names, workloadChain(scenario.workload).blocks.length);
  return {
    points: points.map(({ plan, measures }, index) => ({
      id: String(index),
      x: measures.latencyS,
      y: criterionTexts[y].valueOf(measures) ?? Number.NaN,
      third: third === null ? null : criterionTexts[third].valueOf(measures),
      colour: colourOf(lastOf(plan)),
      nodes: countNodes(plan),
    })),
    marks: marksOf(answer, y),
    legend: [...new Set(inOrder)]
      .filter((node) => last.has(node))
      .map((node) => ({ name: names.node(node), colour: colourOf(node) })),
    shapes: [...new Set(points.map(({ plan }) => Math.min(4, countNodes(plan))))].sort((a, b) => a - b),
    summary: summaryOf(answer, y, third),
    table: tableOf(answer, wordsOf),
    describe: (id) => {
      const point = points[Number(id)];
      return point === undefined ? { title: '', lines: [] } : describePoint(scenario, point, y, wordsOf);
    },
    pointOf: (id) => points[Number(id)],
    idOf: (plan) => {
      const index = points.findIndex((point) => samePlan(point.plan, plan));
      return index < 0 ? null : String(index);
    },
  };
}

function countNodes(plan: Plan): number {
  return new Set(plan.computeNodes).size;
}

/** "41.2 ms, 120 mJ UE energy" */
export function pointTitle({ measures }: FrontPoint, y: OtherCriterion): string {
  const { valueOf, format, phrase } = criterionTexts[y];
  const value = valueOf(measures);
  return `${criterionTexts.latency.format(measures.latencyS)}, ${value === null ? 'unknown' : format(value)} ${phrase}`;
}

function describePoint(
  scenario: Scenario,
  point: FrontPoint,
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
  return {
    title: pointTitle(point, y),
    lines: [
      words.charAt(0).toUpperCase() + words.slice(1),
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
    const same = marks.find((mark) => isSame(mark.x, x) && isSame(mark.y, value));
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

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function summaryOf(
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
  if (first === undefined || last === undefined) return 'No plan works here.';
  const cut = complete ? '' : ' The search was cut short: there may be more.';
  if (points.length === 1) {
    return `One plan is best in ${joinWords(traded)}: ${pointTitle(first, y)}.${cut}`;
  }
  return `${points.length} plans, none beaten by another in ${joinWords(traded)}: from ${pointTitle(first, y)}, to ${pointTitle(last, y)}.${cut}`;
}

const columns = ['latency', ...otherCriteria] as const satisfies readonly Criterion[];

/** Values in the unit that a column names. */
function cellsOf(measures: Measures): readonly Cell[] {
  return columns.map((criterion) => {
    const value = criterionTexts[criterion].valueOf(measures);
    return value === null ? null : value * criterionTexts[criterion].perUnit;
  });
}

function tableOf({ points, methods }: FrontAnswer, wordsOf: (plan: Plan) => string): ChartTable {
  return {
    columns: [
      { name: 'plan' },
      { name: 'what runs where' },
      ...columns.map((name) => ({ name: withUnit(name) })),
    ],
    rows: [
      ...points.map(({ plan, measures }, index) => [
        `point ${index + 1}`,
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
