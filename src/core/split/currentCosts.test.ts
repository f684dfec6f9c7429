import { describe, expect, test } from 'vitest';
import { currentCosts, type WholeRun } from './currentCosts';
import { freeCopies, type CopyCosts } from './types';

const calibrated: CopyCosts = {
  ...freeCopies,
  message: { fixedS: 5e-3, perByteS: 1e-9 },
  shipping: { fixedS: 6e-3, perByteS: 2e-9 },
};
const run = (runS: number, messageS: number, shippingS: number | null): WholeRun => ({
  runS,
  messageS,
  shippingS,
});

describe('the costs in the minutes of a run', () => {
  test('are the medians of the unsplit model’s turns; what a byte costs stays', () => {
    const turns = [run(0.02, 1e-3, 3e-4), run(0.03, 9e-3, 8e-4), run(0.024, 2e-3, 5e-4)];
    const costs = currentCosts(calibrated, turns, 0.02);
    expect(costs.message).toEqual({ fixedS: 2e-3, perByteS: 1e-9 });
    expect(costs.shipping).toEqual({ fixedS: 5e-4, perByteS: 2e-9 });
    expect(costs.pace).toBeCloseTo(1.2, 12);
  });

  test('keep what was calibrated for a link that the plan does not have', () => {
    const costs = currentCosts(calibrated, [run(0.02, 1e-3, null)], 0.02);
    expect(costs.shipping).toEqual(calibrated.shipping);
  });

  test('have no pace where no measurement of this device predicts', () => {
    expect(currentCosts(calibrated, [run(0.02, 1e-3, null)], null).pace).toBe(1);
  });
});
