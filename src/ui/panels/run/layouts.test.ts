import { describe, expect, it } from 'vitest';
import { bandShare, errorChartLayout, isDrawn, type ErrorPoint } from './errorChartLayout';
import { partsChartLayout, type PartsRow } from './partsChartLayout';

const row = (id: string, predictedS: number, executedS: number): PartsRow => ({
  id,
  kind: 'part',
  name: `Phone, blocks ${id}`,
  colour: 0,
  scaled: false,
  predictedS,
  executedS,
  intervalS: [executedS * 0.9, executedS * 1.1],
});
const wide = { width: 900, textPx: 14 };
const phone = { width: 330, textPx: 14 };

describe('partsChartLayout', () => {
  it.each([wide, phone])('keeps bars, whiskers and words inside the drawing at %o', (size) => {
    const layout = partsChartLayout([row('1', 0.01, 0.02), row('2', 0.05, 0.04)], size);
    for (const { predicted, executed, whisker, values, text } of layout.rows) {
      for (const { width } of [predicted, executed])
        expect(layout.left + width).toBeLessThanOrEqual(size.width);
      expect(whisker.from).toBeLessThan(whisker.to);
      expect(whisker.to).toBeLessThanOrEqual(size.width);
      expect(values.x).toBeLessThanOrEqual(size.width);
      expect(text).not.toBe('');
    }
    expect(layout.height).toBeGreaterThan(layout.rows.at(-1)!.top + layout.rows.at(-1)!.height);
  });

  it('draws times in proportion', () => {
    const [one, two] = partsChartLayout([row('1', 0.01, 0.01), row('2', 0.03, 0.03)], wide).rows;
    expect(two!.predicted.width / one!.predicted.width).toBeCloseTo(3, 6);
    expect(one!.executed.width).toBeCloseTo(one!.predicted.width, 6);
  });

  it('leaves out what is not finite', () => {
    expect(partsChartLayout([row('1', NaN, 1), row('2', 1, 1)], wide).rows.map(({ id }) => id)).toEqual([
      '2',
    ]);
  });
});

const point = (predictedS: number, executedS: number): ErrorPoint => ({
  id: `${predictedS}`,
  name: 'no cut, capacity × 1',
  quantity: 'total',
  predictedS,
  executedS,
  counts: true,
});

describe('errorChartLayout', () => {
  it('puts a right prediction on the diagonal, and errors to their sides', () => {
    const { points, plot } = errorChartLayout(
      [point(0.01, 0.01), point(0.02, 0.03), point(0.03, 0.02)],
      wide,
    );
    const off = points.map(({ x, y }) => x - plot.left - (plot.top + plot.height - y));
    expect(off[0]).toBeCloseTo(0, 9);
    // Executed longer than predicted lies above.
    expect(off[1]).toBeLessThan(-1);
    expect(off[2]).toBeGreaterThan(1);
  });

  it.each([wide, phone])('keeps points inside a square at %o', (size) => {
    const { plot, points } = errorChartLayout([point(1e-4, 2e-3), point(0.5, 0.2)], size);
    expect(plot.width).toBe(plot.height);
    expect(plot.left + plot.width).toBeLessThanOrEqual(size.width);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(plot.left);
      expect(x).toBeLessThan(plot.left + plot.width);
      expect(y).toBeGreaterThan(plot.top);
      expect(y).toBeLessThan(plot.top + plot.height);
    }
  });

  it('has a band as far from the diagonal as its share says, on both sides', () => {
    const { band } = errorChartLayout([point(0.01, 0.01), point(0.1, 0.1)], wide);
    const corners = [...band.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const upper = corners[0]!;
    const edge = errorChartLayout([point(0.01, 0.01 * (1 + bandShare)), point(0.1, 0.1)], wide);
    expect(corners).toHaveLength(6);
    expect(upper[1]).toBeLessThan(corners.at(-1)![1]!);
    expect(edge.points[0]!.y).toBeLessThan(
      errorChartLayout([point(0.01, 0.01), point(0.1, 0.1)], wide).points[0]!.y,
    );
  });

  it('leaves out what has no place on its axes, and survives having nothing', () => {
    const points = [point(0, 1), point(1, NaN), point(1, 1)];
    expect(points.filter(isDrawn)).toEqual([points[2]]);
    expect(errorChartLayout(points, wide).points).toHaveLength(1);
    expect(errorChartLayout([], wide).points).toEqual([]);
  });
});
