import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLevinson } from './levinson';
import { solveDirectly } from './testing/series';

/** Biased, so that the equations have a solution whatever the series. */
function autocovariancesOf(series: readonly number[], order: number): number[] {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  return Array.from({ length: order + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < series.length; i += 1) sum += (series[i]! - mean) * (series[i - lag]! - mean);
    return sum / series.length;
  });
}

const series = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 30, maxLength: 60 });

describe('the Levinson recursion', () => {
  it('solves the Yule-Walker equations as elimination does', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 9 }), (values, order) => {
        const r = autocovariancesOf(values, order);
        fc.pre(r[0]! > 1);
        const coefficients = new Float64Array(order);
        const remaining = solveLevinson(Float64Array.from(r), coefficients);
        const matrix = Array.from({ length: order }, (_, i) =>
          Array.from({ length: order }, (__, j) => r[Math.abs(i - j)]!),
        );
        const direct = solveDirectly(matrix, r.slice(1));
        direct.forEach((expected, k) => expect(coefficients[k]).toBeCloseTo(expected, 7));
        const left = r[0]! - direct.reduce((sum, a, k) => sum + a * r[k + 1]!, 0);
        expect(remaining / r[0]!).toBeCloseTo(left / r[0]!, 7);
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  it('finds the two coefficients of an AR(2) from its own autocovariances', () => {
    // r1 = a1 r0 / (1 - a2), r2 = a1 r1 + a2 r0
    const [a1, a2] = [0.5, -0.3];
    const r1 = a1 / (1 - a2);
    const coefficients = new Float64Array(3);
    solveLevinson(Float64Array.of(1, r1, a1 * r1 + a2, a1 * (a1 * r1 + a2) + a2 * r1), coefficients);
    [a1, a2, 0].forEach((expected, k) => expect(coefficients[k]).toBeCloseTo(expected, 12));
  });

  it('gives a recurrence that dies away', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 6 }), (values, order) => {
        const r = autocovariancesOf(values, order);
        fc.pre(r[0]! > 1);
        const coefficients = new Float64Array(order);
        solveLevinson(Float64Array.from(r), coefficients);
        const path = Array<number>(order).fill(0).concat(1);
        for (let t = 0; t < 4000; t += 1) {
          let next = 0;
          for (let k = 0; k < order; k += 1) next += coefficients[k]! * path[path.length - 1 - k]!;
          path.push(next);
        }
        expect(Math.abs(path.at(-1)!)).toBeLessThan(1e-3);
      }),
      { seed: 22, numRuns: 20 },
    );
  });

  it('explains nothing of a constant, and stops where all is explained', () => {
    const coefficients = Float64Array.of(9, 9);
    expect(solveLevinson(Float64Array.of(0, 0, 0), coefficients)).toBe(0);
    expect([...coefficients]).toEqual([0, 0]);
    expect(solveLevinson(Float64Array.of(4, 4, 4), coefficients)).toBe(0);
    expect([...coefficients]).toEqual([1, 0]);
    // What is left is rounding: not to be explained by a coefficient of 1e13.
    solveLevinson(Float64Array.of(1, 1 - 1e-14, 0.5), coefficients);
    expect([...coefficients]).toEqual([1 - 1e-14, 0]);
    expect(solveLevinson(Float64Array.of(1, 1 + 2 ** -52), Float64Array.of(0))).toBe(0);
  });
});
