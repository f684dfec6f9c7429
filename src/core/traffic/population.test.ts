import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { createPopulation } from './population';
import type { DemandListener } from './populationSettings';

const settings = { count: 60, cellCount: 6, activeS: 4, idleS: 12, stepS: 0.1 };

function counting(cellCount: number): DemandListener & { present: number[][]; starts: number } {
  const present: number[][] = Array.from({ length: cellCount }, () => []);
  return {
    present,
    starts: 0,
    add(cell, demand) {
      present[cell]!.push(demand);
      this.starts += 1;
    },
    remove(cell, demand) {
      const at = present[cell]!.indexOf(demand);
      if (at < 0) throw new Error('somebody ended who never began');
      present[cell]!.splice(at, 1);
    },
  };
}

describe('createPopulation', () => {
  it('tells the listener of every switch: who is active is who began and did not end', () => {
    const listener = counting(6);
    const population = createPopulation(settings, createRandom(3), listener);
    for (let step = 0; step < 3000; step += 1) {
      expect([...population.active]).toEqual(listener.present.map(({ length }) => length));
      population.advance();
    }
  });

  it('is stationary: from the start a quarter of the UEs is active, and each begins once in 16 s', () => {
    const listener = counting(6);
    const population = createPopulation({ ...settings, count: 1200 }, createRandom(4), listener);
    const began = listener.starts;
    const total = (): number => population.active.reduce((sum, count) => sum + count);
    expect(Math.abs(total() - 300)).toBeLessThan(4 * Math.sqrt(1200 * 0.25 * 0.75));
    let sum = 0;
    for (let step = 0; step < 6000; step += 1) {
      population.advance();
      sum += total();
    }
    expect(sum / 6000 / 300).toBeGreaterThan(0.98);
    expect(sum / 6000 / 300).toBeLessThan(1.02);
    expect((listener.starts - began) / 600 / (1200 / 16)).toBeGreaterThan(0.98);
    expect((listener.starts - began) / 600 / (1200 / 16)).toBeLessThan(1.02);
  });

  it('has a binomial number of active UEs in each cell', () => {
    const population = createPopulation(
      { ...settings, count: 600, activeS: 0.4, idleS: 1.2 },
      createRandom(6),
      counting(6),
    );
    let sum = 0;
    let squares = 0;
    const steps = 10_000;
    for (let step = 0; step < steps; step += 1) {
      population.advance();
      sum += population.active[2]! / steps;
      squares += population.active[2]! ** 2 / steps;
    }
    expect(sum / 25).toBeGreaterThan(0.98);
    expect(sum / 25).toBeLessThan(1.02);
    expect((squares - sum * sum) / (100 * 0.25 * 0.75)).toBeGreaterThan(0.9);
    expect((squares - sum * sum) / (100 * 0.25 * 0.75)).toBeLessThan(1.1);
  });

  it('remembers switches that lie beyond one round of the calendar', () => {
    const listener = counting(1);
    const long = { count: 400, cellCount: 1, activeS: 600, idleS: 600, stepS: 0.1 };
    const population = createPopulation(long, createRandom(8), listener);
    const began = listener.starts;
    for (let step = 0; step < 30_000; step += 1) population.advance();
    // 3000 s: each begins once in 1200 s.
    expect((listener.starts - began) / 1000).toBeGreaterThan(0.9);
    expect((listener.starts - began) / 1000).toBeLessThan(1.1);
  });

  it('spreads the UEs evenly over the cells', () => {
    const always = { count: 20, cellCount: 6, activeS: 1e9, idleS: 0, stepS: 0.1 };
    expect([...createPopulation(always, createRandom(1), counting(6)).active]).toEqual([4, 4, 3, 3, 3, 3]);
  });
});
