import { describe, expect, test } from 'vitest';
import { blockTimesLayout } from './blockTimesLayout';

const time = (seconds: number, intervalS: readonly [number, number] | null = null) => ({
  seconds,
  below: false,
  intervalS,
});

describe('blockTimesLayout', () => {
  test('the slowest block fills the height and bars share the width', () => {
    const { bars } = blockTimesLayout([[time(2), time(1)]], 100, 50);
    expect(bars[0]).toMatchObject({ y: 0, height: 50 });
    expect(bars[1]).toMatchObject({ y: 25, height: 25 });
    expect(bars[1]!.x - bars[0]!.x).toBe(50);
  });

  test('an interval that reaches above its bar still fits the drawing', () => {
    const { bars } = blockTimesLayout([[time(1, [0.5, 2])]], 100, 50);
    expect(bars[0]!.whisker).toEqual([0, 37.5]);
    expect(bars[0]!.y).toBe(25);
  });

  test('times that are not finite are counted, not drawn', () => {
    const { bars, missing } = blockTimesLayout([[time(1), time(NaN), time(Infinity)]], 90, 50);
    expect(missing).toBe(2);
    expect(bars.map((bar) => bar.block)).toEqual([0]);
    expect(bars[0]!.height).toBe(50);
  });

  test('before the first batch there is nothing to draw', () => {
    expect(blockTimesLayout([], 100, 50)).toMatchObject({ bars: [], columns: [], missing: 0 });
    expect(blockTimesLayout([[]], 100, 50)).toMatchObject({ bars: [], columns: [], missing: 0 });
  });

  test('several series share one scale and stand side by side within their block, in their order', () => {
    const { bars, columns } = blockTimesLayout([[time(1), time(2)], [time(4)]], 100, 40);
    const inFirst = bars.filter(({ block }) => block === 0);
    expect(inFirst.map(({ series, height }) => [series, height])).toEqual([
      [0, 10],
      [1, 40],
    ]);
    const [a, b] = inFirst;
    expect(b!.x).toBeCloseTo(a!.x + a!.width);
    expect(b!.x + b!.width).toBeLessThanOrEqual(columns[0]!.x + columns[0]!.width);
    expect(columns).toHaveLength(2);
  });

  test('series that are far apart get decades, so that the faster one can still be seen', () => {
    const fast = [time(0.001), time(0.002)];
    const { bars, scale } = blockTimesLayout([fast, [time(0.3), time(0.1)]], 100, 90);
    expect(scale).toBe('log');
    expect(Math.min(...bars.map(({ height }) => height))).toBeGreaterThan(5);
    expect(blockTimesLayout([fast], 100, 90).scale).toBe('linear');
  });

  test('a series a few hundred times faster still shows the blocks below its slowest one', () => {
    const fast = [time(0.0003), time(0.00003)];
    const { bars } = blockTimesLayout([fast, [time(0.09), time(0.001)]], 100, 90);
    expect(Math.min(...bars.map(({ height }) => height))).toBeGreaterThan(5);
  });

  test('many blocks make the drawing wider instead of the bars too thin to see', () => {
    const many = Array.from({ length: 400 }, () => time(1));
    const { bars, width } = blockTimesLayout([many, many], 300, 50);
    expect(width).toBeGreaterThan(300);
    expect(Math.min(...bars.map((bar) => bar.width))).toBeGreaterThanOrEqual(2);
    expect(Math.max(...bars.map((bar) => bar.x + bar.width))).toBeLessThanOrEqual(width);
  });
});
