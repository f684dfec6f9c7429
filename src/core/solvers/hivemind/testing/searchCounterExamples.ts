/** Seeded search for rows on which each defect of Algorithm 1 as printed does harm, alone and together. */
import { createRandom } from '../../../random';
import { algorithmOne, asCorrected, asPrinted, emptyOnly, entryCostOnly } from '../algorithmOne';
import { chainOf, type CounterExample, type PlayableRow } from '../counterExample';

/** Whole milliseconds: all times here are, but for rounding. */
const ms = (seconds: number): number => Math.round(seconds * 1e3);

/**
 * The first row, of `tries` random ones, whose message promises `promisedMs` while its split costs `actualMs`; with the
 * entry cost right but no empty assignment the promise is kept yet not best, with the empty assignment alone it is not kept.
 */
export function searchCounterExample(
  seed: number,
  tries: number,
  promisedMs: number,
  actualMs: number,
): CounterExample | null {
  const random = createRandom(seed);
  const blocks = 4;
  for (let round = 0; round < tries; round++) {
    const row: PlayableRow = {
      blockS: Array.from({ length: blocks }, () => (20 * (1 + random.integer(8))) / 1e3),
      tensorBytes: Array.from({ length: blocks + 1 }, () => 4e3 * (1 + random.integer(25))),
      speeds: [1, 4, 20],
      hopBitsPerS: [8e6, 16e6],
    };
    const chain = chainOf(row);
    const printed = algorithmOne(chain, asPrinted);
    if (printed === null || ms(printed.promisedS) !== promisedMs || ms(printed.actualS) !== actualMs)
      continue;
    const entry = algorithmOne(chain, entryCostOnly)!;
    const empty = algorithmOne(chain, emptyOnly)!;
    const best = algorithmOne(chain, asCorrected)!;
    const optimumMs = ms(best.actualS);
    if (optimumMs >= promisedMs || ms(entry.actualS) === optimumMs) continue;
    if (ms(empty.promisedS) === ms(empty.actualS) || ms(empty.actualS) === optimumMs) continue;
    return { row, promisedS: printed.promisedS, actualS: printed.actualS, optimumS: best.actualS };
  }
  return null;
}
