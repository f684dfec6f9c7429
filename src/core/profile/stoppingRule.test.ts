import { describe, expect, it } from 'vitest';
import { isSettled, isWarm, shouldStop, stopLimits } from './stoppingRule';

const times = (n: number, value: (i: number) => number): number[] =>
  Array.from({ length: n }, (_, i) => value(i));

describe('warm-up', () => {
  it('takes 5 runs and 300 ms at least', () => {
    expect(isWarm(times(4, () => 0.1))).toBe(false);
    expect(isWarm(times(5, () => 0.1))).toBe(true);
    expect(isWarm(times(29, () => 0.01))).toBe(false);
    expect(isWarm(times(31, () => 0.01))).toBe(true);
  });

  it('lasts while runs are slower than the fastest by more than a tenth', () => {
    expect(isWarm([0.5, 0.2, 0.1, 0.15, 0.1])).toBe(false);
    expect(isWarm([0.5, 0.2, 0.1, 0.15, 0.1, 0.105])).toBe(true);
  });

  it('gives up waiting for a slow model or a restless machine', () => {
    expect(isWarm([1.1, 0.8])).toBe(false);
    expect(isWarm([1.1, 0.8, 0.8])).toBe(true);
    expect(isWarm([1, 0.5, 0.9])).toBe(false);
    expect(isWarm([1, 0.5, 0.9, 0.7])).toBe(true);
    expect(isWarm([2, 1.5])).toBe(true);
    expect(isWarm(times(60, (i) => 0.001 + (i % 2)))).toBe(true);
  });
});

describe('settling beside a fresh session', () => {
  it('takes three runs in a row within a tenth of the fastest ever', () => {
    expect(isSettled([0.1, 0.1], 0.1, 0)).toBe(false);
    expect(isSettled([0.1, 0.1, 0.1], 0.1, 0)).toBe(true);
    expect(isSettled([0.1, 0.1, 0.12], 0.1, 0)).toBe(false);
    expect(isSettled([0.1, 0.1, 0.1], 0.08, 0)).toBe(false);
    expect(isSettled([0.2, 0.1, 0.105, 0.11], 0.1, 0)).toBe(true);
  });

  it('waits a second for a session, and three in all', () => {
    expect(isSettled([0.6], 0.1, 0)).toBe(false);
    expect(isSettled([0.6, 0.6], 0.1, 0)).toBe(true);
    expect(isSettled([0.6], 0.1, 2.5)).toBe(true);
    expect(isSettled([], 0.1, 3)).toBe(true);
  });
});

describe('measuring', () => {
  const fine = 5e-6;
  const steady = (n: number): number[] => times(n, (i) => 0.1 + (i % 5) * 1e-4);
  const noisy = (n: number): number[] => times(n, (i) => 0.1 * (1 + (i % 2)));

  it('stops at the first check of a steady machine, after 15 runs', () => {
    expect(shouldStop(steady(14), 3, stopLimits(fine), 1)).toEqual({ stop: false, halfWidth: null });
    const { stop, halfWidth } = shouldStop(steady(15), 3, stopLimits(fine), 1);
    expect(stop).toBe(true);
    expect(halfWidth).toBeLessThan(0.03);
  });

  it('checks every 5 runs only', () => {
    expect(shouldStop(steady(16), 3, stopLimits(fine), 1)).toEqual({ stop: false, halfWidth: null });
    expect(shouldStop(steady(20), 3, stopLimits(fine), 1).stop).toBe(true);
  });

  it('wants 30 runs of a coarse clock', () => {
    expect(shouldStop(steady(25), 3, stopLimits(1e-4), 1).stop).toBe(false);
    expect(shouldStop(steady(30), 3, stopLimits(1e-4), 1).stop).toBe(true);
  });

  it('goes on while the interval is wide, up to 60 runs', () => {
    const at = shouldStop(noisy(55), 11, stopLimits(fine), 1);
    expect(at.stop).toBe(false);
    expect(at.halfWidth).toBeGreaterThan(0.03);
    expect(shouldStop(noisy(60), 11, stopLimits(fine), 1).stop).toBe(true);
  });

  it('lets a small model go on until two seconds have passed', () => {
    expect(shouldStop(noisy(60), 1, stopLimits(fine), 1).stop).toBe(false);
    expect(shouldStop(noisy(240), 1, stopLimits(fine), 1).stop).toBe(true);
  });

  it('ends after 12 seconds, but not before 3 runs', () => {
    expect(shouldStop(noisy(2), 20, stopLimits(fine), 1).stop).toBe(false);
    expect(shouldStop(noisy(3), 12, stopLimits(fine), 1).stop).toBe(true);
  });
});
