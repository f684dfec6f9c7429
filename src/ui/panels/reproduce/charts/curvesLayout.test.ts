import { describe, expect, test } from 'vitest';
import { curvesOf, readingPoints, valueAt, type CurveChart } from './curves';
import { curvesLayout } from './curvesLayout';
import { nearestPlace, readerStep } from './readerSteps';

const size = { width: 900, textPx: 14 };
const lines = (
  x: readonly number[],
  ...ys: readonly (readonly (number | null)[])[]
): Extract<CurveChart, { kind: 'lines' }> => ({
  kind: 'lines',
  title: 't',
  x: { name: 'Speed', unit: 'x' },
  y: { name: 'Latency', unit: 'ms' },
  series: ys.map((y, k) => ({ name: `s${k}`, x, y })),
});
const lay = (chart: CurveChart, at = size) => curvesLayout(curvesOf(chart), at);

describe('curves', () => {
  test('stand on an axis from 0, the largest value at the top', () => {
    const { curves, plot } = lay(lines([0, 1, 2], [2, 8, 4]));
    const ys = curves[0]!.marks.map(([, y]) => y);
    expect(ys[1]).toBeCloseTo(plot.top);
    expect(ys[0]).toBeCloseTo(plot.top + plot.height * 0.75);
    expect(curves[0]!.band).toBeNull();
    expect(curves[0]!.marks.map(([x]) => x)).toEqual([
      plot.left,
      plot.left + plot.width / 2,
      plot.left + plot.width,
    ]);
  });

  test('hold what lies below 0, with 0 in between', () => {
    const { curves, plot, yTicks } = lay(lines([0, 1], [-1, 1]));
    expect(curves[0]!.marks[0]![1]).toBeCloseTo(plot.top + plot.height);
    expect(yTicks.find(({ label }) => label === '0')!.at).toBeCloseTo(plot.top + plot.height / 2);
  });

  test('leave a gap where there is no value, and a dot where a value stands alone', () => {
    const { curves } = lay(lines([0, 1, 2, 3, 4], [1, null, 3, null, 5]));
    expect(curves[0]!.path.match(/M/g)).toHaveLength(3);
    expect(curves[0]!.path.match(/h1/g)).toHaveLength(3);
    expect(curves[0]!.marks).toHaveLength(3);
    const none = lay(lines([0, 1], [null, null])).curves[0]!;
    expect(none).toMatchObject({ path: '', endY: null, labelY: null });
  });

  test('are read in decades where the steps are decades, and in equal steps where they are not', () => {
    expect(lay(lines([0.1, 0.5, 1, 5, 10, 20], [1, 2, 3, 4, 5, 6])).scales.x).toBe('log');
    expect(lay(lines([0.1, 0.4, 0.7, 1], [1, 2, 3, 4])).scales.x).toBe('linear');
    const seconds = Array.from({ length: 200 }, (_, k) => 0.01 + k);
    expect(
      lay(
        lines(
          seconds,
          seconds.map(() => 1),
        ),
      ).scales.x,
    ).toBe('linear');
  });

  test('go in decades upwards only where one would press the others onto the axis', () => {
    expect(lay(lines([0, 1], [1, 2], [10, 19])).scales.y).toBe('linear');
    expect(lay(lines([0, 1], [1, 2], [10, 900])).scales.y).toBe('log');
    expect(lay(lines([0, 1], [-1, 2], [10, 900])).scales.y).toBe('linear');
  });

  test('that run down in the paper run up here', () => {
    const down = curvesOf(lines([1, 0.5, 0.1], [3, null, 5]));
    expect(down.curves[0]!.x).toEqual([0.1, 0.5, 1]);
    expect(down.curves[0]!.y).toEqual([5, null, 3]);
  });

  test('have names beside their ends, clear of each other, and letters where it is narrow', () => {
    const chart = lines([0, 1], [1, 1], [1, 1], [1, 0.99]);
    const ys = lay(chart).curves.map(({ labelY }) => labelY!);
    expect(Math.min(ys[1]! - ys[0]!, ys[2]! - ys[1]!)).toBeGreaterThanOrEqual(14);
    expect(lay(chart).curves.map(({ label }) => label)).toEqual(['s0', 's1', 's2']);
    expect(lay(chart, { width: 320, textPx: 14 }).curves.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
  });

  test('have a legend above the plot, with the letters where there are letters', () => {
    const chart = lines([0, 1], [1, 1], [2, 2], [3, 3]);
    const wide = lay(chart);
    expect(wide.legend.entries.map(({ label }) => label)).toEqual(['s0', 's1', 's2']);
    expect(wide.legend.heightPx).toBeLessThan(wide.plot.top);
    const narrow = lay(chart, { width: 200, textPx: 14 });
    expect(narrow.legend.entries.map(({ label }) => label)).toEqual(['A  s0', 'B  s1', 'C  s2']);
    expect(new Set(narrow.legend.entries.map(({ y }) => y)).size).toBeGreaterThan(1);
    expect(lay(lines([0, 1], [1, 1])).legend).toEqual({ entries: [], notes: [], heightPx: 0 });
  });

  test('stay within 320 px, with fewer marks on the axes', () => {
    const chart = lines([0, 10_000, 20_000], [1, 2, 3]);
    const { plot, width, xTicks } = lay(chart, { width: 320, textPx: 14 });
    expect(plot.left + plot.width).toBeLessThanOrEqual(width);
    expect(xTicks.length).toBeLessThan(lay(chart).xTicks.length);
  });

  test('of thousands of points are a band and its median, a column of pixels after the other', () => {
    const x = Array.from({ length: 3000 }, (_, k) => k);
    const [curve] = lay(lines(x, x)).curves;
    expect(curve!.marks).toHaveLength(0);
    expect(curve!.path.match(/L/g)!.length).toBeLessThan(500);
    expect(curve!.band).toMatch(/Z$/);
  });

  test('begin and end their axes at round numbers that are written', () => {
    const { plot, xTicks, yTicks } = lay(lines([0.1, 0.5, 1], [2, 13.1, 4]));
    expect([xTicks[0], xTicks.at(-1)!.label]).toEqual([{ at: plot.left, label: '0.1' }, '1.0']);
    expect(yTicks.at(-1)).toEqual({ at: plot.top, label: '14' });
    const decades = lay(lines([0.1, 0.5, 1, 2, 10, 20], [40, 50, 60, 70, 80, 90], [1, 2, 3, 4, 5, 2660]));
    expect([decades.yTicks[0]!.label, decades.yTicks.at(-1)!.label]).toEqual(['1', '10,000']);
    expect([decades.xTicks[0]!.label, decades.xTicks.at(-1)!.label]).toEqual(['0.1', '20']);
  });

  test('that run together say so above the plot, and each looks out from under the next', () => {
    const { curves, legend, order, together } = lay(
      lines([0, 1, 2], [1, 2, 3], [1, 2, 3], [9, 9, 9], [1, 2, 3]),
    );
    expect(together).toEqual([{ curves: [0, 1, 3], at: 3, of: 3 }]);
    expect(legend.notes.map(({ text }) => text)).toEqual(['s0, s1 and s3 coincide.']);
    const widths = order.map((k) => curves[k]!.covers);
    expect(order.filter((k) => k !== 2).map((k) => curves[k]!.covers)).toEqual([2, 1, 0]);
    expect(widths).toContain(0);
    const partly = lay(lines([0, 1, 2, 3], [1, 2, 3, 9], [1, 2, 3, 4]));
    expect(partly.legend.notes.map(({ text }) => text)).toEqual(['s0 and s1 coincide at 3 of 4 points.']);
    expect(lay(lines([0, 1, 2], [1, 2, 3], [3, 2, 1])).together).toEqual([]);
  });

  test('have a line where something happened, named on the side with room, and read there', () => {
    const chart = { ...lines([0, 10, 30], [1, 2, 3]), events: [{ x: 18, name: 'Handover at 18 s' }] };
    const { events, places, plot, points } = lay(chart);
    expect(events).toMatchObject([{ name: 'Handover at 18 s', isBefore: true }]);
    expect(events[0]!.at).toBeCloseTo(plot.left + plot.width * 0.6);
    expect(places[points.indexOf(18)]).toBeCloseTo(events[0]!.at);
  });
});

describe('shares', () => {
  const chart: CurveChart = {
    kind: 'cdf',
    title: 't',
    x: { name: 'Latency', unit: 'ms' },
    series: [
      { name: 'a', x: [10, 20, 30], part: [0.2, 0.6, 1] },
      { name: 'b', x: [15, 40], part: [0.5, 1] },
    ],
  };

  test('rise in steps from 0 to 100 % and go on to the edge', () => {
    const { curves, plot, yTicks } = lay(chart);
    expect(yTicks.at(-1)).toMatchObject({ label: '100', at: plot.top });
    expect(curves[0]!.path).toMatch(
      new RegExp(`V${plot.top.toFixed(1)}H${(plot.left + plot.width).toFixed(1)}$`),
    );
    expect(curves.every(({ endY }) => endY === plot.top)).toBe(true);
  });

  test('hold until the next value; before the first they are 0', () => {
    const { curves } = curvesOf(chart);
    expect(readingPoints(curvesOf(chart))).toEqual([10, 15, 20, 30, 40]);
    expect([5, 10, 19, 20, 99].map((at) => valueAt(curves[0]!, at, true))).toEqual([0, 20, 20, 60, 100]);
    expect(valueAt(curves[0]!, 5, false)).toBeNull();
  });
});

describe('reading', () => {
  test('crosses a chart in a hundred presses, ten pages, or one', () => {
    expect(readerStep('ArrowRight', 0, 3000)).toBe(30);
    expect(readerStep('ArrowRight', 0, 5)).toBe(1);
    expect(readerStep('PageDown', 1000, 3000)).toBe(700);
    expect(readerStep('End', 0, 3000)).toBe(2999);
    expect(readerStep('Home', 20, 3000)).toBe(0);
    expect(readerStep('a', 20, 3000)).toBeNull();
  });

  test('takes the nearest place', () => {
    const places = [0, 10, 30];
    expect([-5, 4, 6, 21, 99].map((px) => nearestPlace(places, px))).toEqual([0, 0, 1, 2, 2]);
  });
});
