/** What the comparison shows: a bar per strategy that works, the reason for each that does not, the gain in words. */
import type { NodeId } from '../../../core/network/types';
import type { Scenario } from '../../../core/scenario/types';
import type { Outcome, Plan, StrategyId, StrategyOutcome } from '../../../core/solvers/types';
import type { MethodId, MethodOutcome } from '../../../core/studies/methodsTypes';
import type { Solution } from '../../../protocol/solverApi';
import type { ChartTable } from '../../charts/chartTable';
import type { CompareBar } from '../../charts/compareChartLayout';
import { describeInfeasible, type Description } from '../../errors/describe';
import { namesOf, type Names } from '../../errors/names';
import { bestIsProven, bestWord } from '../../explain/bestWord';
import { gainDefinition, gainOver, gainPhrase, sameTotal } from '../../explain/gain';
import {
  methodNames,
  outcomeName,
  strategyNames,
  strategyPhrase,
  uncutPhrase,
} from '../../explain/strategyNames';
import { joinWords, listNodes } from '../../explain/words';
import { formatPercent, formatSeconds } from '../../format';
import type { NodeColour } from '../../nodeColours';
import { planSources } from './planSources';
import { promiseNote } from './wayRows';

export type ShownId = StrategyId | MethodId | 'own';

export interface CompareView {
  readonly bars: readonly CompareBar[];
  readonly infeasible: readonly {
    readonly id: ShownId;
    readonly name: string;
    readonly reason: Description;
  }[];
  /** Nodes that compute in some plan, with their colours. */
  readonly legend: readonly { readonly name: string; readonly colour: NodeColour }[];
  readonly summary: string;
  readonly table: ChartTable;
  readonly describe: (id: string) => readonly string[];
}

interface Entry {
  readonly id: ShownId;
  readonly name: string;
  /** "no cut is better (= All in the cloud)" */
  readonly remark: string | null;
  readonly outcome: Outcome;
}

/** @param methods what is shown beside the strategies and the visitor's own split */
export function compareView(
  scenario: Scenario,
  solution: Solution,
  colours: ReadonlyMap<NodeId, NodeColour>,
  measuredHere: readonly string[],
  methods: readonly MethodOutcome[] = [],
): CompareView {
  const names = namesOf(scenario);
  const entries = [...entriesOf(solution, names), ...methods.map(methodEntry)];
  const working = entries.flatMap(({ id, name, remark, outcome }) =>
    outcome.kind === 'plan' ? [{ id, name, remark, plan: outcome.plan, proven: outcome.proven }] : [],
  );
  const best = solution.best;
  const word = bestWord(bestIsProven(solution));
  const bestSplit = bestWord(bestIsProven(solution), 'split');
  const used = [...new Set(working.flatMap(({ plan }) => plan.computeNodes))];
  const inOrder = [...colours.keys()].filter((node) => used.includes(node));
  return {
    bars: working.map(({ id, name, plan, proven }) => ({
      id,
      name,
      totalS: plan.totalS,
      parts: plan.legs.map((leg) =>
        leg.kind === 'compute'
          ? {
              kind: 'compute',
              name: names.node(leg.node),
              colour: colours.get(leg.node) ?? 'other',
              seconds: leg.seconds,
            }
          : { kind: 'transfer', name: names.link(leg.link), colour: 'other', seconds: leg.seconds },
      ),
      mark: id === 'best' ? (proven ? 'best' : 'estimated') : '',
      ...gainTexts(id, plan, best, word),
    })),
    infeasible: entries.flatMap(({ id, name, outcome }) =>
      outcome.kind === 'infeasible' ? [{ id, name, reason: describeInfeasible(outcome.reason, names) }] : [],
    ),
    legend: inOrder.map((node) => ({ name: names.node(node), colour: colours.get(node) ?? 'other' })),
    summary: summaryOf(working, best, bestSplit),
    table: tableOf(entries, best, bestSplit),
    describe: (id) => {
      const entry = working.find((other) => other.id === id);
      return entry === undefined ? [] : describePlan(scenario, entry, best, bestSplit, measuredHere);
    },
  };
}

/** The best split first: it stays on top of what it ties with. */
function entriesOf(solution: Solution, names: Names): Entry[] {
  const isBest = ({ strategy }: StrategyOutcome) => strategy === 'best';
  const inOrder = [
    ...solution.strategies.filter(isBest),
    ...solution.strategies.filter((entry) => !isBest(entry)),
  ];
  const entries = inOrder.map(({ strategy, outcome }): Entry => ({
    id: strategy,
    name: outcomeName(strategy, outcome, names),
    remark: outcome.kind === 'plan' ? uncutPhrase(strategy, outcome.plan, solution, names) : null,
    outcome,
  }));
  return solution.own === null
    ? entries
    : [...entries, { id: 'own', name: 'Your split', remark: null, outcome: solution.own }];
}

function methodEntry({ method, outcome, promisedS }: MethodOutcome): Entry {
  const promise = outcome.kind === 'plan' ? promiseNote(promisedS, outcome.plan.totalS) : '';
  return {
    id: method,
    name: methodNames[method],
    remark: promise === '' ? null : promise.replace(/\.$/u, ''),
    outcome,
  };
}

interface Working {
  readonly id: ShownId;
  readonly name: string;
  readonly remark: string | null;
  readonly plan: Plan;
  readonly proven: boolean;
}

const isStrategy = (id: ShownId): id is StrategyId => id in strategyNames;
const phraseOf = (id: ShownId): string => (isStrategy(id) ? strategyPhrase(id) : 'your split');

function gainTexts(
  id: ShownId,
  plan: Plan,
  best: Plan | null,
  word: string,
): { readonly gain: string; readonly shortGain: string } {
  if (id === 'best' || best === null) return { gain: '', shortGain: '' };
  if (sameTotal(plan.totalS, best.totalS)) return { gain: `as fast as the ${word}`, shortGain: 'a tie' };
  const gain = gainOver(best.totalS, plan.totalS);
  if (gain === null || gain.ratio <= 0) return { gain: '', shortGain: '' };
  const short = `${word} ${formatPercent(gain.ratio)} faster`;
  return { gain: `${short}, ${formatSeconds(gain.savedS)} saved`, shortGain: short };
}

/** The best split against what comes next and against each single cut, in one sentence: a gain needs its baseline. */
function summaryOf(working: readonly Working[], best: Plan | null, bestSplit: string): string {
  if (best === null) return 'No strategy that works on this network was found.';
  const baselines = working.filter(({ id }) => id !== 'best' && isStrategy(id));
  const rivals = baselines
    .filter(({ plan }) => !sameTotal(plan.totalS, best.totalS))
    .sort((a, b) => a.plan.totalS - b.plan.totalS);
  const ties = baselines.filter((entry) => !rivals.includes(entry)).map(({ id }) => phraseOf(id));
  const takes = `The ${bestSplit} takes ${formatSeconds(best.totalS)}`;
  const tie = ties.length === 0 ? '' : `, the same as ${joinWords(ties)}`;
  const [next] = rivals;
  if (next === undefined) return `${takes}${tie}.`;
  const nexts = rivals.filter(({ plan }) => sameTotal(plan.totalS, next.plan.totalS));
  const others = rivals.filter(
    (entry) => !nexts.includes(entry) && (entry.id === 'one-cut-cloud' || entry.id === 'one-cut-edge'),
  );
  const gains = [
    gainPhrase(best.totalS, next.plan.totalS, `the next, ${joinWords(nexts.map(({ id }) => phraseOf(id)))}`),
    ...others.map(({ id, plan }) => gainPhrase(best.totalS, plan.totalS, phraseOf(id))),
  ];
  return `${takes}${tie}; it is ${gains.join('; ')}. ${gainDefinition}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function describePlan(
  scenario: Scenario,
  { id, plan, remark }: Working,
  best: Plan | null,
  bestSplit: string,
  measuredHere: readonly string[],
): string[] {
  const lines = [
    ...(remark === null ? [] : [capital(remark)]),
    `Computing ${formatSeconds(plan.computeS)} on ${listNodes(scenario, plan.computeNodes)}, sending ${formatSeconds(plan.transferS)}`,
  ];
  if (best !== null && id !== 'best') {
    lines.push(`The ${bestSplit} is ${gainPhrase(best.totalS, plan.totalS, 'this')}`);
  }
  return [...lines, ...planSources(scenario, plan, measuredHere)];
}

function tableOf(entries: readonly Entry[], best: Plan | null, bestSplit: string): ChartTable {
  return {
    columns: [
      { name: 'strategy' },
      { name: 'total (ms)' },
      { name: 'computing (ms)' },
      { name: 'sending (ms)' },
      { name: 'cuts' },
      { name: `saved by the ${bestSplit} (ms)` },
      { name: `gain of the ${bestSplit} (%)` },
    ],
    rows: entries.map(({ id, name: short, remark, outcome }) => {
      const name = remark === null || !isStrategy(id) ? short : `${strategyNames[id]}: ${remark}`;
      if (outcome.kind === 'infeasible') return [name, null, null, null, null, null, null];
      const { totalS, computeS, transferS, cuts } = outcome.plan;
      const gain = best === null ? null : gainOver(best.totalS, totalS);
      return [
        name,
        totalS * 1e3,
        computeS * 1e3,
        transferS * 1e3,
        cuts,
        gain === null ? null : gain.savedS * 1e3,
        gain === null ? null : gain.ratio * 100,
      ];
    }),
  };
}
