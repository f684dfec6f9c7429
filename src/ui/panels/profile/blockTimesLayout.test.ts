import { describe, expect, test } from 'vitest';
import { blockTimesLayout } from './blockTimesLayout';

const time = (seconds: number, intervalS: readonly [number, number] | null = null) => ({
  seconds,
  below: false,
  intervalS,
});

describe('blockTimesLayout', () => {
  test('the slowest block fills the height and bars share the width', () => {
    const { bars } = blockTimesLayout([time(2), time(1)], 100, 50);
    expect(bars[0]).toMatchObject({ y: 0, height: 50 });
    expect(bars[1]).toMatchObject({ y: 25, height: 25 });
    expect(bars[1]!.x - bars[0]!.x).toBe(50);
  });

  test('an interval that reaches above its bar still fits the drawing', () => {
    const { bars } = blockTimesLayout([time(1, [0.5, 2])], 100, 50);
    expect(bars[0]!.whisker).toEqual([0, 37.5]);
    expect(bars[0]!.y).toBe(25);
  });

  test('times that are not finite are counted, not drawn', () => {
    const { bars, missing } = blockTimesLayout([time(1), time(NaN), time(Infinity)], 90, 50);
    expect(missing).toBe(2);
    expect(bars.map((bar) => bar.block)).toEqual([0]);
    expect(bars[0]!.height).toBe(50);
  });

  test('before the first batch there is nothing to draw', () => {
    expect(blockTimesLayout([], 100, 50)).toMatchObject({ bars: [], missing: 0 });
  });
});
