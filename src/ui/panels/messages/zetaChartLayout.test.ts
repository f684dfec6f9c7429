import { describe, expect, it } from 'vitest';
import { tensorAt, zetaChartLayout } from './zetaChartLayout';

const size = { width: 640, textPx: 14 };

describe('the chart of a message', () => {
  it('puts larger values higher, zero on the base, and everything inside', () => {
    const layout = zetaChartLayout([0, 1, 4, 2], [], size);
    const heights = layout.points.map((point) => layout.base - point!.y);
    expect(heights[0]).toBe(0);
    expect(heights[2]).toBeGreaterThan(heights[3]!);
    expect(heights[3]).toBeGreaterThan(heights[1]!);
    for (const point of layout.points) {
      expect(point!.x).toBeGreaterThan(layout.left);
      expect(point!.x).toBeLessThan(layout.width);
      expect(point!.y).toBeGreaterThanOrEqual(0);
    }
  });

  it('breaks the line where a tensor has no value, and counts it', () => {
    const layout = zetaChartLayout([1, null, 2, 3, Infinity], [], size);
    expect(layout.points.map((point) => point !== null)).toEqual([true, false, true, true, false]);
    expect(layout.path.match(/M/g)).toHaveLength(2);
    expect(layout.missing).toBe(2);
  });

  it('draws what is decided under the tensors it is decided for', () => {
    const layout = zetaChartLayout(
      [1, 1, 1, 1],
      [
        { first: 0, last: 2, next: 3 },
        { first: 3, last: 3, next: null },
      ],
      size,
    );
    const [first, second] = layout.ranges;
    expect(first!.width).toBeCloseTo(3 * second!.width, 9);
    expect(first!.x + first!.width).toBeCloseTo(second!.x, 9);
    expect(first).toMatchObject({ label: 'to 3', runs: true });
    expect(second).toMatchObject({ label: 'hand on', runs: false });
  });

  it('reads back the tensor under every point, and the nearest one beside the plot', () => {
    const layout = zetaChartLayout(Array<number>(175).fill(1), [], size);
    layout.points.forEach((point, tensor) => expect(tensorAt(layout, point!.x, 14)).toBe(tensor));
    expect(tensorAt(layout, -50, 14)).toBe(0);
    expect(tensorAt(layout, 9999, 14)).toBe(174);
  });

  it('always names the first and the last tensor, and never crowds the numbers', () => {
    for (const count of [1, 2, 4, 30, 175, 1001]) {
      const { xTicks } = zetaChartLayout(Array<number>(count).fill(1), [], size);
      expect(xTicks.at(-1)!.label).toBe(String(count - 1));
      expect(xTicks[0]!.label).toBe('0');
      for (const [index, tick] of xTicks.slice(1).entries())
        expect(tick.x - xTicks[index]!.x).toBeGreaterThan(28);
    }
  });

  it('marks points one by one only while they are apart', () => {
    expect(zetaChartLayout([1, 2, 3], [], size).marked).toBe(true);
    expect(zetaChartLayout(Array<number>(300).fill(1), [], size).marked).toBe(false);
  });
});
