/** What Algorithm 1 as printed comes to on a scenario, and on the small example, kindly and in numbers. */
import type { RowView } from '../../../core/studies/rowTypes';
import { joinWords, blocksPhrase } from '../../explain/words';
import { formatSeconds } from '../../format';
import { printedMessage, type CounterExample, type ExampleRun } from './counterExample';
import { agree } from './sciWords';

/** "As printed, the message promised 132 ms, the split costs 149 ms; the best split of the row takes 124 ms." */
export function printedSentence({ printed, totalS }: Pick<RowView, 'printed' | 'totalS'>): string {
  const best = `the best split of the row takes ${formatSeconds(totalS)}`;
  if (printed === null) return `As printed it finds no split of this row; ${best}.`;
  const { promisedS, actualS } = printed;
  if (actualS === null)
    return `As printed, the message promised ${formatSeconds(promisedS)} for a split that cannot be carried out; ${best}.`;
  if (agree(promisedS, actualS)) {
    return agree(actualS, totalS)
      ? `On this scenario the printed listing finds the best split, ${formatSeconds(totalS)}, and promises no less.`
      : `As printed, the message promised ${formatSeconds(promisedS)} and keeps its word; but ${best}.`;
  }
  return agree(actualS, totalS)
    ? `As printed, the message promised ${formatSeconds(promisedS)}, the split costs ${formatSeconds(actualS)}; by good luck it is the best one of the row.`
    : `As printed, the message promised ${formatSeconds(promisedS)}, the split costs ${formatSeconds(actualS)}; ${best}.`;
}

/** "Phone 1–12, Cloud 13–20". */
export function splitText(boundaries: readonly number[], names: readonly string[]): string {
  const parts = boundaries.flatMap((to, node) => {
    const from = boundaries[node - 1] ?? 0;
    return to > from ? [`${names[node]!}: ${blocksPhrase(from, to)}`] : [];
  });
  return joinWords(parts);
}

/** What came of the small example: the promise, the cost, and which terms the promise lacks. */
export function exampleSentences(
  example: CounterExample,
  { printed, corrected }: ExampleRun,
): readonly string[] {
  if (printed === null || corrected === null) return [];
  const best = `The best split takes ${formatSeconds(corrected.actualS)}`;
  const done = printed.boundaries[0]!;
  const entry = printedMessage(example)[done];
  const ueS = example.ueS.slice(0, done).reduce((sum, seconds) => sum + seconds, 0);
  const result = `The message promised ${formatSeconds(printed.promisedS)}, the split costs ${formatSeconds(printed.actualS)}.`;
  if (agree(printed.promisedS, printed.actualS)) {
    return [
      result,
      agree(printed.actualS, corrected.actualS)
        ? 'With these numbers the printed listing gets away with it.'
        : `${best}${corrected.boundaries[0] === 0 ? ': it hands the input on, which in print is never an option' : ''}.`,
    ];
  }
  const missing =
    entry === undefined
      ? []
      : [
          `On top of ${formatSeconds(ueS)} on the UE, the message says ${formatSeconds(entry.printedS)} for tensor ${done}; it takes ${formatSeconds(entry.rightS)}.`,
          `What the promise for tensor ${done} lacks: layer ${done + 1} on the server, ${formatSeconds(entry.layerS)}, and the change of the entry cost, ${formatSeconds(example.hopS[done]!)} − ${formatSeconds(example.hopS[0])} = ${formatSeconds(entry.entryS)}.`,
        ];
  return [
    result,
    ...missing,
    `${best}${corrected.boundaries[0] === 0 ? ', handing the input on at once' : ''}.`,
  ];
}
