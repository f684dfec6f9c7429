/** What the recurrent view shows: a sentence, bars, live bytes (`liveBytesView`) and tables, from one answer. */
import type {
  RecurrentAnswer,
  RecurrentCut,
  RecurrentOptions,
  RecurrentPlan,
} from '../../../core/studies/recurrentTypes';
import { taggerLayers } from '../../../core/studies/recurrentTagger';
import type { ChartTable } from '../../charts/chartTable';
import type { Names } from '../../errors/names';
import { joinWords } from '../../explain/words';
import { formatCount, formatNumber, formatSeconds, formatWhole } from '../../format';
import { liveBytesView, type LiveBytesView } from './liveBytesView';
import type { PartsBar } from './partsBarsLayout';
import { isMore } from './placesPhrase';

export type Recurrent = Extract<RecurrentAnswer, { kind: 'recurrent' }>;

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly plan: RecurrentPlan;
  /** Part of the transfers that brings hidden states back. */
  readonly hiddenBackS: number;
  readonly unit: 'sentence' | 'module' | 'layer';
}

export interface RecurrentView extends LiveBytesView {
  readonly lead: string;
  readonly summary: string;
  readonly bars: readonly PartsBar[];
  readonly describe: (id: string) => readonly string[];
  readonly reference: { readonly seconds: number; readonly name: string } | null;
  readonly table: ChartTable;
  /** How a node's time for a step came about. */
  readonly workTable: ChartTable;
}

export function recurrentView(answer: Recurrent, options: RecurrentOptions, names: Names): RecurrentView {
  const entries = entriesOf(answer, names);
  const bound = answer.bound;
  return {
    lead: leadOf(answer, options, names),
    summary: `${formatWhole(options.modules)} words through the tagger, ${formatWhole(3 * options.modules)} blocks in all. Every single node is in the table.`,
    bars: drawnOf(entries).map(({ id, name, plan, hiddenBackS }) => ({
      id,
      name,
      totalS: plan.totalS,
      parts: [
        { look: 'compute', seconds: plan.computeS },
        { look: 'transfer', seconds: plan.transferS - hiddenBackS },
        { look: 'hidden', seconds: hiddenBackS },
      ],
      mark: '',
    })),
    describe: (id) => {
      const entry = entries.find((other) => other.id === id);
      return entry === undefined ? [] : describePlan(entry, options.modules, names);
    },
    reference:
      bound === null
        ? null
        : { seconds: bound.totalS, name: `no placement is faster than ${formatSeconds(bound.totalS)}` },
    table: tableOf(entries, bound, names),
    ...liveBytesView(answer.boundaryBytes, options.modules),
    workTable: workTable(answer, names),
  };
}

function entriesOf(answer: Recurrent, names: Names): Entry[] {
  const singles = answer.singles.flatMap(({ node, plan }): Entry[] =>
    plan === null
      ? []
      : [
          {
            id: `single-${node}`,
            name: `All on ${names.node(node)}`,
            plan,
            hiddenBackS: 0,
            unit: 'sentence',
          },
        ],
  );
  return [
    {
      id: 'unrolled',
      name: 'Unrolled (the paper’s way)',
      plan: answer.unrolled,
      hiddenBackS: 0,
      unit: 'sentence',
    },
    {
      id: 'perModule',
      name: 'Each module split alike',
      plan: answer.perModule,
      hiddenBackS: answer.perModule.hiddenBackS,
      unit: 'module',
    },
    { id: 'layerwise', name: 'Layer by layer', plan: answer.layerwise, hiddenBackS: 0, unit: 'layer' },
    ...singles,
  ];
}

/** Of the single nodes only the UE and the fastest: a long row's far end would leave the others no length. */
function drawnOf(entries: readonly Entry[]): readonly Entry[] {
  const singles = entries.filter(({ id }) => id.startsWith('single-'));
  const least = Math.min(...singles.map(({ plan }) => plan.totalS));
  const fastest = singles.find(({ plan }) => plan.totalS === least);
  return entries.filter((entry) => !singles.includes(entry) || entry === singles[0] || entry === fastest);
}

function leadOf(answer: Recurrent, { modules }: RecurrentOptions, names: Names): string {
  const { unrolled, perModule, layerwise, bound } = answer;
  const first = `Unrolled, the tagger takes ${formatSeconds(unrolled.totalS)} for ${formatWhole(modules)} words, ${whereOf(unrolled, 'sentence', names)}.`;
  return [
    first,
    perModuleSentence(unrolled, perModule, modules, names),
    layerSentence(layerwise, unrolled, bound, names),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function perModuleSentence(
  unrolled: RecurrentPlan,
  perModule: Recurrent['perModule'],
  modules: number,
  names: Names,
): string {
  const where = whereOf(perModule, 'module', names);
  if (isMore(perModule.totalS, unrolled.totalS)) {
    const back =
      perModule.hiddenBackS > 0
        ? `; bringing the hidden state back ${formatCount(modules - 1, 'time')} is ${formatSeconds(perModule.hiddenBackS)} of it`
        : '';
    return `Splitting every module alike takes ${formatSeconds(perModule.totalS)} (${where}), ${formatNumber(perModule.totalS / unrolled.totalS)} times as long${back}.`;
  }
  return isMore(unrolled.totalS, perModule.totalS)
    ? `Here splitting every module alike is faster, ${formatSeconds(perModule.totalS)} (${where}): what a step reads shrinks before it is sent, in every module.`
    : `Splitting every module alike takes as long (${where}).`;
}

function layerSentence(
  layerwise: RecurrentPlan,
  unrolled: RecurrentPlan,
  bound: Recurrent['bound'],
  names: Names,
): string {
  const faster = isMore(unrolled.totalS, layerwise.totalS)
    ? `Keeping each layer in one place for all words takes ${formatSeconds(layerwise.totalS)} (${whereOf(layerwise, 'layer', names)}), less than unrolled in the order of time`
    : `Keeping each layer in one place for all words takes ${formatSeconds(layerwise.totalS)}`;
  if (bound === null) return `${faster}.`;
  const least = Math.min(layerwise.totalS, unrolled.totalS);
  return isMore(least, bound.totalS)
    ? `${faster}; no placement at all is faster than ${formatSeconds(bound.totalS)} (${bound.proven ? 'a minimum cut' : 'a bound, the search was stopped'}).`
    : `${faster}; a minimum cut proves that no placement of the operators is faster.`;
}

/** "all on Cloud", "Phone up to module 12, then Cloud", "embedding on Phone, GRU cell and linear on Cloud". */
function whereOf({ nodes, cuts }: RecurrentPlan, unit: Entry['unit'], names: Names): string {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined) return `all on ${names.node(only)}`;
  const ends: RecurrentCut[] = [...cuts, { module: Infinity, layer: 0 }];
  if (unit === 'sentence') {
    return joinWords(
      nodes.map(
        (node, k) =>
          (k === 0 ? '' : 'then ') +
          names.node(node) +
          (k < cuts.length ? ` until ${cutPhrase(ends[k]!)}` : ''),
      ),
    );
  }
  return joinWords(
    nodes.map((node, k) => {
      const from = k === 0 ? 0 : cuts[k - 1]!.layer;
      const to = k < cuts.length ? cuts[k]!.layer : taggerLayers.length;
      return `${joinWords(taggerLayers.slice(from, to))} on ${names.node(node)}`;
    }),
  );
}

/** After how much of the sentence: "module 12", "the GRU cell of module 13". */
function cutPhrase({ module, layer }: RecurrentCut): string {
  return layer === 0
    ? `module ${formatWhole(module)}`
    : `the ${taggerLayers[layer - 1] ?? ''} of module ${formatWhole(module + 1)}`;
}

function describePlan({ plan, hiddenBackS, unit }: Entry, modules: number, names: Names): string[] {
  const lines = [
    whereOf(plan, unit, names),
    `computing ${formatSeconds(plan.computeS)} + sending ${formatSeconds(plan.transferS)} = ${formatSeconds(plan.totalS)}`,
  ];
  if (hiddenBackS > 0) {
    lines.push(
      `of it ${formatSeconds(hiddenBackS)} for the hidden state, back ${formatCount(modules - 1, 'time')}`,
    );
  }
  return lines;
}

function tableOf(entries: readonly Entry[], bound: Recurrent['bound'], names: Names): ChartTable {
  const rows = entries.map(({ name, plan, hiddenBackS, unit }) => [
    name,
    whereOf(plan, unit, names),
    1e3 * plan.computeS,
    1e3 * (plan.transferS - hiddenBackS),
    1e3 * hiddenBackS,
    1e3 * plan.totalS,
  ]);
  return {
    columns: [
      'placement',
      'where',
      'computing (ms)',
      'sending on (ms)',
      'hidden states back (ms)',
      'total (ms)',
    ].map((name) => ({ name })),
    rows:
      bound === null
        ? rows
        : [...rows, ['No placement is faster than', '', null, null, null, 1e3 * bound.totalS]],
  };
}

function workTable({ row }: Recurrent, names: Names): ChartTable {
  return {
    columns: ['node', 'rate (GMAC/s)', 'memory (GB/s)', ...taggerLayers.map((layer) => `${layer} (µs)`)].map(
      (name) => ({ name }),
    ),
    rows: row.map(({ node, macsPerS, bytesPerS, layerS }) => [
      names.node(node),
      macsPerS / 1e9,
      bytesPerS === null ? null : bytesPerS / 1e9,
      ...layerS.map((seconds) => 1e6 * seconds),
    ]),
  };
}
