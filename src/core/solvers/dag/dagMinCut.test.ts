import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { solveDag } from './dagMinCut';
import { evaluateLabels } from './evaluateLabels';
import { bruteForceDag, costOfLabels } from './testing/bruteForceDag';
import { randomDag } from './testing/randomDags';

describe('against exhaustive search', () => {
  it.each([false, true])('is right in 1,000 small cases, links back: %s', (upstream) => {
    const random = createRandom(upstream ? 2 : 1);
    const seen = { infeasible: 0, back: 0 };
    for (let round = 0; round < 1000; round++) {
      const problem = randomDag(random, 1 + random.integer(4), 1 + random.integer(5), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        upstream,
        impossible: round % 5 === 0 ? 0.15 : 0,
      });
      const best = bruteForceDag(problem);
      const outcome = solveDag(problem);
      if (outcome.kind !== 'labels') {
        expect(best.totalS).toBe(Infinity);
        seen.infeasible++;
        continue;
      }
      expect(outcome.totalS).toBeCloseTo(best.totalS, 9);
      expect(costOfLabels(problem, [...outcome.labels])).toBeCloseTo(best.totalS, 9);
      expect(evaluateLabels(problem, outcome.labels)).toBe(outcome.totalS);
      if (round % 2 === 0)
        expect(best.labels!.reduce((s, x) => s + x, 0)).toBeGreaterThanOrEqual(
          [...outcome.labels].reduce((s, x) => s + x, 0),
        );
      const back = problem.tensors.some(
        ({ producer, consumers }) =>
          producer >= 0 && consumers.some((v) => outcome.labels[v]! < outcome.labels[producer]!),
      );
      if (back) seen.back++;
    }
    console.log(seen);
    expect(seen.infeasible).toBeGreaterThan(10);
  });
});
