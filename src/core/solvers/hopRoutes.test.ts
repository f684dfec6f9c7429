import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { hopRoutes } from './hopRoutes';
import { transferS } from './plans';
import { routesForBoundary } from './routes';
import { randomNetwork } from './testing/randomProblems';

describe('hopRoutes', () => {
  it('costs each boundary what a search of its own costs, over a route that leads there', () => {
    const random = createRandom(12);
    let several = 0;
    for (let round = 0; round < 400; round++) {
      const problem = randomNetwork(random, 2 + random.integer(7), 1 + random.integer(12), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        delivery: 'stay',
        density: 0.6,
      });
      const closed = {
        ...problem,
        resultOnly: Uint8Array.from(problem.arcFrom, () => (random.next() < 0.1 ? 1 : 0)),
      };
      const to = 1 + random.integer(problem.nodeCount - 1);
      const { costS, arcs } = hopRoutes(closed, 0, to);
      expect(costS).toHaveLength(problem.blockCount + 1);
      for (const [i, seconds] of costS.entries()) {
        expect(seconds).toBeCloseTo(routesForBoundary(closed, 0, i).costS[to]!, 9);
        if (seconds === Infinity) continue;
        const walked = arcs[i]!.reduce(
          (at, arc) => (problem.arcFrom[arc] === at ? problem.arcTo[arc]! : -1),
          0,
        );
        expect(walked).toBe(to);
        expect(arcs[i]!.reduce((sum, arc) => sum + transferS(problem, arc, i), 0)).toBeCloseTo(seconds, 9);
      }
      if (new Set(arcs.map((route) => route.join())).size > 1) several++;
    }
    expect(several).toBeGreaterThan(50);
  });
});
