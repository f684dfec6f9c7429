import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { routesForBoundary } from '../routes';
import { randomNetwork } from '../testing/randomProblems';
import { atRate, hopLines, hopSeconds, ratesBetween, ratesTo } from './hopLines';

describe('hopLines', () => {
  it('price every size as a search for that size does', () => {
    const random = createRandom(7);
    let bends = 0;
    for (let round = 0; round < 100; round++) {
      const problem = randomNetwork(random, 6, 1, { numbers: 'real', delivery: 'stay' });
      for (const to of [0, 3, 5]) {
        const lines = hopLines(problem, 0, to, 20);
        bends += Math.max(0, lines.length - 1);
        for (const bytes of [0, 0.1, 1, 2.5, 7, 20]) {
          const sized = { ...problem, boundaryBytes: Float64Array.of(bytes) };
          const costS = routesForBoundary(sized, 0, 0).costS[to]!;
          if (costS === Infinity) expect(hopSeconds(lines, bytes)).toBe(Infinity);
          else expect(hopSeconds(lines, bytes)).toBeCloseTo(costS, 9);
        }
      }
    }
    expect(bends).toBeGreaterThan(20);
  });
});

describe('ratesBetween', () => {
  it('is the rate of the best route, set-up apart, and nothing from a node to itself', () => {
    const random = createRandom(8);
    for (let round = 0; round < 50; round++) {
      const problem = randomNetwork(random, 5, 1, { numbers: 'real', delivery: 'stay' });
      const rates = ratesBetween(problem, [0, 2, 4]);
      expect(rates[1]![1]).toBe(0);
      const fastest = hopLines(problem, 0, 4, 1e9).at(-1)?.slope ?? Infinity;
      expect(rates[0]![2]).toBeCloseTo(fastest, 9);
    }
  });

  it('is the same towards one node, searched backwards', () => {
    const random = createRandom(9);
    for (let round = 0; round < 50; round++) {
      const problem = randomNetwork(random, 6, 1, { numbers: 'integer', delivery: 'stay' });
      const nodes = [0, 1, 2, 3, 4, 5];
      const all = ratesBetween(problem, nodes);
      expect([...ratesTo(problem, 3)]).toEqual(nodes.map((a) => all[a]![3]));
    }
  });

  it('charges nothing for nothing, even where there is no way', () => {
    expect(atRate(0, Infinity)).toBe(0);
    expect(atRate(2, 3)).toBe(6);
  });
});
