import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { activeMeans, activePart } from './populationSettings';
import { createStationaryDraw } from './stationary';

const settings = { count: 20, cellCount: 3, activeS: 4, idleS: 12, stepS: 0.1 };

/** How often each number of active UEs was drawn in each cell. */
function tally(change: Partial<typeof settings>, draws: number): number[][] {
  const all = { ...settings, ...change };
  const active = new Array<number>(all.cellCount).fill(0);
  const draw = createStationaryDraw(all, createRandom(9), {
    add: (cell) => {
      active[cell]! += 1;
    },
    remove: () => {
      throw new Error('nobody ends');
    },
  });
  const seen: number[][] = active.map(() => []);
  for (let k = 0; k < draws; k += 1) {
    active.fill(0);
    draw();
    for (const [cell, count] of active.entries()) seen[cell]![count] = (seen[cell]![count] ?? 0) + 1;
  }
  return seen;
}

describe('createStationaryDraw', () => {
  it('draws a binomial number of active UEs for each cell', () => {
    // 20 UEs in three cells: 7, 7 and 6.
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    const draws = 20_000;
    for (const [cell, size] of [7, 7, 6].entries()) {
      const seen = tally({}, draws)[cell]!;
      for (let k = 0; k <= size; k += 1) {
        const wanted = choose(size, k) * 0.25 ** k * 0.75 ** (size - k);
        expect(Math.abs((seen[k] ?? 0) / draws - wanted)).toBeLessThan(
          5 * Math.sqrt(wanted / draws) + 1 / draws,
        );
      }
    }
  });

  it('has mean and variance also where powers of the parts would underflow', () => {
    const seen = tally({ count: 60_000, cellCount: 1 }, 400)[0]!;
    let mean = 0;
    let square = 0;
    for (const [k, times = 0] of seen.entries()) {
      mean += (k * times) / 400;
      square += (k * k * times) / 400;
    }
    expect(Math.abs(mean - 15_000)).toBeLessThan(5 * Math.sqrt(11_250 / 400));
    expect((square - mean * mean) / 11_250).toBeGreaterThan(0.7);
    expect((square - mean * mean) / 11_250).toBeLessThan(1.3);
  });

  it('draws nobody from nobody', () => {
    expect(tally({ count: 0 }, 5)).toEqual([[5], [5], [5]]);
  });
});

describe('activeMeans', () => {
  it('counts lengths below a step as one step', () => {
    expect(activePart(settings)).toBe(0.25);
    expect(activePart({ ...settings, activeS: 0, idleS: 0.3 })).toBeCloseTo(0.25, 12);
    expect(activeMeans(settings)).toEqual([1.75, 1.75, 1.5]);
  });
});
