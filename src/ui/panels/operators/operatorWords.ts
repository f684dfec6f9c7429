/** The sentences, tooltips and table of the operator graph. */
import type { OperatorsView, ShippedTensor } from '../../../core/studies/operatorsTypes';
import { joinWords } from '../../explain/words';
import {
  formatBytes,
  formatCount,
  formatMacs,
  formatMbps,
  formatPercent,
  formatSeconds,
  formatWhole,
} from '../../format';
import { nodeLetter } from './operatorLooks';
import type { GraphItem, GraphNet } from './operatorItems';

export interface Words {
  readonly title: string;
  readonly lines: readonly string[];
}
/** On screen, of a node of the row. */
export type NodeName = (label: number) => string;

/** "Best labelling 41.2 ms over three nodes, three tensors cross; the best split in blocks takes 43.0 ms." */
export function leadSentence(view: OperatorsView, nodeName: NodeName): string {
  const used = [...new Set(view.operators.map(({ label }) => label))];
  const crossing = new Set(view.shipped.map(({ producer, tensor }) => `${producer} ${tensor}`)).size;
  const found = view.proven ? 'Best labelling' : 'Best labelling found (estimated)';
  const where =
    used.length === 1 ? `, all on ${nodeName(used[0]!)}` : ` over ${formatCount(used.length, 'node')}`;
  const onlyInput = crossing === 1 && view.shipped[0]?.producer === -1;
  const cross = onlyInput
    ? 'only the input crosses'
    : `${formatCount(crossing, 'tensor')} ${crossing === 1 ? 'crosses' : 'cross'}`;
  const bound = view.proven ? '' : ` No labelling takes less than ${formatSeconds(view.boundS)}.`;
  return `${found} ${formatSeconds(view.totalS)}${where}, ${cross}; ${chainClause(view)}.${bound}`;
}

function chainClause({ totalS, chainS, proven }: OperatorsView): string {
  if (chainS === null) return 'no split in blocks works';
  const more = chainS - totalS;
  if (Math.abs(more) <= 1e-9 * Math.max(chainS, totalS)) return 'the best split in blocks takes the same';
  const than = `the best split in blocks takes ${formatSeconds(chainS)}`;
  return more > 0 || !proven
    ? `${than}, ${formatSeconds(Math.abs(more))} ${more > 0 ? 'more' : 'less'}`
    : than;
}

/** What the numbers leave out. */
export function notModelled(view: OperatorsView, nodeName: NodeName): readonly string[] {
  const overfull = view.overfull.map((node) => nodeName(view.nodes.indexOf(node)));
  const memory = !view.ignores.includes('memory')
    ? []
    : overfull.length === 0
      ? ['Memory limits are not obeyed here; the weights placed on each node do fit it.']
      : [`Memory limits are not obeyed here: the weights placed on ${joinWords(overfull)} do not fit.`];
  const withheld = view.withheld.map((node) => nodeName(view.nodes.indexOf(node)));
  const trust =
    withheld.length === 0
      ? []
      : [
          `Nothing runs on ${joinWords(withheld)}: leakage is known for boundaries of the chain, not for single tensors.`,
        ];
  return [
    'Operators run one after another: branches do not overlap, in time or with what is sent.',
    ...rowNote(view, nodeName),
    timesNote(view),
    ...memory,
    ...trust,
  ];
}

/** The headline's split may go another way, and then takes another time. */
function rowNote({ nodes }: OperatorsView, nodeName: NodeName): readonly string[] {
  if (nodes.length < 3) return [];
  const row = joinWords(nodes.map((_, label) => nodeName(label)));
  return [
    `Tensors go along the row ${row}, through each in turn, here and in the split in blocks that it is held against; the best split of the drawn network may pass a node by.`,
  ];
}

function timesNote({ times }: OperatorsView): string {
  switch (times) {
    case 'shares-of-blocks':
      return 'Times within a block are modelled shares of its time, by MACs and by elements read and written; their sum is the time of the block.';
    case 'blocks':
      return 'Each block of this chain is one operator, with the time the chain gives it.';
    case 'effective-rate':
      return "A generated graph: its times are modelled, from each node's rate on this scenario's model.";
  }
}

/** Where the total goes. */
export function summarySentence(view: OperatorsView): string {
  const shipped = view.shipped.reduce((sum, { seconds }) => sum + seconds, 0);
  const parts = [
    `tensors ${formatSeconds(shipped)}`,
    ...(view.fixedS > 0 ? [`propagation and overhead ${formatSeconds(view.fixedS)}`] : []),
    ...(view.deliveryS > 0 ? [`delivering the result ${formatSeconds(view.deliveryS)}`] : []),
  ];
  const sending =
    view.transferS > 0 ? `, sending ${formatSeconds(view.transferS)} (${parts.join(', ')})` : '';
  return `${formatWhole(view.operators.length)} operators in ${formatCount(view.blocks.length, 'block')}. Computing ${formatSeconds(view.computeS)}${sending}.`;
}

export function describeItem(view: OperatorsView, item: GraphItem, nodeName: NodeName): Words {
  switch (item.kind) {
    case 'input':
      return inputWords(view, nodeName(0));
    case 'result':
      if (view.results.length > 1) return resultsWords(view, nodeName(view.resultLabel));
      return {
        title: 'Result of the model',
        lines: [
          `It is made on ${nodeName(item.labels[0]!)}.`,
          ...(view.deliveryS > 0 ? [`Delivering it takes ${formatSeconds(view.deliveryS)}.`] : []),
        ],
      };
    case 'block':
      return describeBlock(view, item, nodeName);
    case 'operator':
      return describeOperator(view, item.operators[0]!, nodeName);
  }
}

/** Names of tensors of the input or of the result; a file may have hundreds. */
function tensorNames(tensors: readonly { readonly tensor: string; readonly bytes: number }[]): string {
  const shown = tensors.slice(0, 4).map(({ tensor, bytes }) => `${tensor} (${formatBytes(bytes)})`);
  const rest = tensors.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : joinWords(shown);
}

function inputWords(view: OperatorsView, where: string): Words {
  const tensors = outputsOf(view, -1);
  return tensors.length < 2
    ? { title: 'Input of the model', lines: [`It starts on ${where}.`] }
    : { title: 'Inputs of the model', lines: [`They start on ${where}: ${tensorNames(tensors)}.`] };
}

function resultsWords(view: OperatorsView, where: string): Words {
  return {
    title: 'Results of the model',
    lines: [
      `They are brought together on ${where}: ${tensorNames(view.results)}.`,
      ...(view.deliveryS > 0 ? [`Delivering them takes ${formatSeconds(view.deliveryS)}.`] : []),
    ],
  };
}

function describeBlock(view: OperatorsView, item: GraphItem, nodeName: NodeName): Words {
  const nodes = joinWords(item.labels.map((label) => placeName(label, nodeName)));
  const inside =
    item.sentInside === 0
      ? []
      : [`${formatCount(item.sentInside, 'tensor')} sent between its operators: open it to see.`];
  const sum = (on: number) =>
    sumOf(item.operators.map((operator) => view.operators[operator]!.computeS[on] ?? null));
  const macs = item.operators.reduce((total, operator) => total + view.operators[operator]!.macs, 0);
  return {
    title: `Block ${item.block + 1} of ${view.blocks.length}: ${view.blocks[item.block]!.label}`,
    lines: [
      `${item.operators.length} operators, run by ${nodes}`,
      ...inside,
      timesLine(
        view.nodes.map((_, on) => sum(on)),
        nodeName,
      ),
      formatMacs(macs),
    ],
  };
}

function describeOperator(view: OperatorsView, index: number, nodeName: NodeName): Words {
  const { name, kind, block, macs, computeS, label } = view.operators[index]!;
  const outputs = outputsOf(view, index).map(({ tensor, bytes }) => `${tensor} (${formatBytes(bytes)})`);
  return {
    title: name === kind || kind === '' ? name : `${name} (${kind})`,
    lines: [
      `Runs on ${placeName(label, nodeName)}: ${formulaOf(view, index)}`,
      timesLine(computeS, nodeName),
      `${formatMacs(macs)}${outputs.length > 0 ? `; writes ${joinWords(outputs)}` : ''}`,
      `Operator ${index + 1} of ${view.operators.length}, in block ${block + 1} of ${view.blocks.length}, ${view.blocks[block]?.label ?? ''}`,
    ],
  };
}

/** Its time on the node that runs it, with this scenario's values. */
function formulaOf(view: OperatorsView, index: number): string {
  const { computeS, label, block, macs } = view.operators[index]!;
  const seconds = computeS[label] ?? NaN;
  switch (view.times) {
    case 'blocks':
      return `${formatSeconds(seconds)}, as the chain gives it`;
    case 'effective-rate':
      return macs > 0 && seconds > 0
        ? `${formatSeconds(seconds)}, ${formatMacs(macs / seconds)} per second (modelled)`
        : `${formatSeconds(seconds)} (modelled)`;
    case 'shares-of-blocks': {
      const whole = sumOf(
        view.operators.filter((other) => other.block === block).map((other) => other.computeS[label] ?? null),
      );
      if (whole === null || !(whole > 0)) return formatSeconds(seconds);
      return `${formatSeconds(seconds)} = ${formatPercent(seconds / whole)} of the block's ${formatSeconds(whole)} (modelled share)`;
    }
  }
}

export function describeNet(net: GraphNet, nodeName: NodeName): Words {
  const what = net.producer < 0 ? 'the input of the model' : net.tensor;
  return {
    title: `${what}, ${formatBytes(net.bytes)}`,
    lines: net.sent.map((hop) => `${hopName(hop, nodeName)}: ${hopFormula(hop)}`),
  };
}

function hopFormula({ bytes, seconds, upstream }: ShippedTensor): string {
  if (upstream) return `${formatSeconds(seconds)}, with the fixed costs of the way there and back`;
  if (!(seconds > 0)) return formatSeconds(seconds);
  return `8 × ${formatWhole(bytes)} B / ${formatMbps((8 * bytes) / seconds / 1e6)} = ${formatSeconds(seconds)}`;
}

/** "Phone → MEC host" */
export function hopName({ hop, upstream }: ShippedTensor, nodeName: NodeName): string {
  return upstream ? `${nodeName(hop + 1)} → ${nodeName(hop)}` : `${nodeName(hop)} → ${nodeName(hop + 1)}`;
}

function timesLine(seconds: readonly (number | null)[], nodeName: NodeName): string {
  return seconds
    .map((time, label) => `${nodeName(label)} ${time === null ? 'cannot run it' : formatSeconds(time)}`)
    .join(' · ');
}

function placeName(label: number, nodeName: NodeName): string {
  return `${nodeName(label)} (${nodeLetter(label)})`;
}

function sumOf(times: readonly (number | null)[]): number | null {
  return times.reduce((sum, time) => (sum === null || time === null ? null : sum + time), 0);
}

function outputsOf(view: OperatorsView, operator: number): readonly { tensor: string; bytes: number }[] {
  const outputs = new Map<string, { tensor: string; bytes: number }>();
  for (const { from, tensor, bytes } of view.edges)
    if (from === operator) outputs.set(tensor, { tensor, bytes });
  return [...outputs.values()];
}
