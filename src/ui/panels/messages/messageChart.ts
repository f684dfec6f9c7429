/** A step with numbers as a chart: which values, in which words, with which table. */
import type { SciMessage } from '../../../core/studies/rowTypes';
import type { ChartTable } from '../../charts/chartTable';
import { boundaryPhrase } from '../../explain/words';
import { formatBytes, formatSeconds } from '../../format';
import { messageOf, tableRanges, ueOptions, type SciStep, type TableRange } from './sciSteps';
import type { RowWords } from './sciWords';

export interface StepChart {
  readonly title: string;
  readonly summary: string;
  readonly seconds: readonly (number | null)[];
  readonly ranges: readonly TableRange[];
  /** The entry that the split will use. */
  readonly used: number;
  readonly describe: (tensor: number) => string;
  readonly table: ChartTable;
}

/** null: the step has no values of its own (the start, a node that only looks up, the end). */
export function stepChart(step: SciStep, words: RowWords): StepChart | null {
  if (step.kind === 'message') return messageChart(step.node, step.message, words);
  return step.kind === 'forward' && step.node === 0 ? ueChart(step.to, words) : null;
}

function messageChart(node: number, message: SciMessage, words: RowWords): StepChart {
  const { row, names } = words;
  const { zetaS, nextBoundary } = message;
  const used = row.sci.boundaries[node - 1] ?? 0;
  const finite = zetaS.filter((seconds) => seconds !== null);
  return {
    title: `The message of ${names[node]!}`,
    summary: `${zetaS.length} values from ${formatSeconds(Math.min(...finite))} to ${formatSeconds(Math.max(...finite))}, ${message.bytes} B as 32-bit floats.`,
    seconds: zetaS,
    ranges: tableRanges(message),
    used,
    describe: (tensor) => {
      const value = zetaS[tensor];
      return `${tensorPhrase(tensor, words)}: ${value === null || value === undefined ? 'impossible' : formatSeconds(value)}`;
    },
    table: tableOf(words, 'ζ (ms)', zetaS, ['runs up to block', nextBoundary]),
  };
}

function ueChart(to: number, words: RowWords): StepChart {
  const options = ueOptions(words.row);
  const least = options[to];
  return {
    title: `The choice of ${words.names[0]!}`,
    summary: `Of ${options.length} places to stop, ${to === 0 ? 'the input' : boundaryPhrase(to, words.row.blockLabels.length)} costs least${typeof least === 'number' ? `: ${formatSeconds(least)} from start to end` : ''}.`,
    seconds: options,
    ranges: [],
    used: to,
    describe: (tensor) => {
      const value = options[tensor];
      return `Stopping ${boundaryPhrase(tensor, words.row.blockLabels.length)}: ${value === null || value === undefined ? 'impossible' : formatSeconds(value)}`;
    },
    table: tableOf(words, 'total (ms)', options, null),
  };
}

function tableOf(
  { boundaryBytes, row }: RowWords,
  name: string,
  seconds: readonly (number | null)[],
  decisions: readonly [string, readonly (number | null)[]] | null,
): ChartTable {
  return {
    columns: [
      { name: 'tensor' },
      { name: 'where' },
      { name: 'bytes' },
      { name },
      ...(decisions === null ? [] : [{ name: decisions[0] }]),
    ],
    rows: seconds.map((value, tensor) => [
      tensor,
      boundaryPhrase(tensor, row.blockLabels.length),
      boundaryBytes[tensor] ?? null,
      value === null ? null : value * 1e3,
      ...(decisions === null ? [] : [decisions[1][tensor] ?? null]),
    ]),
  };
}

/** "Tensor 12 (301 kB)", "The input (150 kB)". */
function tensorPhrase(tensor: number, { boundaryBytes }: RowWords): string {
  const bytes = formatBytes(boundaryBytes[tensor] ?? 0);
  return tensor === 0 ? `The input (${bytes})` : `Tensor ${tensor} (${bytes})`;
}

/** The table a node looks its decision up in; null for the UE, which decides only once. */
export function tableOfNode(node: number, { row }: RowWords): readonly TableRange[] | null {
  const message = messageOf(row, node);
  return message === null ? null : tableRanges(message);
}
