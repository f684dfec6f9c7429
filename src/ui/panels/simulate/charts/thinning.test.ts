import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf, runsOfColumns, stepSeries, taskSeries, thin } from './thinning';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const entry = fc.oneof({ weight: 8, arbitrary: finite }, fc.constantFrom(NaN, Infinity));

describe('a series as few points', () => {
  test('keeps the least and the largest value of every pixel column', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 12 }),
        (values, columns) => {
          const toS = values.length;
          const thinned = thin(stepSeries(values, 1), [0, toS], columns);
          for (let column = 0; column < columns; column++) {
            const here = values.filter(
              (value, k) => Number.isFinite(value) && columnOf(k, 0, toS, columns) === column,
            );
            const kept = thinned.values.filter(
              (value, k) => !Number.isNaN(value) && columnOf(thinned.timesS[k]!, 0, toS, columns) === column,
            );
            expect(Math.min(...kept)).toBe(Math.min(...here));
            expect(Math.max(...kept)).toBe(Math.max(...here));
          }
          expect(thinned.infinite).toBe(values.filter((value) => value === Infinity).length);
          expect(thinned.missing).toBe(values.filter((value) => Number.isNaN(value)).length);
          expect(thinned.count).toBe(values.length);
        },
      ),
      { seed: 11 },
    );
  });

  test('goes through its points in order of time and never has two gaps in a row', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 300 }), (values) => {
        const { timesS, values: kept } = thin(stepSeries(values, 0.1), [2, 20], 7);
        expect(timesS).toEqual([...timesS].sort((a, b) => a - b));
        expect(kept.some((value, k) => k > 0 && Number.isNaN(value) && Number.isNaN(kept[k - 1]!))).toBe(
          false,
        );
      }),
      { seed: 12 },
    );
  });

  test('a hundred thousand values become four points a column at most', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, k) => Math.sin(k) * k);
    const { timesS, count } = thin(stepSeries(values, 1), [0, 100_000], 500);
    expect(count).toBe(100_000);
    expect(timesS.length).toBeLessThanOrEqual(2000);
  });

  test('takes one entry either side of the window along, and counts only what is inside', () => {
    const thinned = thin(stepSeries([1, 2, 3, 4, 5], 1), [1.5, 3.5], 10);
    expect(thinned.timesS).toEqual([1, 2, 3, 4]);
    expect(thinned).toMatchObject({ count: 2, min: 3, max: 4 });
  });

  test('marks the columns in which something has no end', () => {
    const starts = [0, 1, 1.1, 9];
    const thinned = thin(taskSeries(starts, [1, Infinity, Infinity, Infinity]), [0, 10], 10);
    expect(thinned).toMatchObject({ infinite: 3, infiniteColumns: [1, 9], max: 1 });
  });

  test('of nothing has no least and no largest value', () => {
    expect(thin(stepSeries([NaN], 1), [0, 1], 3)).toMatchObject({ count: 1, missing: 1, min: NaN, max: NaN });
  });
});

test('columns with the same key are one stretch', () => {
  expect(runsOfColumns(5, (column) => (column < 2 ? 7 : column === 2 ? -1 : 7))).toEqual([
    [0, 2, 7],
    [2, 3, -1],
    [3, 5, 7],
  ]);
});
