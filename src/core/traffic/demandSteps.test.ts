import { describe, expect, it } from 'vitest';
import { demandStepCount, demandSteps, medianUnits } from './demandSteps';

describe('demandSteps', () => {
  it('are log-normal: median, mean and spread of the logarithm', () => {
    const steps = [...demandSteps(1)];
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value) / values.length;
    const logs = steps.map((step) => Math.log(step / medianUnits));
    expect(mean(logs)).toBeCloseTo(0, 4);
    expect(Math.sqrt(mean(logs.map((log) => log * log)))).toBeCloseTo(1, 2);
    expect(mean(steps) / medianUnits / Math.exp(0.5)).toBeGreaterThan(0.995);
    expect(mean(steps) / medianUnits / Math.exp(0.5)).toBeLessThan(1);
  });

  it('are whole numbers that rise, so sums of them are exact', () => {
    const steps = demandSteps(3);
    expect(steps.every((step, k) => Number.isInteger(step) && step >= (steps[k - 1] ?? 1))).toBe(true);
    expect(steps.at(-1)! * 400_000).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });

  it('are all the median without spread', () => {
    expect(demandSteps(0)).toEqual(new Float64Array(demandStepCount).fill(medianUnits));
  });
});
