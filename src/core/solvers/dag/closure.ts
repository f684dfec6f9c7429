/** Which operators run after which: to leave out of the network what follows from the rest of it. */
import { successorsOf } from './order';
import type { DagProblem } from './types';

/** Some operators without those that others of them lead to, and without those that lead to others. */
interface Ends {
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
}
export type EndsOf = (operators: readonly number[]) => Ends;

/** 16 MB of bits; beyond that nothing is left out. */
const mostWords = 4_194_304;

/**
 * Bit sets of all later operators, from the last operator to the first. O(V (V + consumers) / 32), and as much again for
 * all questions together.
 */
export function endsAmong(problem: DagProblem, order: Int32Array): EndsOf {
  const count = order.length;
  const words = (count + 31) >> 5;
  if (count * words > mostWords) return (operators) => ({ firsts: operators, lasts: operators });
  const after = new Int32Array(count * words);
  const successors = successorsOf(problem);
  for (let i = count - 1; i >= 0; i--) {
    const row = order[i]! * words;
    for (const v of successors[order[i]!]!) {
      const other = v * words;
      for (let w = 0; w < words; w++) after[row + w]! |= after[other + w]!;
      after[row + (v >> 5)]! |= 1 << (v & 31);
    }
  }
  return (operators) => {
    if (operators.length < 2) return { firsts: operators, lasts: operators };
    const members = new Int32Array(words);
    const led = new Int32Array(words);
    const lasts: number[] = [];
    for (const v of operators) members[v >> 5]! |= 1 << (v & 31);
    for (const v of operators) {
      let leads = 0;
      for (let w = 0, at = v * words; w < words; w++, at++) {
        leads |= after[at]! & members[w]!;
        led[w]! |= after[at]!;
      }
      if (leads === 0) lasts.push(v);
    }
    return { firsts: operators.filter((v) => ((led[v >> 5]! >> (v & 31)) & 1) === 0), lasts };
  };
}
