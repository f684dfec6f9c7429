/** A split of the row in words. */
import { blocksPhrase, joinWords } from '../../explain/words';

interface Run {
  /** Index on the row. */
  readonly node: number;
  readonly from: number;
  readonly to: number;
}

/** Nodes that run something, in order. */
function runsOf(boundaries: readonly number[]): readonly Run[] {
  return boundaries.flatMap((to, node) => {
    const from = boundaries[node - 1] ?? 0;
    return to > from ? [{ node, from, to }] : [];
  });
}

/** "all blocks on Edge", "blocks 1–21 on Edge and blocks 22–55 on Cloud". */
export function placesPhrase(boundaries: readonly number[], names: readonly string[]): string {
  const runs = runsOf(boundaries);
  const name = ({ node }: Run): string => names[node] ?? 'a removed node';
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) return `all blocks on ${name(only)}`;
  return joinWords(runs.map((run) => `${blocksPhrase(run.from, run.to)} on ${name(run)}`));
}

export const sameSplit = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((to, p) => to === b[p]);

/** Whether two totals differ by more than rounding. */
export const isMore = (a: number, b: number): boolean => a > b * (1 + 1e-9);
