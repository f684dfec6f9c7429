import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { createLastValue } from './lastValue';
import { createRecursiveLeastSquares } from './recursiveLeastSquares';
import { autoregressiveSeries, createNoise, feed, solveDirectly } from './testing/series';
import type { Predictor } from './types';

/**
 * What the recursion must have found, from all values at once: weighted least squares of each value on the `order`
 * before it and a constant, in units of the first, with a pull of `pull` towards "the last value stays".
 */
function batchCoefficients(values: readonly number[], order: number, forgetting: number, pull: number) {
  const unit = values[0]!;
  const size = order + 1;
  const rows = values.slice(order).map((_, i) => [
    ...values
      .slice(i, i + order)
      .reverse()
      .map((value) => value / unit),
    1,
  ]);
  const weights = rows.map((_, i) => forgetting ** (rows.length - 1 - i));
  const pulled = pull * forgetting ** rows.length;
  const matrix = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (__, b) =>
      rows.reduce((sum, row, i) => sum + weights[i]! * row[a]! * row[b]!, a === b ? pulled : 0),
    ),
  );
  const right = Array.from({ length: size }, (_, a) =>
    rows.reduce(
      (sum, row, i) => sum + (weights[i]! * row[a]! * values[i + order]!) / unit,
      a === 0 ? pulled : 0,
    ),
  );
  return solveDirectly(matrix, right);
}

function iterate(values: readonly number[], coefficients: readonly number[], steps: number): number {
  const order = coefficients.length - 1;
  const path = [...values];
  for (let step = 0; step < steps; step += 1) {
    let next = coefficients[order]! * values[0]!;
    for (let k = 0; k < order; k += 1) next += coefficients[k]! * path[path.length - 1 - k]!;
    path.push(next);
  }
  return path.at(-1)!;
}

const positive = fc.array(fc.double({ min: 60, max: 140, noNaN: true }), { minLength: 20, maxLength: 60 });

describe('recursive least squares', () => {
  it.each([1, 0.97])(
    'with forgetting %d is what weighted least squares finds from all values',
    (forgetting) => {
      fc.assert(
        fc.property(positive, fc.integer({ min: 1, max: 4 }), (values, order) => {
          const predictor = feed(createRecursiveLeastSquares(order, forgetting), values);
          const coefficients = batchCoefficients(values, order, forgetting, 1e-4);
          for (const steps of [1, 3]) {
            const expected = iterate(values, coefficients, steps);
            if (expected > 0 && expected < 200) {
              expect(Math.abs(predictor.forecast(steps) - expected)).toBeLessThan(1e-5 * expected);
            }
          }
        }),
        { seed: 31, numRuns: 60 },
      );
    },
  );

  it('comes to what least squares finds without a pull, after many values', () => {
    const values = autoregressiveSeries([0.6, 0.3], 100, 8, 2000, 7);
    const predictor = feed(createRecursiveLeastSquares(2, 1), values);
    const expected = iterate(values, batchCoefficients(values, 2, 1, 0), 1);
    expect(predictor.forecast(1)).toBeCloseTo(expected, 2);
  });

  it('is the last value until it has seen a value more than lags', () => {
    expect(feed(createRecursiveLeastSquares(3, 1), [10, 20]).forecast(1)).toBe(20);
    expect(feed(createRecursiveLeastSquares(3, 1), [10, 20, 30]).forecast(4)).toBe(30);
    expect(feed(createRecursiveLeastSquares(3, 1), [10, 20, 30, 40]).forecast(1)).not.toBe(40);
  });

  it('follows a line on, and a decay, and a wave', () => {
    const line = Array.from({ length: 60 }, (_, t) => 100 + 2 * t);
    expect(feed(createRecursiveLeastSquares(2, 1), line).forecast(10)).toBeCloseTo(238, 0);
    const decay = Array.from({ length: 40 }, (_, t) => 20 + 200 * 0.9 ** t);
    expect(feed(createRecursiveLeastSquares(1, 1), decay).forecast(5)).toBeCloseTo(20 + 200 * 0.9 ** 44, 1);
    const wave = Array.from({ length: 300 }, (_, t) => 100 + 50 * Math.cos(0.3 * t));
    expect(feed(createRecursiveLeastSquares(2, 1), wave).forecast(10)).toBeCloseTo(
      100 + 50 * Math.cos(0.3 * 309),
      0,
    );
  });

  it('forgets: after a change of course it follows the new one sooner with less memory', () => {
    const values = [
      ...autoregressiveSeries([0.9], 100, 5, 400, 3),
      ...autoregressiveSeries([-0.8], 100, 5, 120, 4),
    ];
    const missedBy = (forgetting: number): number => {
      const predictor = createRecursiveLeastSquares(1, forgetting);
      let missed = 0;
      values.forEach((value, t) => {
        if (t >= 440) missed += Math.abs(predictor.forecast(1) - value);
        predictor.observe(value);
      });
      return missed;
    };
    expect(missedBy(0.95)).toBeLessThan(0.75 * missedBy(1));
  });

  it('still forecasts well when the series moves again after a long standstill', () => {
    const noise = createNoise(9);
    const predictor = feed(createRecursiveLeastSquares(5, 0.9), Array<number>(5000).fill(100));
    let missed = 0;
    for (let t = 0; t < 100; t += 1) {
      const value = 100 + noise();
      if (t >= 10) missed += Math.abs(predictor.forecast(1) - value) / 90;
      predictor.observe(value);
    }
    expect(missed).toBeLessThan(2);
  });

  it('says the last value where its recurrence grows beyond twice the largest seen', () => {
    const values = Array.from({ length: 30 }, (_, t) => 1.5 ** t);
    const last = values.at(-1)!;
    const predictor = feed(createRecursiveLeastSquares(1, 1), values);
    expect(predictor.forecast(1) / last).toBeCloseTo(1.5, 3);
    expect(predictor.forecast(2)).toBe(last);
    expect(predictor.forecast(30)).toBe(last);
  });

  it('lets a link come back to more than twice what it has now', () => {
    // A turn is 209 values: the trough is at 314.
    const wave = Array.from({ length: 316 }, (_, t) => 100 + 95 * Math.cos(0.03 * t));
    const trough = feed(createRecursiveLeastSquares(2, 1), wave);
    expect(wave.at(-1)).toBeLessThan(6);
    expect(trough.forecast(50)).toBeGreaterThan(60);
  });

  it('takes a forgetting below a half as a half', () => {
    const values = autoregressiveSeries([0.5], 100, 8, 40, 6);
    const [none, half] = [0, 0.5].map((forgetting) =>
      feed(createRecursiveLeastSquares(2, forgetting), values).forecast(1),
    );
    expect(none).toBe(half);
  });

  it('recovers from numbers that cost it its precision', () => {
    const values = autoregressiveSeries([-0.8], 100, 5, 400, 3);
    const missedBy = (predictor: Predictor): number => {
      let missed = 0;
      values.forEach((value, t) => {
        if (t >= 200) missed += Math.abs(predictor.forecast(1) - value) / 200;
        predictor.observe(value);
      });
      return missed;
    };
    // Numbers so far apart that rounding makes the covariance indefinite: without a new start it is off by thousands.
    const random = createRandom(5);
    const shaking = [1e-3, ...Array.from({ length: 1000 }, () => [1e-3, 1e6][random.integer(2)]!)];
    for (const order of [2, 3]) {
      expect(missedBy(feed(createRecursiveLeastSquares(order, 0.99), shaking))).toBeLessThan(5);
    }
    // A first value next to nothing must not become the unit.
    expect(missedBy(feed(createRecursiveLeastSquares(2, 0.99), [1e-300]))).toBeLessThan(5);
    expect(missedBy(createLastValue())).toBeGreaterThan(10);
  });

  it('says 0 of a link that was never up', () => {
    expect(feed(createRecursiveLeastSquares(2, 0.9), [0, 0, 0, 0, 0, 0]).forecast(3)).toBe(0);
  });

  it('learns in units of the first value that is not next to nothing', () => {
    const values = autoregressiveSeries([0.6], 100, 8, 30, 2);
    const predictor = feed(createRecursiveLeastSquares(1, 1), [0, ...values]);
    // The step up from 0 is not learnt from: there was no unit yet.
    const expected = iterate(values, batchCoefficients(values, 1, 1, 1e-4), 1);
    expect(Math.abs(predictor.forecast(1) - expected)).toBeLessThan(1e-6 * expected);
  });
});
