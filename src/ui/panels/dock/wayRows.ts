/** Every way of splitting as a row of the method picker: what it assumes, and what its plan comes to. */
import type { Scenario } from '../../../core/scenario/types';
import type { Outcome } from '../../../core/solvers/types';
import type { Measures } from '../../../core/studies/measures';
import type { MethodOutcome, MethodsAnswer } from '../../../core/studies/methodsTypes';
import type { Solution } from '../../../protocol/solverApi';
import { describeInfeasible } from '../../errors/describe';
import { namesOf } from '../../errors/names';
import { sameTotal } from '../../explain/gain';
import { wayGroups, wayTexts, type WayGroup, type WayId } from '../../explain/methodTexts';
import { joinWords } from '../../explain/words';
import { formatBytes, formatJoules, formatNumber, formatSeconds } from '../../format';

export interface WayRow {
  readonly id: WayId;
  readonly name: string;
  readonly assumes: string;
  readonly source: string;
  /** Whether its plan can be drawn. */
  readonly state: 'works' | 'impossible' | 'unknown';
  /** Latency, frames/s, UE energy, UE + edge energy, bytes, leakage; "–" where it is not known. */
  readonly cells: readonly string[];
  /** Why it has no plan, what it promised, or that it is not proved; '' for nothing. */
  readonly note: string;
}

export const wayColumns = [
  'Latency',
  'Frames/s',
  'UE energy',
  'UE + edge energy',
  'Bytes sent',
  'Leakage',
] as const;

export interface WayRows {
  readonly group: WayGroup;
  readonly rows: readonly WayRow[];
}

/** @param methods null while they are not answered for this network */
export function wayRows(
  scenario: Scenario,
  solution: Solution,
  methods: MethodsAnswer | null,
): readonly WayRows[] {
  return wayGroups.map((group) => ({
    group,
    rows: group.ways.map((id) => rowOf(scenario, id, findWay(id, solution, methods))),
  }));
}

interface Found {
  readonly outcome: Outcome | null;
  readonly measures: Measures | null;
  readonly promisedS: number | null;
}

function findWay(id: WayId, solution: Solution, methods: MethodsAnswer | null): Found {
  const strategy = solution.strategies.find((entry) => entry.strategy === id);
  if (strategy !== undefined) {
    const measures = methods?.strategies.find((entry) => entry.strategy === id)?.measures ?? null;
    return { outcome: strategy.outcome, measures, promisedS: null };
  }
  const method = methods?.methods.find((entry) => entry.method === id);
  return method ?? { outcome: null, measures: null, promisedS: null };
}

function rowOf(scenario: Scenario, id: WayId, { outcome, measures, promisedS }: Found): WayRow {
  const texts = wayTexts(id);
  if (outcome === null) return { id, ...texts, state: 'unknown', cells: noCells, note: '' };
  if (outcome.kind === 'infeasible') {
    const { title, action } = describeInfeasible(outcome.reason, namesOf(scenario));
    return { id, ...texts, state: 'impossible', cells: noCells, note: `${title} ${action}` };
  }
  const { totalS } = outcome.plan;
  const notes = [
    promiseNote(promisedS, totalS),
    outcome.proven ? '' : 'Estimated: the search was cut short.',
  ];
  return {
    id,
    ...texts,
    state: 'works',
    cells: [formatSeconds(totalS), ...measureCells(measures)],
    note: notes.filter((note) => note !== '').join(' '),
  };
}

const unknown = '–';
const noCells = wayColumns.map(() => unknown);

function measureCells(measures: Measures | null): readonly string[] {
  if (measures === null) return noCells.slice(1);
  const { periodS, ueEnergyJ, edgeEnergyJ, bytes, leakage } = measures;
  return [
    periodS > 0 ? formatNumber(1 / periodS) : unknown,
    ueEnergyJ === null ? unknown : formatJoules(ueEnergyJ),
    edgeEnergyJ === null ? unknown : formatJoules(edgeEnergyJ),
    formatBytes(bytes),
    leakage === null ? unknown : formatNumber(leakage),
  ];
}

/** "Its message promised 132 ms; the split costs 149 ms." '' where both agree. */
export function promiseNote(promisedS: number | null, actualS: number): string {
  return promisedS === null || sameTotal(promisedS, actualS)
    ? ''
    : `Its message promised ${formatSeconds(promisedS)}; the split costs ${formatSeconds(actualS)}.`;
}

/** Why some cells are empty. */
export function unknownNotes(scenario: Scenario, { unavailable }: MethodsAnswer): readonly string[] {
  const names = namesOf(scenario);
  const notes = Object.entries(unavailable).map(([criterion, why]) => {
    switch (why.kind) {
      case 'power-unknown':
        return `${criterion === 'ue-energy' ? 'UE energy' : 'UE + edge energy'} is unknown: no power figures for ${joinWords(why.nodes.map(names.node))}.`;
      case 'no-leakage':
        return 'Leakage is unknown: the scenario has no figures for it.';
      case 'leakage-mismatch':
        return `Leakage is unknown: the scenario has ${why.have} figures, the model ${why.need} boundaries.`;
    }
  });
  return [...new Set(notes)];
}

/** The methods of the groups that are shown beside the strategies, as far as they are answered. */
export function methodsOf(
  methods: MethodsAnswer | null,
  groups: ReadonlySet<WayGroup['id']>,
): readonly MethodOutcome[] {
  const listed = wayGroups.filter(({ id }) => groups.has(id)).flatMap(({ ways }) => ways);
  return methods?.methods.filter(({ method }) => listed.includes(method)) ?? [];
}
