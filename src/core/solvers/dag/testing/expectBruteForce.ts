import { expect } from 'vitest';
import type { Random } from '../../../random';
import { solveDag } from '../dagMinCut';
import { evaluateLabels } from '../evaluateLabels';
import { bruteForceDag, costOfLabels } from './bruteForceDag';
import { randomDag } from './randomDags';

/** What came up among the cases: an expectation that never meets the interesting ones would prove little. */
export interface Seen {
  readonly infeasible: number;
  /** Labels differ. */
  readonly split: number;
  /** A tensor travels back. */
  readonly back: number;
}

/** The solver's cost is that of exhaustive search, and its labels cost it, in `rounds` small random cases. */
export function expectBruteForce(random: Random, rounds: number, upstream: boolean): Seen {
  const seen = { infeasible: 0, split: 0, back: 0 };
  for (let round = 0; round < rounds; round++) {
    const problem = randomDag(random, 1 + random.integer(4), 1 + random.integer(5), {
      numbers: round % 2 === 0 ? 'integer' : 'real',
      upstream,
      impossible: round % 5 === 0 ? 0.15 : 0,
    });
    const best = bruteForceDag(problem);
    const outcome = solveDag(problem);
    if (outcome.kind !== 'labels') {
      expect(outcome.kind).toBe('infeasible');
      expect(best.totalS).toBe(Infinity);
      seen.infeasible++;
      continue;
    }
    const { labels, totalS, proven } = outcome;
    expect(proven).toBe(true);
    expect(Math.abs(totalS - best.totalS)).toBeLessThanOrEqual(1e-9 * best.totalS);
    expect(Math.abs(costOfLabels(problem, [...labels]) - totalS)).toBeLessThanOrEqual(1e-9 * totalS);
    expect(evaluateLabels(problem, labels)).toBe(totalS);
    if (labels.some((p) => p !== labels[0])) seen.split++;
    const travelsBack = problem.tensors.some(
      ({ producer, consumers }) => producer >= 0 && consumers.some((v) => labels[v]! < labels[producer]!),
    );
    if (travelsBack) seen.back++;
  }
  return seen;
}
