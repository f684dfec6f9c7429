import type { Step } from './types';

/**
 * The plan along which labels lead from the source.
 *
 * @param arcAt - the first thing to do at state (v, i), given as i * V + v: an arc, or -1 = compute (stop, once all blocks are
 *   done); told which node computed last, null at first
 */
export function followArcs(
  problem: {
    readonly source: number;
    readonly nodeCount: number;
    readonly blockCount: number;
    readonly arcTo: ArrayLike<number>;
  },
  arcAt: (state: number, computedLast: number | null) => number,
): Step[] {
  const { nodeCount, blockCount } = problem;
  const steps: Step[] = [];
  let node = problem.source;
  let computedLast: number | null = null;
  let from = 0;
  for (let i = 0; ;) {
    const arc = arcAt(i * nodeCount + node, computedLast);
    if (arc < 0 && i < blockCount) {
      computedLast = node;
      i++;
      continue;
    }
    if (i > from) steps.push({ kind: 'compute', node, from, to: i });
    if (arc < 0) return steps;
    steps.push({ kind: 'transfer', arc, boundary: i });
    node = problem.arcTo[arc]!;
    from = i;
  }
}
