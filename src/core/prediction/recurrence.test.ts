import { describe, expect, it } from 'vitest';
import { followRecurrence } from './recurrence';

const follow = (
  coefficients: readonly number[],
  constant: number,
  lags: readonly number[],
  steps: number,
  most = 1000,
): number =>
  followRecurrence(
    Float64Array.from(coefficients),
    constant,
    Float64Array.from(lags),
    new Float64Array(lags.length),
    steps,
    most,
  );

describe('following a recurrence', () => {
  it('puts each value found before those it knew, as by hand', () => {
    // Fibonacci and 1 more each time: 3, 2 -> 6, 10, 17
    expect([0, 1, 2, 3].map((steps) => follow([1, 1], 1, [3, 2], steps))).toEqual([3, 6, 10, 17]);
    // Coefficients belong to lags newest first.
    expect(follow([0.5, 0.25, 2], 0, [8, 4, 1], 1)).toBe(7);
  });

  it('leaves the values known as they are', () => {
    const lags = Float64Array.of(3, 2);
    followRecurrence(Float64Array.of(1, 1), 0, lags, new Float64Array(2), 4, 1000);
    expect([...lags]).toEqual([3, 2]);
  });

  it('goes on from 0 where a value would be below', () => {
    expect([1, 2, 3].map((steps) => follow([2], -10, [3], steps))).toEqual([0, 0, 0]);
    expect(follow([-1, 0], 5, [20, 0], 2)).toBe(5);
  });

  it('gives up as soon as a value is beyond the most, also on the way, or no number', () => {
    expect(follow([2], 0, [4], 2, 16)).toBe(16);
    expect(follow([2], 0, [4], 3, 16)).toBeNaN();
    expect(follow([-1], 20, [1], 2, 16)).toBeNaN();
    expect(follow([NaN], 0, [4], 1)).toBeNaN();
    expect(follow([Infinity, -Infinity], 0, [4, 4], 1)).toBeNaN();
  });
});
