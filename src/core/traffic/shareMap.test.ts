import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNormal } from '../normal';
import { createRandom } from '../random';
import { createFastPart } from './fastPart';
import { fitShareMap, type ShareMap } from './shareMap';

/** Levels as a busy link has them. */
function someLevels(count: number, spread: number): Float64Array {
  const draw = createNormal(createRandom(count));
  return Float64Array.from({ length: count }, () => 0.3 * Math.exp(spread * draw()));
}

function momentsOf(levels: Float64Array, map: ShareMap, fastCount: number): { mean: number; sd: number } {
  const fast = createFastPart(map.fastVariance, 0, createNormal(createRandom(17)));
  let sum = 0;
  let squares = 0;
  for (const level of levels.length > 0 ? levels : [1]) {
    for (let k = 0; k < fastCount; k += 1) {
      const share = Math.min(map.ceiling, map.scale * level ** map.power * fast());
      sum += share;
      squares += share * share;
    }
  }
  const count = Math.max(1, levels.length) * fastCount;
  return { mean: sum / count, sd: Math.sqrt(squares / count - (sum / count) ** 2) };
}

describe('fitShareMap', () => {
  it('gives mean and spread, half of it by the level', () => {
    const levels = someLevels(2000, 0.5);
    const map = fitShareMap(levels, { mean: 66.49, sd: 19.47, ceiling: 200, fastPart: 0.5 });
    const { mean, sd } = momentsOf(levels, map, 30);
    expect(mean / 66.49).toBeCloseTo(1, 2);
    expect(sd / 19.47).toBeCloseTo(1, 1);
    const variation = (19.47 / 66.49) ** 2;
    expect(map.fastVariance).toBeCloseTo(Math.log(1 + variation / 2), 4);
    expect(map.power).toBeGreaterThan(0.3);
    expect(map.power).toBeLessThan(0.5);
  });

  it('makes up for what the ceiling cuts off', () => {
    const levels = someLevels(2000, 0.5);
    const map = fitShareMap(levels, { mean: 33.94, sd: 8.45, ceiling: 50, fastPart: 0.5 });
    const { mean, sd } = momentsOf(levels, map, 50);
    expect(mean / 33.94).toBeCloseTo(1, 2);
    expect(sd / 8.45).toBeCloseTo(1, 2);
  });

  it('puts all of the spread into the fast part where no traffic crosses', () => {
    const map = fitShareMap(new Float64Array(0), { mean: 10, sd: 4, ceiling: 30, fastPart: 0.2 });
    expect(map.power).toBe(0);
    const { mean, sd } = momentsOf(new Float64Array(0), map, 200_000);
    expect(mean).toBeCloseTo(10, 1);
    expect(sd).toBeCloseTo(4, 1);
  });

  it('never answers to the level more strongly than in proportion: the rest of the spread is fast', () => {
    const levels = someLevels(2000, 0.05);
    const map = fitShareMap(levels, { mean: 10, sd: 4, ceiling: 100, fastPart: 0 });
    expect(map.power).toBe(1);
    const { mean, sd } = momentsOf(levels, map, 100);
    expect(mean).toBeCloseTo(10, 1);
    expect(sd).toBeCloseTo(4, 1);
  });

  it('is constant without spread and nothing without a mean', () => {
    const levels = someLevels(100, 0.5);
    expect(fitShareMap(levels, { mean: 7, sd: 0, ceiling: 9, fastPart: 0.5 })).toEqual({
      scale: 7,
      power: 0,
      fastVariance: 0,
      ceiling: 9,
    });
    expect(fitShareMap(levels, { mean: 0, sd: 3, ceiling: 9, fastPart: 0.5 }).scale).toBe(0);
  });

  it('stays finite for wishes that cannot be met', () => {
    const levels = someLevels(200, 0.5);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 2e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (mean, sd, ceiling, fastPart) => {
          const map = fitShareMap(levels, { mean, sd, ceiling, fastPart });
          for (const value of [map.scale, map.power, map.fastVariance])
            expect(value).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(map.scale + map.fastVariance)).toBe(true);
          expect(map.power).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 53, numRuns: 60 },
    );
  });
});

describe('createFastPart', () => {
  it('has mean 1, its variance, and its correlation from one time to the next', () => {
    const next = createFastPart(0.09, 0.7, createNormal(createRandom(21)));
    const logs = Float64Array.from({ length: 100_000 }, () => Math.log(next()));
    const mean = logs.reduce((sum, log) => sum + log) / logs.length;
    let variance = 0;
    let covariance = 0;
    for (let k = 1; k < logs.length; k += 1) {
      variance += (logs[k]! - mean) ** 2 / logs.length;
      covariance += ((logs[k]! - mean) * (logs[k - 1]! - mean)) / logs.length;
    }
    expect(mean).toBeCloseTo(-0.045, 2);
    expect(variance).toBeCloseTo(0.09, 2);
    expect(covariance / variance).toBeCloseTo(0.7, 1);
  });

  it('starts in its stationary state, and stays there where it is fully correlated', () => {
    const firsts = Array.from({ length: 4000 }, (_, seed) =>
      Math.log(createFastPart(0.04, 0.95, createNormal(createRandom(seed * 7919)))()),
    );
    const mean = firsts.reduce((sum, log) => sum + log) / firsts.length;
    const variance = firsts.reduce((sum, log) => sum + (log - mean) ** 2, 0) / firsts.length;
    expect(variance / 0.04).toBeGreaterThan(0.9);
    expect(variance / 0.04).toBeLessThan(1.1);
    const same = createFastPart(0.04, 1, createNormal(createRandom(2)));
    const first = same();
    expect([same(), same()]).toEqual([first, first]);
  });

  it('is 1 and draws nothing without variance', () => {
    const next = createFastPart(0, 0.7, () => {
      throw new Error('drawn');
    });
    expect(next()).toBe(1);
  });
});
