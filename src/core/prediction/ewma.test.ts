import { describe, expect, it } from 'vitest';
import { createEwma } from './ewma';
import { feed } from './testing/series';

describe('the moving average', () => {
  it('starts at the first value and moves by its weight, as by hand', () => {
    const ewma = createEwma(0.25);
    const answers = [80, 40, 0, 100].map((value) => {
      ewma.observe(value);
      return ewma.forecast(1);
    });
    expect(answers).toEqual([80, 70, 52.5, 64.375]);
  });

  it('starts at a first value of 0 too', () => {
    expect(feed(createEwma(0.25), [0, 40]).forecast(1)).toBe(10);
  });

  it('is the same for every step ahead', () => {
    const ewma = feed(createEwma(0.3), [5, 9, 1]);
    expect(ewma.forecast(1)).toBe(ewma.forecast(400));
    expect(ewma.forecast(0)).toBe(1);
  });

  it('is the last value with weight 1 and the first with weight 0', () => {
    expect(feed(createEwma(1), [8, 2, 6]).forecast(1)).toBe(6);
    expect(feed(createEwma(0), [8, 2, 6]).forecast(1)).toBe(8);
  });
});
