/** How each box of the operator graph is filled and what is written on it and beside its tensors. */
import type { OperatorsView, OperatorView } from '../../../core/studies/operatorsTypes';
import { formatBytes, formatCount, formatSeconds } from '../../format';
import { heatScale, type HeatScale } from './heatScale';
import type { GraphItem, GraphNet } from './operatorItems';

/** 'node': by the node that runs it; 'time': by its time there; a number: by its time on that node of the row. */
export type Shading = 'node' | 'time' | number;

export interface ItemLook {
  /** Names of colours, side by side where several nodes run parts of a block: 'node-<row index>', 'heat-<step>' ... */
  readonly fills: readonly string[];
  /** Letters of the nodes that run it. */
  readonly letters: string;
  /** Row index of the node whose colour goes behind the letters; null: no such strip is needed. */
  readonly strip: number | null;
  readonly title: string;
  readonly detail: string;
}

export interface GraphLooks {
  readonly items: readonly ItemLook[];
  /** Three lines a net that is sent: tensor, bytes and time, from and to. */
  readonly tags: readonly (readonly string[])[];
  /** The scale of the shades; null when boxes are not shaded by time. */
  readonly scale: HeatScale | null;
}

export function graphLooks(
  view: OperatorsView,
  items: readonly GraphItem[],
  nets: readonly GraphNet[],
  shading: Shading,
  nodeName: (label: number) => string,
): GraphLooks {
  const times = items.map((item) => itemSeconds(view, item, shading === 'node' ? 'time' : shading));
  const shaded = times.filter((_, index) => items[index]!.operators.length > 0);
  const scale = shading === 'node' ? null : heatScale(shaded);
  return {
    items: items.map((item, index) => itemLook(view, item, times[index]!, scale)),
    tags: nets.map((net) => tagLines(view, net, nodeName)),
    scale,
  };
}

/** The letter that stands for a node of the row wherever its colour does: A is the UE. */
export function nodeLetter(label: number): string {
  return String.fromCharCode(65 + (label % 26));
}

/** Seconds of all its operators; null when one of them cannot run there. */
function itemSeconds(view: OperatorsView, item: GraphItem, on: 'time' | number): number | null {
  let sum = 0;
  for (const index of item.operators) {
    const operator = view.operators[index]!;
    const time = operatorSeconds(operator, on);
    if (time === null) return null;
    sum += time;
  }
  return sum;
}

/** The operator that the map shades as the longest, and its time [s]; null where nothing is shaded or takes time. */
export function longestOperator(
  { operators }: OperatorsView,
  shading: Shading,
): { readonly operator: number; readonly seconds: number } | null {
  if (shading === 'node') return null;
  let longest: { operator: number; seconds: number } | null = null;
  operators.forEach((view, operator) => {
    const seconds = operatorSeconds(view, shading) ?? 0;
    if (Number.isFinite(seconds) && seconds > (longest?.seconds ?? 0)) longest = { operator, seconds };
  });
  return longest;
}

function operatorSeconds(operator: OperatorView, on: 'time' | number): number | null {
  return operator.computeS[on === 'time' ? operator.label : on] ?? null;
}

function itemLook(
  view: OperatorsView,
  item: GraphItem,
  seconds: number | null,
  scale: HeatScale | null,
): ItemLook {
  const letters = item.labels.map(nodeLetter).join('');
  const { title, detail } = itemWords(view, item, seconds);
  if (item.operators.length === 0) return { fills: ['end'], letters, strip: item.labels[0]!, title, detail };
  if (scale === null)
    return { fills: item.labels.map((label) => `node-${label}`), letters, strip: null, title, detail };
  const step = scale.step(seconds);
  return {
    fills: [step === null ? 'cannot' : `heat-${step}`],
    letters,
    strip: item.labels[0]!,
    title,
    detail,
  };
}

function itemWords(view: OperatorsView, item: GraphItem, seconds: number | null) {
  const time = seconds === null ? 'cannot run' : formatSeconds(seconds);
  switch (item.kind) {
    case 'input':
      return { title: 'Input', detail: '' };
    case 'result':
      return { title: 'Result', detail: '' };
    case 'block':
      return {
        title: view.blocks[item.block]!.label,
        detail: `${time}, ${item.operators.length} operators`,
      };
    case 'operator': {
      const operator = view.operators[item.operators[0]!]!;
      return { title: operator.kind, detail: time };
    }
  }
}

function tagLines(
  view: OperatorsView,
  net: GraphNet,
  nodeName: (label: number) => string,
): readonly string[] {
  const first = net.sent[0];
  if (first === undefined) return [];
  const seconds = net.sent.reduce((sum, hop) => sum + hop.seconds, 0);
  return [net.tensor, `${formatBytes(net.bytes)}, ${formatSeconds(seconds)}`, wayOf(view, net, nodeName)];
}

/** "Phone → Cloud, two hops": outwards and back are told apart where a tensor goes both ways. */
function wayOf(view: OperatorsView, net: GraphNet, nodeName: (label: number) => string): string {
  const start = net.producer < 0 ? 0 : view.operators[net.producer]!.label;
  const ends = [true, false].flatMap((upstream) => {
    const hops = net.sent.filter((hop) => hop.upstream === upstream).map(({ hop }) => hop);
    if (hops.length === 0) return [];
    return [upstream ? Math.min(...hops) : Math.max(...hops) + 1];
  });
  const hops = net.sent.length > 1 ? `, ${formatCount(net.sent.length, 'hop')}` : '';
  return `${nodeName(start)} → ${ends.map(nodeName).join(' and ')}${hops}`;
}
