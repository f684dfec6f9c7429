/** Deep versions of the solver tests (`npm run test:long`): 100,000 random instances each, and larger ones. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { findBreakpoints } from './breakpoints';
import { solveChain } from './chainMultiSplit';
import { solveRouteAndSplit } from './routeAndSplit';
import { bruteForceChain, bruteForceRoutes } from './testing/bruteForce';
import { totalOf } from './testing/expectSound';
import { randomChain, randomNetwork } from './testing/randomProblems';

const numbersOf = (round: number) => (round % 2 === 0 ? 'integer' : 'real');

describe('against exhaustive search', () => {
  it('the chain is right in 100,000 cases, with and without memory', () => {
    const random = createRandom(1);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomChain(random, 1 + random.integer(5), 1 + random.integer(7), {
        numbers: numbersOf(round),
        delivery: deliveries[round % 3]!,
        memory: round % 4 < 2,
        impossible: round % 5 === 0 ? 0.1 : 0,
      });
      expect(solveChain(problem)?.totalS ?? Infinity).toBeCloseTo(bruteForceChain(problem), 9);
    }
  });

  it('route and split is right in 100,000 cases', () => {
    const random = createRandom(2);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(4), {
        numbers: numbersOf(round),
        delivery: deliveries[round % 3]!,
      });
      expect(totalOf(solveRouteAndSplit(problem))).toBeCloseTo(bruteForceRoutes(problem), 9);
    }
  });

  it('the search under memory limits is right in 100,000 cases', () => {
    const random = createRandom(3);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(4), {
        numbers: numbersOf(round),
        delivery: deliveries[round % 3]!,
        memory: true,
      });
      const outcome = solveRouteAndSplit(problem);
      expect(totalOf(outcome)).toBeCloseTo(bruteForceRoutes(problem, { memory: true }), 9);
      if (outcome.kind === 'plan') expect(outcome.proven).toBe(true);
    }
  });
});

describe('breakpoints', () => {
  it('leave the optimum straight between them on 300 networks of 12 nodes and 30 blocks', () => {
    const random = createRandom(4);
    for (let round = 0; round < 300; round++) {
      const problem = randomNetwork(random, 12, 30, {
        numbers: 'real',
        delivery: deliveries[round % 3]!,
        density: 0.3,
      });
      const link = random.integer(problem.arcLink.length);
      const moving = Uint8Array.from(problem.arcLink, (k) => (k === link ? 1 : 0));
      const at = (x: number): number => {
        const arcSecondsPerByte = problem.arcSecondsPerByte.map((own, a) => (moving[a] === 1 ? x : own));
        return totalOf(solveRouteAndSplit({ ...problem, arcSecondsPerByte }));
      };
      const bends = findBreakpoints(problem, moving, 1e-4, 1e4).map(({ secondsPerByte }) => secondsPerByte);
      const ends = [1e-4, ...bends, 1e4];
      for (let k = 0; k + 1 < ends.length; k++) {
        const [a, b] = [ends[k]!, ends[k + 1]!];
        if (at(a) === Infinity) continue;
        for (let part = 1; part < 32; part++) {
          const t = part / 32;
          const chord = (1 - t) * at(a) + t * at(b);
          expect(Math.abs(at((1 - t) * a + t * b) - chord)).toBeLessThanOrEqual(1e-9 * chord);
        }
      }
    }
  });
});
