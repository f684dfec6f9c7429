import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastOf, rowSplits } from './rowSplits';

describe('the splits of a row', () => {
  it('are as many as there are ways to put blocks in a row on nodes in a row, each once', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    for (const [nodes, blocks] of [
      [1, 4],
      [2, 3],
      [7, 3],
      [4, 5],
    ] as const) {
      const found = rowSplits(nodes, blocks);
      expect(found).toHaveLength(choose(blocks + nodes - 1, nodes - 1));
      expect(new Set(found.map((split) => JSON.stringify(split))).size).toBe(found.length);
    }
  });

  it('never go back, run every block, and end where the last one runs', () => {
    for (const { boundaries, last } of rowSplits(5, 4)) {
      const done = Array.from(boundaries);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(done.at(-1)).toBe(4);
      expect(done.findIndex((to) => to === 4)).toBe(last);
    }
  });
});

describe('the least of splits', () => {
  const split = fc.record({
    latencyS: fc.double({ min: 0, max: 10, noNaN: true }),
    energyJ: fc.double({ min: 0, max: 10, noNaN: true }),
  });

  it('takes the least energy of those within the limit, else the fastest', () => {
    fc.assert(
      fc.property(
        fc.array(split, { minLength: 1 }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (splits, limitS) => {
          const found = leastOf(splits, limitS);
          const within = splits.filter(({ latencyS }) => latencyS <= limitS);
          if (within.length === 0) expect(found.latencyS).toBe(Math.min(...splits.map((s) => s.latencyS)));
          else {
            expect(found.latencyS).toBeLessThanOrEqual(limitS);
            expect(found.energyJ).toBe(Math.min(...within.map((s) => s.energyJ)));
          }
        },
      ),
      { seed: 19 },
    );
  });
});
