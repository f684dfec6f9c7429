import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHorizon } from './horizon';

function after(starts: readonly number[], gapTasks: number, coherenceS: number): number {
  const horizon = createHorizon(gapTasks, coherenceS);
  for (const start of starts) horizon.started(start);
  return horizon.seconds();
}

describe('the horizon', () => {
  it('is 0 until two tasks have started', () => {
    expect(after([], 5, 0.01)).toBe(0);
    expect(after([3], 5, 0.01)).toBe(0);
    expect(after([3, 4], 5, 0.01)).toBe(1);
  });

  it('is the mean of the last gaps, of those there are at the start', () => {
    const starts = [0, 1, 3, 3.5, 6];
    expect(after(starts, 1, 0.01)).toBe(2.5);
    expect(after(starts, 2, 0.01)).toBe(1.5);
    expect(after(starts, 3, 0.01)).toBeCloseTo(5 / 3, 12);
    expect(after(starts, 50, 0.01)).toBe(1.5);
  });

  it('is 0 below the coherence time, and not at it', () => {
    expect(after([0, 0.25], 1, 0.25)).toBe(0.25);
    expect(after([0, 0.249], 1, 0.25)).toBe(0);
    // Ten times 0.1 s, each a little off in binary.
    const horizon = createHorizon(3, 0.1);
    for (let task = 0; task < 500; task += 1) {
      horizon.started(task * 0.1);
      if (task > 0) expect(horizon.seconds()).toBeCloseTo(0.1, 9);
    }
  });

  it('is the mean of the differences whatever the starts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.001, max: 2, noNaN: true }),
        (gaps, gapTasks, coherenceS) => {
          let at = 5;
          const starts = [at, ...gaps.map((gap) => (at += gap))];
          const last = gaps.slice(-gapTasks);
          const mean = last.reduce((sum, gap) => sum + gap, 0) / last.length;
          fc.pre(Math.abs(mean - coherenceS) > 1e-6);
          expect(after(starts, gapTasks, coherenceS)).toBeCloseTo(mean < coherenceS ? 0 : mean, 9);
        },
      ),
      { seed: 41, numRuns: 100 },
    );
  });

  it('takes an impossible count of tasks as one', () => {
    expect(after([0, 1, 4], 0, 0.1)).toBe(3);
    expect(after([0, 1, 4], NaN, 0.1)).toBe(3);
    expect(after([0, 1, 4], 1.9, 0.1)).toBe(3);
  });
});
