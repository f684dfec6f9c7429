import { describe, expect, test } from 'vitest';
import { compareChartLayout, type CompareBar } from './compareChartLayout';

const size = { width: 1000, textPx: 14 };
const bar = (id: string, parts: readonly number[], mark = ''): CompareBar => ({
  id,
  name: `Strategy ${id}`,
  totalS: parts.reduce((sum, part) => sum + part, 0),
  parts: parts.map((seconds, index) => ({
    kind: index % 2 === 0 ? 'compute' : 'transfer',
    name: 'Phone',
    colour: 0,
    seconds,
  })),
  mark,
  gain: 'best 50 % faster, 10 ms saved',
  shortGain: 'best 50 % faster',
});

describe('the comparison', () => {
  test('is sorted with the fastest first, while bars keep their place in the list for the animation', () => {
    const layout = compareChartLayout(
      [bar('slow', [0.3]), bar('best', [0.1], 'best'), bar('mid', [0.2])],
      size,
    );
    expect(layout.bars.map(({ id, rank }) => [id, rank])).toEqual([
      ['slow', 2],
      ['best', 0],
      ['mid', 1],
    ]);
    expect(layout.bars.map(({ y }) => y)).toEqual([2, 0, 1].map((rank) => rank * layout.rowHeight));
    expect(layout.bars[1]!.valueText).toBe('100 ms, best');
  });

  test('totals that differ only by rounding keep the order they came in', () => {
    const layout = compareChartLayout([bar('a', [0.1 + 1e-13]), bar('b', [0.1])], size);
    expect(layout.bars.map(({ rank }) => rank)).toEqual([0, 1]);
  });

  test('parts lie end to end and add up to the total', () => {
    const { bars, left } = compareChartLayout([bar('a', [0.1, 0.2, 0.3]), bar('b', [1])], size);
    const parts = bars[0]!.parts;
    expect(parts[0]!.x).toBe(left);
    parts.slice(1).forEach((part, i) => expect(part.x).toBeCloseTo(parts[i]!.x + parts[i]!.width));
    expect(parts[2]!.x + parts[2]!.width).toBeCloseTo(bars[0]!.end);
  });

  test('a part that takes no time has no width, and a bar of zeros is a bar', () => {
    const { bars } = compareChartLayout([bar('a', [0, 0, 0])], size);
    expect(bars[0]!.parts.map((part) => part.width)).toEqual([0, 0, 0]);
    expect(bars[0]!.valueText).toBe('0 ms');
  });

  test('bars that are not finite are counted, not drawn', () => {
    const layout = compareChartLayout([bar('a', [0.1]), bar('b', [Infinity]), bar('c', [NaN])], size);
    expect(layout.bars.map(({ id }) => id)).toEqual(['a']);
    expect(layout.missing).toBe(2);
  });

  test('the longest bar and its words stay inside the chart, on a phone too', () => {
    for (const width of [328, 700, 1400]) {
      const layout = compareChartLayout([bar('a', [0.1]), bar('b', [2, 1])], { width, textPx: 14 });
      expect(Math.max(...layout.bars.map(({ end }) => end))).toBeLessThan(width - 60);
    }
    expect(compareChartLayout([bar('a', [1])], { width: 328, textPx: 14 }).labels).toBe('above');
  });

  test('nothing to compare is an empty chart', () => {
    expect(compareChartLayout([], size)).toMatchObject({ bars: [], missing: 0 });
  });
});
