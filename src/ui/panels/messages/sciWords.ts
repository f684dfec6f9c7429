/** What happens in a step, and the formula of it with this scenario's values. */
import type { RowView } from '../../../core/studies/rowTypes';
import { blocksPhrase, boundaryPhrase } from '../../explain/words';
import { formatBytes, formatCount, formatSeconds, formatWhole } from '../../format';
import {
  messageOf,
  ueOptions,
  zetaParts,
  type ForwardStep,
  type MessageStep,
  type SciStep,
} from './sciSteps';

export interface RowWords {
  readonly row: RowView;
  /** Names of the nodes of the row. */
  readonly names: readonly string[];
  /** Bytes across boundary 0..L. */
  readonly boundaryBytes: readonly number[];
}

interface StepWords {
  readonly title: string;
  readonly text: string;
}

export function stepWords(step: SciStep, words: RowWords): StepWords {
  switch (step.kind) {
    case 'start':
      return {
        title: 'Nobody knows the whole',
        text: `Every node knows its own time for each of the ${formatCount(words.row.blockLabels.length, 'block')} and the hop that leads to it, nothing else. The last node begins, because it needs to hear from nobody.`,
      };
    case 'message':
      return messageWords(step, words);
    case 'forward':
      return forwardWords(step, words);
    case 'end':
      return endWords(step, words);
  }
}

function messageWords({ node, message, incoming }: MessageStep, { names }: RowWords): StepWords {
  const sender = names[node]!;
  const receiver = names[node - 1]!;
  const knows =
    incoming === null
      ? `${sender} is the last node: what it is handed, it completes.`
      : `From its own block times and the one message of ${names[node + 1]!}, ${sender} knows for every tensor how far it had better run.`;
  return {
    title: `${sender} tells ${receiver} what handing over would cost`,
    text: `${knows} It sends ${message.zetaS.length} numbers, one a tensor: the time until the result is there if ${receiver} hands it that tensor, the hop between them included. That is all ${receiver} will ever hear: ${formatWhole(message.bytes)} B.`,
  };
}

function forwardWords(
  { node, from, to, shipS }: ForwardStep,
  { names, boundaryBytes, row }: RowWords,
): StepWords {
  const name = names[node]!;
  const blocks = row.blockLabels.length;
  const runs = to === from ? 'runs nothing' : `runs ${blocksPhrase(from, to)}`;
  const handsOn =
    shipS === null
      ? to === from
        ? 'more: the result is here'
        : 'and the model is complete'
      : `and hands ${to === 0 ? 'the input' : `tensor ${to}`} (${formatBytes(boundaryBytes[to]!)}) to ${names[node + 1]!}`;
  const how =
    node === 0
      ? `${name} adds its own times to the message of ${names[1]!} and takes the least.`
      : `${name} is handed ${from === 0 ? 'the input' : `the tensor ${boundaryPhrase(from, blocks)}`} and looks up its entry ${from}.`;
  return { title: `${name} ${runs}`, text: `${how} It ${runs} ${handsOn}.` };
}

function endWords({ deliverS, totalS }: Extract<SciStep, { kind: 'end' }>, { row }: RowWords): StepWords {
  const central = `The optimum found in one place, with every number known, takes ${formatSeconds(row.totalS)}`;
  const verdict = agree(totalS, row.totalS) ? `${central}: the same.` : `${central}.`;
  const delivery = deliverS > 0 ? `, ${formatSeconds(deliverS)} of it to deliver the result` : '';
  return {
    title: 'The split stands',
    text: `${formatSeconds(totalS)} from start to end${delivery}. ${verdict} It took ${formatCount(row.messages.length, 'message')} for ${formatCount(row.nodes.length, 'node')}: P − 1.`,
  };
}

/** Inclusive, as every limit: sums in another order differ in their last digits. */
export function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** What a node goes by, and nothing else: its own times, its hop, and one message. */
export function knowledgeOf(node: number, { row, names }: RowWords, heard: boolean): readonly string[] {
  const times = row.computeS[node]!;
  const possible = times.filter((seconds) => seconds !== null);
  const sumS = possible.reduce((sum, seconds) => sum + seconds, 0);
  const missing = times.length - possible.length;
  const own = `its own ${formatCount(times.length, 'block time')}, ${formatSeconds(sumS)} in all${missing === 0 ? '' : `, ${missing} of them impossible`}`;
  const hop = row.shipS[node - 1]?.filter((seconds) => seconds !== null) ?? [];
  const message = heard ? messageOf(row, node + 1) : null;
  return [
    own,
    ...(hop.length === 0 ? [] : [`the hop from ${names[node - 1]!}: ${rangeText(hop)} a tensor`]),
    ...(message === null
      ? []
      : [
          `one message, of ${names[node + 1]!}: ${message.zetaS.length} values, ${rangeText(message.zetaS.filter((seconds) => seconds !== null))}`,
        ]),
  ];
}

function rangeText(seconds: readonly number[]): string {
  return `${formatSeconds(Math.min(...seconds))} to ${formatSeconds(Math.max(...seconds))}`;
}

export interface Formula {
  /** In symbols: what is computed. */
  readonly general: string;
  /** With this scenario's values; null where the entry is impossible. */
  readonly values: string | null;
}

/** The formula of a step, for one tensor where the step has an entry a tensor. null: nothing is computed. */
export function stepFormula(step: SciStep, tensor: number, words: RowWords): Formula | null {
  if (step.kind === 'message') return zetaFormula(step, tensor, words);
  if (step.kind !== 'forward') return null;
  return step.node === 0 ? ueFormula(step, tensor, words) : spentFormula(step, words);
}

function zetaFormula({ node, message, incoming }: MessageStep, tensor: number, words: RowWords): Formula {
  const { row, names } = words;
  const general =
    incoming === null
      ? 'ζ(k) = hop(k) + blocks k+1..L here + delivery'
      : 'ζ(k) = hop(k) + min over j ≥ k of [ blocks k+1..j here + ζ of the next node (j) ]';
  const next = message.nextBoundary[tensor] ?? tensor;
  const parts = zetaParts(row, node, tensor, next, incoming);
  if (parts === null) return { general, values: null };
  const terms = [
    `${formatSeconds(parts.hopS)} hop`,
    next === tensor ? '0 ms here' : `${formatSeconds(parts.computeS)} ${blocksPhrase(tensor, next)} here`,
    parts.endsHere
      ? parts.afterS === 0
        ? '0 ms (the result stays)'
        : `${formatSeconds(parts.afterS)} to deliver`
      : `${formatSeconds(parts.afterS)} from ${names[node + 1]!} on (its ζ(${next}))`,
  ];
  return { general, values: `ζ(${tensor}) = ${terms.join(' + ')} = ${formatSeconds(parts.totalS)}` };
}

function ueFormula({ to }: ForwardStep, tensor: number, { row, names }: RowWords): Formula {
  const general = 'total(j) = blocks 1..j here + ζ of the next node (j); the UE takes the least';
  const incoming = messageOf(row, 1);
  const parts = zetaParts(row, 0, 0, tensor, incoming);
  if (parts === null) return { general, values: null };
  const here =
    tensor === 0 ? '0 ms here' : `${formatSeconds(parts.computeS)} ${blocksPhrase(0, tensor)} here`;
  const after = parts.endsHere
    ? parts.afterS === 0
      ? '0 ms (the result stays)'
      : `${formatSeconds(parts.afterS)} to deliver`
    : `${formatSeconds(parts.afterS)} from ${names[1]!} on (its ζ(${tensor}))`;
  const least = ueOptions(row)[to];
  const verdict =
    tensor === to || typeof least !== 'number'
      ? ', the least'
      : `; the least is ${formatSeconds(least)} at j = ${to}`;
  return {
    general,
    values: `total(${tensor}) = ${here} + ${after} = ${formatSeconds(parts.totalS)}${verdict}`,
  };
}

function spentFormula({ node, from, to, computeS, shipS, soFarS }: ForwardStep, { row }: RowWords): Formula {
  const before = soFarS - computeS - (shipS ?? 0);
  const terms = [
    `${formatSeconds(before)} before`,
    to === from ? '0 ms here' : `${formatSeconds(computeS)} ${blocksPhrase(from, to)} here`,
    ...(shipS === null ? [] : [`${formatSeconds(shipS)} hop`]),
  ];
  return {
    general: `n(${from}) = ${row.decisions[node]?.[from] ?? to}: run up to block ${to}`,
    values: `so far ${terms.join(' + ')} = ${formatSeconds(soFarS)}`,
  };
}
