import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisRange, clearestAxis, paretoAxis } from './paretoAxis';

const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

describe('an axis of points', () => {
  test('holds every value inside its ends, in order, and reads back what it placed', () => {
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('linear' as const, 'log' as const),
        (values, kind) => {
          const axis = paretoAxis(axisRange(kind, values)!, 500, 6);
          const sorted = [...values].sort((a, b) => a - b);
          const places = sorted.map(axis.position);
          for (const [index, at] of places.entries()) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(500);
            if (index > 0) expect(at).toBeGreaterThanOrEqual(places[index - 1]!);
            expect(axis.valueAt(at)).toBeCloseTo(sorted[index]!, -Math.log10(sorted.at(-1)! * 1e-6));
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test('starts at 0 where the values are far apart, and close to them where they are not', () => {
    expect(axisRange('linear', [10, 100])!.low).toBe(0);
    expect(axisRange('linear', [90, 100])!.low).toBeCloseTo(89.2);
  });

  test('has a span although there is only one value, and none without any', () => {
    for (const value of [0, 5]) {
      const range = axisRange('linear', [value])!;
      expect(range.high).toBeGreaterThan(range.low);
      expect(paretoAxis(range, 100, 4).position(value)).toBeGreaterThanOrEqual(0);
    }
    expect(axisRange('linear', [])).toBeNull();
    expect(axisRange('log', [Number.NaN, Infinity])).toBeNull();
  });

  test('gives 0 a place of its own on a logarithmic axis, before every other value', () => {
    const axis = paretoAxis(axisRange('log', [0, 0.5, 300])!, 400, 5);
    expect(axis.position(0)).toBe(0);
    expect(axis.position(0.5)).toBeGreaterThan(20);
    expect(axis.valueAt(2)).toBe(0);
    expect(axis.ticks[0]).toEqual({ value: 0, at: 0 });
  });

  test('a logarithmic axis marks round numbers, no more than asked for', () => {
    const values = (low: number, high: number, count: number) =>
      paretoAxis({ kind: 'log', low, high, hasZero: false }, 400, count).ticks.map(({ value }) => value);
    expect(values(0.9, 120, 8)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(values(0.9, 120, 4)).toEqual([1, 10, 100]);
    expect(values(0.02, 0.04, 6).length).toBeGreaterThan(1);
  });

  test('values that are far apart get a logarithmic axis', () => {
    expect(clearestAxis([1, 2, 50])).toBe('log');
    expect(clearestAxis([1, 2, 20])).toBe('linear');
    expect(clearestAxis([0, 5])).toBe('linear');
  });
});
