import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random';
import { bootstrapInterval, mean, median, quantile, relativeHalfWidth } from './statistics';

describe('order statistics', () => {
  it('takes the middle, or the mean of the middle two, of numbers in any order', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
    expect(mean([1, 2, 6])).toBe(3);
  });

  it('interpolates between neighbours', () => {
    expect(quantile([0, 10, 20, 30, 40], 0.9)).toBe(36);
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(quantile([3, 1, 2], 1)).toBe(3);
  });

  it('does not reorder what it is given', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('the bootstrap', () => {
  const noisy = (n: number, seed: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: n }, () => 1 + random.next());
  };

  it('gives the same interval for the same seed and another one for another seed', () => {
    const values = noisy(20, 1);
    const interval = bootstrapInterval(values, { statistic: 'mean', seed: 5 });
    expect(bootstrapInterval(values, { statistic: 'mean', seed: 5 })).toEqual(interval);
    expect(bootstrapInterval(values, { statistic: 'mean', seed: 6 })).not.toEqual(interval);
  });

  it('stays within the values and around their median', () => {
    const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer(), (sample, seed) => {
        const [low, high] = bootstrapInterval(sample, { statistic: 'median', seed, resamples: 100 });
        expect(low).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(high).toBeLessThanOrEqual(Math.max(...sample));
        expect(low).toBeLessThanOrEqual(high);
      }),
      { seed: 3 },
    );
  });

  it('covers the true median of 1.5 about 19 times in 20', () => {
    const hits = Array.from({ length: 400 }, (_, i) => {
      const [low, high] = bootstrapInterval(noisy(25, 100 + i), { statistic: 'median', seed: i });
      return low <= 1.5 && 1.5 <= high;
    }).filter(Boolean).length;
    expect(hits / 400).toBeGreaterThan(0.89);
    expect(hits / 400).toBeLessThan(0.99);
  });

  it('narrows as runs are added', () => {
    const width = (n: number): number =>
      relativeHalfWidth(bootstrapInterval(noisy(n, 2), { statistic: 'median', seed: 1 }), 1.5);
    expect(width(400)).toBeLessThan(width(15) / 2);
  });
});
