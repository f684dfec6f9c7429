import { describe, expect, it } from 'vitest';
import { createShadowing } from './shadowing';

/** What each of `cells` cells has at every step of `stepM`. */
function seriesOf(seed: number, cells: number, steps: number, stepM: number): Float64Array[] {
  const process = createShadowing({ sdDb: 6, decorrelationM: 50 }, cells, seed);
  const series = Array.from({ length: cells }, () => new Float64Array(steps));
  for (let k = 0; k < steps; k += 1) {
    if (k > 0) process.move(stepM);
    series.forEach((values, cell) => (values[k] = process.gainDb[cell]!));
  }
  return series;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const product = (x: Float64Array, y: Float64Array): number =>
    x.reduce((sum, value, k) => sum + value * y[k]!, 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe('shadowing', () => {
  it('has mean 0 and the standard deviation asked for', () => {
    // 50 m apart: about 10,000 independent values of 20,000.
    const [values] = seriesOf(1, 1, 20_000, 50);
    const mean = values!.reduce((sum, value) => sum + value, 0) / values!.length;
    const variance = values!.reduce((sum, value) => sum + value * value, 0) / values!.length;
    expect(Math.abs(mean)).toBeLessThan(0.2);
    expect(Math.sqrt(variance)).toBeGreaterThan(5.8);
    expect(Math.sqrt(variance)).toBeLessThan(6.2);
  });

  it.each([
    [5, 10],
    [10, 5],
    [50, 1],
  ])('is correlated by 1/e over the decorrelation distance, in steps of %d m', (stepM, lag) => {
    const [values] = seriesOf(2, 1, 100_000, stepM);
    const shifted = values!.subarray(lag);
    expect(correlation(values!.subarray(0, shifted.length), shifted)).toBeCloseTo(Math.exp(-1), 1);
  });

  it('is independent from cell to cell, and one cell more changes none', () => {
    const [first, second] = seriesOf(3, 2, 20_000, 50);
    expect(Math.abs(correlation(first!, second!))).toBeLessThan(0.03);
    expect(seriesOf(3, 1, 20_000, 50)[0]).toEqual(first);
  });

  it('stays while the UE does', () => {
    const process = createShadowing({ sdDb: 6, decorrelationM: 50 }, 2, 4);
    const before = process.gainDb.slice();
    for (let k = 0; k < 10; k += 1) process.move(0);
    expect(process.gainDb).toEqual(before);
    process.move(0.01);
    expect(process.gainDb).not.toEqual(before);
  });

  it('is another one for another seed, the same for the same', () => {
    expect(seriesOf(5, 1, 10, 10)).toEqual(seriesOf(5, 1, 10, 10));
    expect(seriesOf(6, 1, 10, 10)).not.toEqual(seriesOf(5, 1, 10, 10));
  });

  it('is nothing where there is none', () => {
    for (const none of [null, { sdDb: 0, decorrelationM: 50 }]) {
      const process = createShadowing(none, 2, 1);
      process.move(100);
      expect(process.gainDb).toEqual(new Float64Array(2));
    }
  });
});
