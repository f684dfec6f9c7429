import { describe, expect, it } from 'vitest';
import { createHarmonicMean } from './harmonicMean';
import { feed } from './testing/series';

describe('the harmonic mean', () => {
  it('is that of the last values, of fewer at the start, as by hand', () => {
    const harmonic = createHarmonicMean(3);
    const answers = [20, 30, 60, 60, 12].map((value) => {
      harmonic.observe(value);
      return harmonic.forecast(1);
    });
    // 2 / (1/20 + 1/30), 3 / (3 + 2 + 1)/60, 3 / (2 + 1 + 1)/60, 3 / (1 + 1 + 5)/60
    [20, 24, 30, 45, 180 / 7].forEach((expected, i) => expect(answers[i]).toBeCloseTo(expected, 10));
  });

  it('looks back on as many values as are set', () => {
    const values = Array.from({ length: 60 }, (_, i) => i + 1);
    const inverses = values.slice(-40).reduce((sum, value) => sum + 1 / value, 0);
    expect(feed(createHarmonicMean(40), values).forecast(1)).toBeCloseTo(40 / inverses, 10);
  });

  it('counts a second without reception as 0.05 Mbit/s', () => {
    expect(feed(createHarmonicMean(2), [100, 0]).forecast(1)).toBeCloseTo(2 / (1 / 100 + 20), 12);
    expect(feed(createHarmonicMean(2), [100, 0.02]).forecast(1)).toBeCloseTo(2 / (1 / 100 + 20), 12);
  });

  it('says 0 of a link that was down all the time, and no more than it ever had', () => {
    expect(feed(createHarmonicMean(3), [50, 0, 0, 0]).forecast(1)).toBe(0);
    expect(feed(createHarmonicMean(3), [50, 0.01, 0, 0.01]).forecast(1)).toBe(0.01);
  });

  it('is the same for every step ahead', () => {
    const harmonic = feed(createHarmonicMean(4), [5, 9, 1]);
    expect(harmonic.forecast(1)).toBe(harmonic.forecast(400));
    expect(harmonic.forecast(0)).toBe(1);
  });
});
