/** The boxes and lines of the operator graph: operators of open blocks, folded blocks, the input and the result. */
import type { OperatorsView, ShippedTensor } from '../../../core/studies/operatorsTypes';

export interface GraphItem {
  readonly kind: 'input' | 'operator' | 'block' | 'result';
  /** Stays the same while blocks open and fold. */
  readonly key: string;
  /** Block that it is, or that it belongs to; -1 for the input and the result. */
  readonly block: number;
  /** Operators in it: one for an operator, none for the input and the result. */
  readonly operators: readonly number[];
  /** Nodes of the row that run them, each once, in the order of the row. */
  readonly labels: readonly number[];
  /** Tensors that are sent between two of its own operators: cuts that a folded block hides. */
  readonly sentInside: number;
}

/** One tensor and the boxes that read it. */
export interface GraphNet {
  readonly tensor: string;
  /** Operator index; -1 = the model's input. */
  readonly producer: number;
  readonly bytes: number;
  readonly from: number;
  readonly targets: readonly NetTarget[];
  /** Every hop it is sent over; empty when it stays where it was made. */
  readonly sent: readonly ShippedTensor[];
}
interface NetTarget {
  readonly item: number;
  /** It runs on another node than the producer. */
  readonly sent: boolean;
}

export interface OperatorItems {
  readonly items: readonly GraphItem[];
  readonly nets: readonly GraphNet[];
}

/** Which operators each block has, in the order of the view. */
export function blockMembers(view: OperatorsView): readonly (readonly number[])[] {
  const members: number[][] = view.blocks.map(() => []);
  view.operators.forEach(({ block }, operator) => members[block]?.push(operator));
  return members;
}

/** `open`: blocks drawn operator by operator. A block of one operator has nothing to fold. O(operators + edges). */
export function operatorItems(view: OperatorsView, open: ReadonlySet<number>): OperatorItems {
  const members = blockMembers(view);
  const items: GraphItem[] = [];
  const itemOf = new Int32Array(view.operators.length).fill(-1);
  const place = (item: GraphItem) => {
    for (const operator of item.operators) itemOf[operator] = items.length;
    items.push(item);
  };
  if (view.edges.some(({ from }) => from < 0)) place(emptyItem('input', 0));
  const inputs = items.length;
  view.operators.forEach(({ block, label }, operator) => {
    const all = members[block];
    if (all === undefined || all.length < 2 || open.has(block)) {
      place({
        kind: 'operator',
        key: `o${operator}`,
        block,
        operators: [operator],
        labels: [label],
        sentInside: 0,
      });
    } else if (all[0] === operator) place(foldedItem(view, block, all));
  });
  const results = view.results.length > 1 ? [] : resultItems(view);
  results.forEach(({ item }) => place(item));
  const together = results.length > 0 ? -1 : items.length;
  if (together >= 0) place(emptyItem('result', view.resultLabel));
  const nets = netsOf(view, itemOf, inputs > 0, together);
  results.forEach(({ net }, index) => {
    const from = net.producer < 0 ? 0 : itemOf[net.producer]!;
    const item = items.length - results.length + index;
    nets.push({ ...net, from, targets: [{ item, sent: net.sent.length > 0 }] });
  });
  return { items, nets };
}

function emptyItem(kind: 'input' | 'result', label: number, operator = -1): GraphItem {
  return {
    kind,
    key: kind === 'input' ? 'in' : `out${operator}`,
    block: -1,
    operators: [],
    labels: [label],
    sentInside: 0,
  };
}

function foldedItem(view: OperatorsView, block: number, operators: readonly number[]): GraphItem {
  const labels = [...new Set(operators.map((operator) => view.operators[operator]!.label))];
  return {
    kind: 'block',
    key: `b${block}`,
    block,
    operators,
    labels: labels.sort((a, b) => a - b),
    sentInside: labels.length < 2 ? 0 : tensorsInside(view, block),
  };
}

function tensorsInside(view: OperatorsView, block: number): number {
  const sent = new Set<string>();
  for (const { from, to, tensor } of view.edges) {
    const producer = view.operators[from];
    const consumer = view.operators[to];
    if (producer?.block === block && consumer?.block === block && producer.label !== consumer.label)
      sent.add(netKey(from, tensor));
  }
  return sent.size;
}

/** What nothing reads is a result; one that is sent on ends where its last hop leads. */
function resultItems(view: OperatorsView): { item: GraphItem; net: Omit<GraphNet, 'from' | 'targets'> }[] {
  const read = new Set(view.edges.map(({ from }) => from));
  return view.operators.flatMap(({ label, name }, operator) => {
    if (read.has(operator)) return [];
    const sent = view.shipped.filter(({ producer }) => producer === operator);
    const end = sent.reduce(
      (last, { hop, upstream }) => (upstream ? Math.min(last, hop) : Math.max(last, hop + 1)),
      label,
    );
    const net = { tensor: sent[0]?.tensor ?? name, producer: operator, bytes: sent[0]?.bytes ?? 0, sent };
    return [{ item: emptyItem('result', end, operator), net }];
  });
}

/** `together`: the item that several results lead to; -1 where there is none. */
function netsOf(view: OperatorsView, itemOf: Int32Array, hasInput: boolean, together: number): GraphNet[] {
  const shipped = new Map<string, ShippedTensor[]>();
  for (const hop of view.shipped) {
    const key = netKey(hop.producer, hop.tensor);
    shipped.set(key, [...(shipped.get(key) ?? []), hop]);
  }
  const nets = new Map<string, Omit<GraphNet, 'targets'> & { readonly targets: Map<number, boolean> }>();
  const read = (
    { from, tensor, bytes }: { readonly from: number; readonly tensor: string; readonly bytes: number },
    item: number,
    label: number,
  ): void => {
    const source = from < 0 ? 0 : itemOf[from]!;
    if ((from < 0 && !hasInput) || source < 0 || item < 0 || source === item) return;
    const key = netKey(from, tensor);
    let net = nets.get(key);
    if (net === undefined) {
      net = { tensor, producer: from, bytes, from: source, targets: new Map(), sent: shipped.get(key) ?? [] };
      nets.set(key, net);
    }
    const sent = (from < 0 ? 0 : view.operators[from]!.label) !== label;
    net.targets.set(item, sent || (net.targets.get(item) ?? false));
  };
  for (const edge of view.edges) read(edge, itemOf[edge.to]!, view.operators[edge.to]!.label);
  for (const result of view.results) read(result, together, view.resultLabel);
  return [...nets.values()].map((net) => {
    const targets = [...net.targets].map(([item, sent]) => ({ item, sent }));
    // A tensor whose only sent readers are inside the same folded block is not sent here.
    return { ...net, targets, sent: targets.some(({ sent }) => sent) ? net.sent : [] };
  });
}

function netKey(producer: number, tensor: string): string {
  return `${producer} ${tensor}`;
}
