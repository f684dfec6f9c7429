import highsLoader from 'highs';
import { describe, expect, it } from 'vitest';
import { generatedGraph } from '../../model/generated/generatedGraphs';
import { createRandom } from '../../random';
import { solveDag } from './dagMinCut';
import { drawnDag } from './testing/benchDags';
import { optimumByLp } from './testing/optimumByLp';
import { optimumByPushRelabel } from './testing/pushRelabel';
import { randomDag } from './testing/randomDags';
import type { DagProblem } from './types';

function expectOptimum(problem: DagProblem, optimumS: number, tolerance: number): void {
  const outcome = solveDag(problem);
  if (outcome.kind !== 'labels') {
    expect(optimumS).toBe(Infinity);
    return;
  }
  expect(outcome.proven).toBe(true);
  expect(Math.abs(outcome.totalS - optimumS)).toBeLessThanOrEqual(tolerance * optimumS);
}

describe('a second method', () => {
  it('push-relabel on the network written out in full agrees on 46 large random graphs', () => {
    const random = createRandom(21);
    for (let round = 0; round < 46; round++) {
      const problem = randomDag(random, 2 + random.integer(5), 80 + random.integer(120), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        upstream: round % 4 < 2,
        impossible: round % 6 === 0 ? 0.01 : 0,
        density: 0.2,
      });
      expectOptimum(problem, optimumByPushRelabel(problem), 1e-9);
    }
  });

  it.each(['resnet-152', 'transformer-12'] as const)('push-relabel agrees on %s over five nodes', (id) => {
    const random = createRandom(22);
    for (const affinity of [false, true]) {
      const problem = drawnDag(generatedGraph(id), random, 5, affinity);
      expectOptimum(problem, optimumByPushRelabel(problem), 1e-9);
    }
  });

  it('HiGHS on the linear programme agrees on 30 graphs', async () => {
    const highs = await highsLoader();
    const random = createRandom(23);
    for (let round = 0; round < 30; round++) {
      const problem = randomDag(random, 1 + random.integer(4), 1 + random.integer(20), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        upstream: round % 4 < 2,
        impossible: round % 5 === 0 ? 0.05 : 0,
      });
      expectOptimum(problem, optimumByLp(highs, problem), 1e-6);
    }
  });
});
