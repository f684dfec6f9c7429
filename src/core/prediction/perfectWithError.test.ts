import { describe, expect, it } from 'vitest';
import { createPerfectWithError } from './perfectWithError';

const truth = 80;
const count = 40_000;

function errorsOf(errorSd: number, seed: number): number[] {
  const predictor = createPerfectWithError((steps) => (steps === 0 ? 7 : truth), errorSd, seed);
  return Array.from({ length: count }, () => {
    predictor.observe(7);
    return predictor.forecast(2) / truth - 1;
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const sdOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
};

describe('the perfect predictor with an error', () => {
  it('errs without bias, by the standard deviation set, as a normal error does', () => {
    const errors = errorsOf(0.13, 5);
    expect(Math.abs(meanOf(errors))).toBeLessThan(0.13 * 0.02);
    expect(sdOf(errors) / 0.13).toBeCloseTo(1, 1);
    expect(Math.abs(sdOf(errors) / 0.13 - 1)).toBeLessThan(0.015);
    const beyond = errors.filter((error) => Math.abs(error) > 0.26).length / count;
    expect(Math.abs(beyond - 0.0455)).toBeLessThan(0.004);
  });

  it('is cut off above 0, which moves the mean as the truncated normal says', () => {
    const errors = errorsOf(1, 6);
    expect(Math.min(...errors)).toBeGreaterThan(-1);
    // phi(1) / Phi(1) = 0.24197 / 0.84134, and variance 1 - m - m^2
    expect(Math.abs(meanOf(errors) - 0.2876)).toBeLessThan(0.015);
    expect(Math.abs(sdOf(errors) - 0.7936)).toBeLessThan(0.015);
  });

  it('draws one error an observation: the same for every step ahead and every time it is asked', () => {
    const future = [50, 60, 70, 80];
    const asked = createPerfectWithError((steps) => future[steps]!, 0.3, 9);
    const quiet = createPerfectWithError((steps) => future[steps]!, 0.3, 9);
    const factors: number[] = [];
    for (let t = 0; t < 5; t += 1) {
      asked.observe(50);
      quiet.observe(50);
      const factor = asked.forecast(1) / 60;
      expect(asked.forecast(3) / 80).toBeCloseTo(factor, 12);
      factors.push(factor);
    }
    expect(new Set(factors).size).toBe(5);
    expect(quiet.forecast(2)).toBe(asked.forecast(2));
    expect(asked.forecast(0)).toBe(50);
  });

  it('repeats itself with its seed and differs with another', () => {
    expect(errorsOf(0.1, 1)).toEqual(errorsOf(0.1, 1));
    expect(errorsOf(0.1, 1).slice(0, 3)).not.toEqual(errorsOf(0.1, 2).slice(0, 3));
  });
});
