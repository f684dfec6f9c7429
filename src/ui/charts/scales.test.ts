import { describe, expect, test } from 'vitest';
import { clearestScale, linearScale, logScale, scaleFor } from './scales';

describe('scales', () => {
  test('a linear scale puts 0 at the axis and the largest value at the end', () => {
    const scale = linearScale(50, 200, 5);
    expect(scale.position(0)).toBe(0);
    expect(scale.position(50)).toBe(200);
    expect(scale.position(25)).toBe(100);
    expect(scale.ticks).toEqual([0, 10, 20, 30, 40, 50]);
  });

  test('a scale without a positive value puts everything on the axis', () => {
    for (const scale of [
      linearScale(0, 100, 3),
      linearScale(Infinity, 100, 3),
      logScale(Infinity, 0, 100, 3),
    ]) {
      expect(scale.position(7)).toBe(0);
    }
  });

  test('on a log scale equal ratios are equal lengths, and 0 sits on the axis', () => {
    const scale = logScale(1e-2, 1, 300, 4);
    const decade = scale.position(0.1) - scale.position(0.01);
    expect(scale.position(1) - scale.position(0.1)).toBeCloseTo(decade);
    expect(scale.position(0)).toBe(0);
    expect(scale.position(1e-2)).toBeGreaterThan(0);
    expect(scale.ticks).toEqual([1e-2, 1e-1, 1]);
  });

  test('a log scale shows three decades at most: what is smaller does not press the others together', () => {
    const scale = logScale(1e-12, 1, 300, 9);
    expect(scale.position(1e-12)).toBe(0);
    expect(scale.position(0.1)).toBeCloseTo(200);
  });

  test('rows far apart get decades, so that none is a line of a pixel; rows alike keep lengths that add up', () => {
    expect(clearestScale([[0.04, 0.01], [0.002]])).toBe('linear');
    expect(
      clearestScale([
        [0.04, 0.01],
        [0.0019, 0],
      ]),
    ).toBe('log');
    expect(clearestScale([[1, NaN], [0, Infinity], []])).toBe('linear');
    expect(clearestScale([])).toBe('linear');
  });

  test('values that are not finite do not stretch a scale', () => {
    const scale = scaleFor('linear', [1, Infinity, NaN, 4], 100, 3);
    expect(scale.position(4)).toBe(100);
    expect(scaleFor('log', [NaN, 0], 100, 3).position(1)).toBe(0);
  });
});
