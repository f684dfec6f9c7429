import { describe, expect, test } from 'vitest';
import { logAxis } from './logAxis';

describe('logAxis', () => {
  test('has as many ticks as there is room for, from fine to whole decades', () => {
    expect(logAxis(1, 100, 100, 9).ticks).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(logAxis(1, 100, 100, 5).ticks).toEqual([1, 3, 10, 30, 100]);
    expect(logAxis(1, 100, 100, 3).ticks).toEqual([1, 10, 100]);
    expect(logAxis(1, 1e6, 100, 3).ticks).toEqual([1, 1e3, 1e6]);
  });

  test('places by ratio, and what is outside at an end', () => {
    const axis = logAxis(1, 100, 200, 5);
    expect([0, 1, 10, 100, 1e9].map((value) => axis.position(value))).toEqual([0, 0, 100, 200, 200]);
    expect(logAxis(5, 5, 100, 5).position(5)).toBeCloseTo(50, 9);
    expect(logAxis(0, 5, 100, 5).ticks).toEqual([]);
  });
});
