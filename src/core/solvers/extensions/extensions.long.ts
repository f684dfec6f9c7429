/** Deep versions of the tests of the extensions (`npm run test:long`): 100,000 random instances each. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { deliveries } from '../../scenario/types';
import { solveCollaborative } from './collaborative';
import { solveLayerwise, solvePerModule, solveUnrolled, unrolledChain } from './recurrent';
import {
  bruteForceCollaborative,
  bruteForceLayerwise,
  bruteForcePerModule,
  bruteForceTraining,
  bruteForceUnrolled,
} from './testing/bruteForceExtensions';
import { randomCollaborative, randomRow, randomTagger, randomTraining } from './testing/randomExtensions';
import { byTable, randomPeriods } from './testing/periodsByTable';
import { solveTraining } from './training';
import { solvePeriods } from './trainingPeriods';

describe('against exhaustive search', () => {
  it('training is right in 100,000 cases', () => {
    const random = createRandom(1);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomTraining(random, 1 + random.integer(4), 1 + random.integer(6));
      expect(solveTraining(problem, 'all')?.totalS ?? Infinity).toBe(bruteForceTraining(problem));
    }
  });

  it('training over several periods is right in 100,000 cases', () => {
    const random = createRandom(4);
    for (let round = 0; round < 100_000; round++) {
      const count = 1 + random.integer(3);
      const periods = randomPeriods(random, count, 1 + random.integer(3), 1 + random.integer(3));
      const best = byTable(periods);
      expect(solvePeriods(periods, () => false)?.totalS ?? Infinity).toBe(best);
    }
  });

  it('recurrent networks are right in 100,000 cases, in three ways', () => {
    const random = createRandom(2);
    for (let round = 0; round < 100_000; round++) {
      const layers = 1 + random.integer(3);
      const { modules, bytes, graph } = randomTagger(random, 1 + random.integer(3), layers);
      const row = randomRow(random, 1 + random.integer(3), layers, {
        delivery: deliveries[round % 3]!,
        setUp: round % 2 === 0,
      });
      expect(solveUnrolled(unrolledChain(graph, row))?.totalS).toBe(bruteForceUnrolled(graph, row));
      expect(solvePerModule(modules, bytes, row)?.totalS).toBe(bruteForcePerModule(modules, bytes, row));
      expect(solveLayerwise(modules, bytes, row)?.totalS).toBe(bruteForceLayerwise(modules, bytes, row));
    }
  });

  it('collaborative agents are right in 100,000 cases', () => {
    const random = createRandom(3);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomCollaborative(random, 1 + random.integer(4), 1 + random.integer(6));
      const best = bruteForceCollaborative(problem);
      expect(solveCollaborative(problem, 'aware')?.totalS ?? Infinity).toBe(best);
    }
  });
});
