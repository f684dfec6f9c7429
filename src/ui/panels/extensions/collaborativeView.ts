/** What the view of many agents shows: a sentence, a row an agent, and a table, from one answer. */
import type {
  AgentPlan,
  CollaborativeAnswer,
  CollaborativeOptions,
} from '../../../core/studies/collaborativeTypes';
import type { ChartTable } from '../../charts/chartTable';
import type { Names } from '../../errors/names';
import { formatBytes, formatCount, formatNumber, formatPercent, formatSeconds } from '../../format';
import type { AgentRow, DecisionId } from './agentsChartLayout';
import { isMore, placesPhrase } from './placesPhrase';

export type Collaborative = Extract<CollaborativeAnswer, { kind: 'collaborative' }>;

export const decisionNames: Readonly<Record<DecisionId, string>> = {
  aware: 'counts the parameters when it decides',
  printed: 'eq. 13 in its printed range',
  unaware: 'ignores them, and pays',
};

export interface CollaborativeView {
  readonly lead: string;
  readonly summary: string;
  readonly rows: readonly AgentRow[];
  readonly describe: (index: number) => readonly string[];
  readonly table: ChartTable;
}

export function collaborativeView(
  answer: Collaborative,
  options: CollaborativeOptions,
  names: Names,
): CollaborativeView {
  const onRow = answer.nodes.map((node) => names.node(node));
  const { aware, unaware, printed } = answer;
  return {
    lead: leadOf(answer, options, names),
    summary: `Each agent’s ${countPasses(options.passes)} and one exchange of parameters, the slowest first link on top.`,
    rows: aware.map((plan, k) => ({
      name: `link ×${formatNumber(plan.factor, 2)}`,
      totalS: {
        aware: plan.totalS,
        printed: printed?.[k]?.totalS ?? null,
        unaware: unaware[k]!.totalS,
      },
    })),
    describe: (index) => [
      `first link at ${formatPercent(aware[index]?.factor ?? NaN)} of the scenario’s capacity`,
      ...planLines('counts them', aware[index], options.passes, onRow),
      ...planLines('printed range', printed?.[index], options.passes, onRow),
      ...planLines('ignores them', unaware[index], options.passes, onRow),
    ],
    table: tableOf(answer, onRow),
  };
}

const countPasses = (passes: number): string => formatCount(passes, 'pass', 'passes');

const mean = (plans: readonly AgentPlan[]): number =>
  plans.reduce((sum, { totalS }) => sum + totalS, 0) / plans.length;

function leadOf(answer: Collaborative, options: CollaborativeOptions, names: Names): string {
  const { aware, unaware, printed, parameterBytes } = answer;
  const [awareS, unawareS] = [mean(aware), mean(unaware)];
  const better = aware.filter((plan, k) => isMore(unaware[k]!.totalS, plan.totalS)).length;
  const controller = names.node(answer.controller);
  const agents = formatCount(aware.length, 'agent');
  const sends = `${capital(agents)}, ${countPasses(options.passes)} and one exchange with ${controller} (${formatBytes(parameterBytes)} of parameters)`;
  const first =
    better === 0
      ? `${sends}: ${formatSeconds(awareS)} on average, whether or not an agent counts the parameters when it decides.`
      : `${sends}: ${formatSeconds(awareS)} on average for agents that count the parameters when they decide, ${formatSeconds(unawareS)} for those that do not. Counting them saves ${formatPercent(1 - awareS / unawareS)}, and ${better === aware.length ? 'every agent gains' : `${formatCount(better, 'agent')} of ${aware.length} ${better === 1 ? 'gains' : 'gain'}`}.`;
  const fooled = printed?.filter((plan, k) => isMore(plan.totalS, aware[k]!.totalS)).length ?? 0;
  const second =
    printed === null || fooled === 0
      ? ''
      : ` Read with its printed range, eq. 13 takes ${formatSeconds(mean(printed))}: ${fooled === aware.length ? 'every agent hands' : `${formatCount(fooled, 'agent')} of ${aware.length} ${fooled === 1 ? 'hands' : 'hand'}`} the last block to a node that seems to send for nothing.`;
  return first + second;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function planLines(
  decision: string,
  plan: AgentPlan | undefined,
  passes: number,
  onRow: readonly string[],
): string[] {
  if (plan === undefined) return [];
  const times = passes === 1 ? '' : `${formatNumber(passes, 6)} × `;
  return [
    `${decision}: ${times}${formatSeconds(plan.passS)} + parameters ${formatSeconds(plan.parametersS)} = ${formatSeconds(plan.totalS)}; ${placesPhrase(plan.boundaries, onRow)}`,
  ];
}

function tableOf({ aware, unaware, printed }: Collaborative, onRow: readonly string[]): ChartTable {
  const part = (name: string): string[] => [
    `${name}: split`,
    `${name}: one pass (ms)`,
    `${name}: parameters (ms)`,
    `${name}: total (ms)`,
  ];
  const cells = (plan: AgentPlan): (string | number)[] => [
    placesPhrase(plan.boundaries, onRow),
    1e3 * plan.passS,
    1e3 * plan.parametersS,
    1e3 * plan.totalS,
  ];
  return {
    columns: [
      'agent',
      'capacity factor',
      ...part('counts them'),
      ...part('ignores them'),
      ...(printed === null ? [] : part('printed range')),
    ].map((name) => ({ name })),
    rows: aware.map((plan, k) => [
      k + 1,
      plan.factor,
      ...cells(plan),
      ...cells(unaware[k]!),
      ...(printed === null ? [] : cells(printed[k]!)),
    ]),
  };
}
