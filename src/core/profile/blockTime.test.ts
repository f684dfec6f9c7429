import { describe, expect, it } from 'vitest';
import { blockTime, secondsOf } from './blockTime';

describe('a block time', () => {
  it('is its seconds once it is as long as the clock can tell', () => {
    expect(blockTime(5e-6, 5e-6)).toEqual({ seconds: 5e-6 });
    expect(secondsOf(blockTime(0.25, 5e-6))).toBe(0.25);
  });

  it('is only a bound below that, and the bound is what counts', () => {
    expect(blockTime(0, 5e-6)).toEqual({ belowS: 5e-6 });
    expect(secondsOf(blockTime(1e-6, 5e-6))).toBe(5e-6);
  });

  it.each([
    [NaN, 1e-6],
    [Infinity, 1e-6],
    [-1, 1e-6],
    [1, 0],
    [1, NaN],
  ])('cannot be made from %d s with a resolution of %d s', (seconds, resolution) => {
    expect(() => blockTime(seconds, resolution)).toThrow(RangeError);
  });
});
