import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAutoregression } from './autoregression';
import { autoregressiveSeries, feed, solveDirectly } from './testing/series';

const oneStepErrors = (values: readonly number[], window: number, from: number): number => {
  const predictor = createAutoregression(window);
  let squared = 0;
  values.forEach((value, t) => {
    if (t >= from) squared += (predictor.forecast(1) - value) ** 2;
    predictor.observe(value);
  });
  return Math.sqrt(squared / (values.length - from));
};

describe('the autoregression', () => {
  it.each([
    ['AR(1)', [0.8]],
    ['AR(2)', [1.2, -0.5]],
  ] as const)('misses an %s by little more than its noise', (_, coefficients) => {
    const values = autoregressiveSeries(coefficients, 100, 5, 3000, 17);
    const missed = oneStepErrors(values, coefficients.length, 200);
    expect(missed).toBeGreaterThan(4.7);
    expect(missed).toBeLessThan(5.3);
  });

  it('is what the Yule-Walker equations of the last 200 values say, iterated', () => {
    // Fits after 9, 17, ... values, so at 249 the window is that of values 49 to 248.
    const values = autoregressiveSeries([1.2, -0.5], 100, 5, 249, 19);
    const predictor = feed(createAutoregression(2), values);
    const seen = values.slice(-200);
    const mean = seen.reduce((sum, value) => sum + value, 0) / 200;
    const r = [0, 1, 2].map((lag) => {
      let sum = 0;
      for (let i = lag; i < 200; i += 1) sum += (seen[i]! - mean) * (seen[i - lag]! - mean);
      return sum / 200;
    });
    const [a1, a2] = solveDirectly(
      [
        [r[0]!, r[1]!],
        [r[1]!, r[0]!],
      ],
      [r[1]!, r[2]!],
    );
    const path = [values.at(-2)!, values.at(-1)!];
    for (let step = 1; step <= 6; step += 1) {
      path.push(mean + a1! * (path.at(-1)! - mean) + a2! * (path.at(-2)! - mean));
      expect(predictor.forecast(step)).toBeCloseTo(path.at(-1)!, 8);
    }
  });

  it('is what elimination finds of the values at its last fit, iterated, whatever their number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 16, max: 330 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, count, order, steps) => {
          const values = autoregressiveSeries([0.7, -0.2, 0.1], 100, 12, count, seed);
          const least = 3 * (order + 1);
          const fitted = least + 8 * Math.floor((count - least) / 8);
          const seen = values.slice(Math.max(0, fitted - 200), fitted);
          const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
          const r = Array.from({ length: order + 1 }, (_, lag) =>
            seen.reduce(
              (sum, value, t) => (t < lag ? sum : sum + (value - mean) * (seen[t - lag]! - mean)),
              0,
            ),
          );
          const matrix = Array.from({ length: order }, (_, i) =>
            Array.from({ length: order }, (__, j) => r[Math.abs(i - j)]!),
          );
          const coefficients = solveDirectly(matrix, r.slice(1));
          const path = [...values];
          for (let step = 0; step < steps; step += 1) {
            path.push(coefficients.reduce((sum, a, k) => sum + a * (path.at(-1 - k)! - mean), mean));
          }
          const predictor = feed(createAutoregression(order), values);
          expect(Math.abs(predictor.forecast(steps) - path.at(-1)!)).toBeLessThan(1e-6);
        },
      ),
      { seed: 42, numRuns: 150 },
    );
  });

  it('fits anew every 8 values and forgets what is more than 200 back', () => {
    const old = autoregressiveSeries([0.5], 900, 50, 201, 2);
    const recent = autoregressiveSeries([0.5], 100, 5, 400, 3);
    const far = (predictor: ReturnType<typeof createAutoregression>): number => predictor.forecast(500);
    // Order 1 fits first after 6 values; 601 is not a fit, 606 is the first whole window after it.
    const predictor = feed(createAutoregression(1), [...old, ...recent]);
    const before = far(predictor);
    predictor.observe(160);
    predictor.observe(160);
    expect(far(predictor)).toBe(before);
    feed(predictor, [160, 160, 160, 160, 160, 160, 160]);
    expect(far(predictor)).toBeGreaterThan(before);
    expect(Math.abs(before - 100)).toBeLessThan(5);
  });

  it('ends at the mean far ahead', () => {
    const values = autoregressiveSeries([0.9], 100, 5, 198, 5);
    const predictor = feed(createAutoregression(1), values);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(predictor.forecast(1000)).toBeCloseTo(mean, 6);
    expect(predictor.forecast(1e9)).toBe(predictor.forecast(1000));
  });

  it('is the last value until three values a coefficient were seen', () => {
    const predictor = feed(createAutoregression(2), [5, 9, 5, 9, 5, 9, 5, 9]);
    expect(predictor.forecast(1)).toBe(9);
    predictor.observe(5);
    expect(predictor.forecast(1)).toBeGreaterThan(6);
  });

  it('lets a link come back to more than twice what it has now', () => {
    const wave = Array.from(
      { length: 209 },
      (_, t) => 100 + 95 * Math.cos((Math.PI / 26) * (t - 208) + Math.PI),
    );
    const predictor = feed(createAutoregression(2), wave);
    expect(wave.at(-1)).toBeCloseTo(5, 6);
    expect(predictor.forecast(20)).toBeGreaterThan(40);
  });

  it('says a constant to the last bit', () => {
    expect(feed(createAutoregression(3), Array<number>(50).fill(0.1)).forecast(7)).toBe(0.1);
    expect(feed(createAutoregression(3), Array<number>(250).fill(71.3)).forecast(1)).toBe(71.3);
  });

  it('says the last value where a jump would be blown up beyond twice the largest seen', () => {
    // Fitted on a slow wave, it takes a jump for the start of a large one.
    const wave = Array.from({ length: 201 }, (_, t) => 100 + 50 * Math.cos(0.15 * t));
    const predictor = feed(createAutoregression(2), wave);
    predictor.observe(2000);
    const answers = [1, 2, 3, 12].map((steps) => predictor.forecast(steps));
    expect(answers[0]).toBeGreaterThan(2500);
    expect(answers[1]).toBeGreaterThan(3500);
    expect(answers.slice(2)).toEqual([2000, 2000]);
  });
});
