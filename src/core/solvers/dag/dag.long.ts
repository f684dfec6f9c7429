/** Deep versions of the tests of the minimum cut (`npm run test:long`). */
import highsLoader from 'highs';
import { describe, expect, it } from 'vitest';
import { generatedGraph } from '../../model/generated/generatedGraphs';
import { createRandom } from '../../random';
import { solveDag } from './dagMinCut';
import { drawnDag } from './testing/benchDags';
import { expectBruteForce } from './testing/expectBruteForce';
import { optimumByLp } from './testing/optimumByLp';
import { optimumByPushRelabel } from './testing/pushRelabel';
import { randomDag } from './testing/randomDags';

const totalOf = (outcome: ReturnType<typeof solveDag>): number =>
  outcome.kind === 'labels' ? outcome.totalS : Infinity;

describe('an operator graph', () => {
  it.each([false, true])('is right in 100,000 small cases; links back: %s', (upstream) => {
    const seen = expectBruteForce(createRandom(upstream ? 32 : 31), 100_000, upstream);
    expect(seen.split).toBeGreaterThan(10_000);
  });

  it('is what push-relabel finds on 1,000 graphs of up to 300 operators', () => {
    const random = createRandom(33);
    for (let round = 0; round < 1000; round++) {
      const problem = randomDag(random, 2 + random.integer(7), 20 + random.integer(280), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        upstream: round % 4 < 2,
        density: 0.2,
      });
      const optimumS = optimumByPushRelabel(problem);
      expect(Math.abs(totalOf(solveDag(problem)) - optimumS)).toBeLessThanOrEqual(1e-9 * optimumS);
    }
  });

  it('is what push-relabel finds on 50 costs of both generated graphs', () => {
    const random = createRandom(34);
    for (let round = 0; round < 50; round++) {
      for (const id of ['resnet-152', 'transformer-12'] as const) {
        const problem = drawnDag(generatedGraph(id), random, 5, round % 2 === 0);
        const optimumS = optimumByPushRelabel(problem);
        expect(Math.abs(totalOf(solveDag(problem)) - optimumS)).toBeLessThanOrEqual(1e-9 * optimumS);
      }
    }
  });

  it('is what HiGHS finds on 500 graphs', async () => {
    const highs = await highsLoader();
    const random = createRandom(35);
    for (let round = 0; round < 500; round++) {
      const problem = randomDag(random, 1 + random.integer(5), 1 + random.integer(40), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        upstream: round % 4 < 2,
        impossible: round % 5 === 0 ? 0.05 : 0,
      });
      const optimumS = optimumByLp(highs, problem);
      const found = totalOf(solveDag(problem));
      if (optimumS === Infinity) expect(found).toBe(Infinity);
      else expect(Math.abs(found - optimumS)).toBeLessThanOrEqual(1e-6 * optimumS);
    }
  });
});
