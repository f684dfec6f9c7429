/** The protocol as a story in steps: messages from the last node towards the UE, then the pass forwards (MATHS 1). */
import type { RowView, SciMessage } from '../../../core/studies/rowTypes';

export interface MessageStep {
  readonly kind: 'message';
  /** Index on the row of the node that sends; it goes to the one before. */
  readonly node: number;
  readonly message: SciMessage;
  /** What the node has heard itself; null on the last node of the row. */
  readonly incoming: SciMessage | null;
}
export interface ForwardStep {
  readonly kind: 'forward';
  readonly node: number;
  /** Blocks done when the tensor arrives, and when the node is done. */
  readonly from: number;
  readonly to: number;
  readonly computeS: number;
  /** Of the hop to the next node; null where the pass ends. */
  readonly shipS: number | null;
  /** Since the UE began, this node and its hop included. */
  readonly soFarS: number;
}
export type SciStep =
  | { readonly kind: 'start' }
  | MessageStep
  | ForwardStep
  | { readonly kind: 'end'; readonly deliverS: number; readonly totalS: number };

/** Start, one step a message, one step a node of the pass forwards, end: at most 2 P + 1 steps. */
export function sciSteps(row: RowView): readonly SciStep[] {
  const messages = row.messages.map((message): MessageStep => ({
    kind: 'message',
    node: message.from,
    message,
    incoming: messageOf(row, message.from + 1),
  }));
  const forward = forwardSteps(row);
  const spentS = forward.at(-1)?.soFarS ?? 0;
  return [
    { kind: 'start' },
    ...messages,
    ...forward,
    {
      kind: 'end',
      deliverS: row.finishS[row.sci.last] ?? 0,
      totalS: spentS + (row.finishS[row.sci.last] ?? 0),
    },
  ];
}

/** What a node tells the one before it; null for the first, which tells nobody, and beyond the last. */
export function messageOf(row: RowView, node: number): SciMessage | null {
  return row.messages.find((message) => message.from === node) ?? null;
}

/** Each node looks its own entry up and acts on it, until the path ends. */
function forwardSteps({ sci, computeS, shipS }: RowView): readonly ForwardStep[] {
  const steps: ForwardStep[] = [];
  let from = 0;
  let soFarS = 0;
  for (const [node, to] of sci.boundaries.slice(0, sci.last + 1).entries()) {
    const runS = sumOf(computeS[node]!, from, to);
    const hopS = node === sci.last ? null : (shipS[node]?.[to] ?? null);
    soFarS += runS + (hopS ?? 0);
    steps.push({ kind: 'forward', node, from, to, computeS: runS, shipS: hopS, soFarS });
    from = to;
  }
  return steps;
}

/** Time of blocks from+1 .. to on a node [s]; Infinity where it cannot run one of them. */
export function sumOf(times: readonly (number | null)[], from: number, to: number): number {
  return times.slice(from, to).reduce<number>((sum, time) => sum + (time ?? Infinity), 0);
}

/** What one entry of a message consists of: the hop to the sender, its own blocks, and what comes after them [s]. */
export interface ZetaParts {
  readonly tensor: number;
  readonly next: number;
  readonly hopS: number;
  readonly computeS: number;
  /** The incoming message's entry at `next`, or what ending here costs. */
  readonly afterS: number;
  readonly endsHere: boolean;
  readonly totalS: number;
}

/** The parts of zeta(tensor); null where that is impossible. The UE has no hop before it: its own decision is tensor 0. */
export function zetaParts(
  row: RowView,
  node: number,
  tensor: number,
  next: number,
  incoming: SciMessage | null,
): ZetaParts | null {
  const hopS = node === 0 ? 0 : row.shipS[node - 1]?.[tensor];
  const computeS = sumOf(row.computeS[node]!, tensor, next);
  const onwardS = incoming?.zetaS[next] ?? Infinity;
  const finishS = next === row.blockLabels.length ? (row.finishS[node] ?? Infinity) : Infinity;
  const afterS = Math.min(onwardS, finishS);
  const totalS = (hopS ?? Infinity) + computeS + afterS;
  if (typeof hopS !== 'number' || !Number.isFinite(totalS)) return null;
  return { tensor, next, hopS, computeS, afterS, endsHere: finishS <= onwardS, totalS };
}

/** The UE's choice: what each boundary would cost from start to end [s], by its own times and the one message it got. */
export function ueOptions(row: RowView): readonly (number | null)[] {
  const incoming = messageOf(row, 1);
  return Array.from(
    { length: row.blockLabels.length + 1 },
    (_, next) => zetaParts(row, 0, 0, next, incoming)?.totalS ?? null,
  );
}

/** Entries of a table that say the same: run up to `next`; null = run nothing, hand each tensor on at once. */
export interface TableRange {
  readonly first: number;
  readonly last: number;
  readonly next: number | null;
}

/** A decision table in as few rows as say it. Entries that are impossible belong to no row. */
export function tableRanges({ zetaS, nextBoundary }: SciMessage): readonly TableRange[] {
  const ranges: TableRange[] = [];
  const last = nextBoundary.length - 1;
  for (const [tensor, boundary] of nextBoundary.entries()) {
    if (boundary === null || zetaS[tensor] === null) continue;
    // At the end of the model there is nothing left to run: that entry is "keep the result", not "hand it on".
    const next = boundary === tensor && tensor !== last ? null : boundary;
    const open = ranges.at(-1);
    if (open !== undefined && open.next === next && open.last === tensor - 1) {
      ranges[ranges.length - 1] = { ...open, last: tensor };
    } else ranges.push({ first: tensor, last: tensor, next });
  }
  return ranges;
}
