import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitAfterKey, limitAt, limitPercent, firstLimit } from './limitLine';
import { nameWidth, placeNames } from './markLabels';
import { paretoChartLayout, paretoRanges, shapeOf } from './paretoChartLayout';
import type { ParetoData, ParetoMark, ParetoPoint } from './paretoChartTypes';

const room = { width: 700, height: 320, textPx: 14 };
const point = (id: string, x: number, y: number, third: number | null = null): ParetoPoint => ({
  id,
  x,
  y,
  third,
  colour: 0,
  nodes: 1,
  isBeaten: false,
  isOver: false,
});
const mark = (id: string, x: number, y: number): ParetoMark => ({ id, x, y, label: id, isBroken: false });
const data = (change: Partial<ParetoData> = {}): ParetoData => ({
  points: [point('a', 0.04, 0.9), point('b', 0.06, 0.5), point('c', 0.1, 0.2)],
  marks: [mark('Fastest', 0.04, 0.9), mark('Eq. 12', 0.06, 0.5)],
  limits: { x: null, y: null },
  scale: { x: 'linear', y: 'linear' },
  formatX: (value) => `${value} s`,
  formatY: (value) => `${value} J`,
  ...change,
});
const lay = (given: ParetoData) => paretoChartLayout(given, paretoRanges(given)!, room);

describe('the Pareto chart', () => {
  test('places faster plans to the left and thriftier ones below', () => {
    const [a, b, c] = lay(data()).points;
    expect([a!.at.x < b!.at.x, b!.at.x < c!.at.x]).toEqual([true, true]);
    expect([a!.at.y < b!.at.y, b!.at.y < c!.at.y]).toEqual([true, true]);
  });

  test('draws a staircase through the plans that nothing beats, and passes over those that something does', () => {
    const strategy = { ...point('strategy', 0.05, 0.1), isBeaten: true };
    const { points, frontPath, plot } = lay(
      data({ points: [...data().points, point('beaten', 0.08, 0.6), strategy] }),
    );
    const at = (id: string) => points.find((other) => other.id === id)!.at;
    expect(frontPath).toBe(
      `M${at('a').x} ${plot.top}V${at('a').y}H${at('b').x}V${at('b').y}H${at('c').x}V${at('c').y}H${plot.left + plot.width}`,
    );
  });

  test('counts what is not finite instead of drawing it', () => {
    const layout = lay(data({ points: [...data().points, point('odd', Number.NaN, 1)] }));
    expect(layout.points).toHaveLength(3);
    expect(layout.missing).toBe(1);
  });

  test('shows a third criterion as area, the largest where it is largest', () => {
    const points = [point('a', 1, 3, 0), point('b', 2, 2, 25), point('c', 3, 1, 100)];
    const [a, b, c] = lay(data({ points, marks: [] })).points.map(({ radius }) => radius);
    expect(b! - a!).toBeCloseTo((c! - a!) / 2);
  });

  test('thins out only points that cannot be told apart', () => {
    const points = Array.from({ length: 900 }, (_, index) => point(String(index), 1 + index * 1e-7, 1));
    const many = [...points, point('far', 2, 0)];
    const layout = lay(data({ points: many, marks: [] }));
    expect(layout.points.length + layout.covered).toBe(901);
    expect(layout.points.map(({ id }) => id)).toContain('far');
    expect(layout.covered).toBeGreaterThan(800);
  });

  test('shades exactly what lies beyond the limits, nothing twice, and nothing without a limit', () => {
    expect(lay(data()).beyond).toEqual([]);
    const { beyond, limits, plot } = lay(data({ limits: { x: 0.07, y: 0.6 } }));
    const area = beyond.reduce((sum, box) => sum + box.width * box.height, 0);
    const kept = (limits.x.at - plot.left) * (plot.top + plot.height - limits.y.at);
    expect(area).toBeCloseTo(plot.width * plot.height - kept);
  });

  test('a limit beyond the axis waits at its end, as does one that does not exist', () => {
    const { limits, plot, beyond } = lay(data({ limits: { x: 9, y: null } }));
    expect(limits.x).toMatchObject({ state: 'outside', at: plot.left + plot.width, label: '9 s' });
    expect(limits.y).toMatchObject({ state: 'none', at: plot.top, label: '' });
    expect(beyond).toEqual([]);
  });

  test('keeps everything inside the drawing at any width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 1600 }),
        fc.integer({ min: 200, max: 700 }),
        (width, height) => {
          const given = data({ limits: { x: 0.07, y: 0.6 } });
          const layout = paretoChartLayout(given, paretoRanges(given)!, { width, height, textPx: 14 });
          expect(layout.plot.left + layout.plot.width).toBeLessThanOrEqual(width);
          for (const { at } of [...layout.points, ...layout.marks]) {
            expect(at.x).toBeGreaterThanOrEqual(layout.plot.left);
            expect(at.y).toBeGreaterThanOrEqual(layout.plot.top);
            expect(at.y).toBeLessThanOrEqual(layout.plot.top + layout.plot.height);
          }
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  test('counts of nodes differ in shape, not only in colour', () => {
    expect(new Set([1, 2, 3, 4].map((nodes) => shapeOf(nodes, 5))).size).toBe(4);
  });
});

describe('a limit that is dragged', () => {
  const layout = lay(data({ limits: { x: 0.07, y: null } }));

  test('reads the value under the pointer to three figures, and no limit past the end', () => {
    expect(limitAt(layout, 'x', layout.limits.x.at)).toBe(0.07);
    expect(limitAt(layout, 'x', layout.plot.left + layout.plot.width + 3)).toBeNull();
    expect(limitAt(layout, 'y', layout.plot.top - 1)).toBeNull();
    expect(limitAt(layout, 'y', 1e6)).toBe(layout.ranges.y.low);
  });

  test('moves by keys: a step and back is where it was, End and Delete mean none', () => {
    const next = limitAfterKey(layout, 'x', 'ArrowRight')!;
    expect(next).toBeGreaterThan(0.07);
    const moved = lay(data({ limits: { x: next, y: null } }));
    expect(limitAfterKey(moved, 'x', 'ArrowLeft')).toBeCloseTo(0.07, 3);
    expect(limitAfterKey(layout, 'x', 'End')).toBeNull();
    expect(limitAfterKey(layout, 'x', 'Delete')).toBeNull();
    expect(limitAfterKey(layout, 'x', 'a')).toBeUndefined();
  });

  test('comes in from the end by the arrow keys', () => {
    expect(limitPercent(layout, 'y')).toBe(100);
    const first = limitAfterKey(layout, 'y', 'ArrowDown')!;
    expect(first).toBeLessThan(layout.ranges.y.high);
    expect(first).toBeGreaterThan(0.9);
  });

  test('begins in the middle of what is shown', () => {
    expect(firstLimit(layout, 'y')).toBeCloseTo((layout.ranges.y.low + layout.ranges.y.high) / 2, 2);
  });

  test('every key moves it, however narrow the axis', () => {
    const narrow = lay(
      data({
        points: [point('a', 1, 1), point('b', 1.0001, 0.9999)],
        marks: [],
        limits: { x: 1.00005, y: null },
      }),
    );
    for (const key of ['ArrowLeft', 'ArrowRight']) expect(limitAfterKey(narrow, 'x', key)).not.toBe(1.00005);
  });
});

describe('names of marks', () => {
  test('do not cover each other while there is room', () => {
    const marks = [0, 1, 2, 3].map((index) => ({ x: 200 + index * 6, y: 150, widthPx: 80, heightPx: 18 }));
    const names = placeNames(marks, [], { left: 0, top: 0, width: 600, height: 300 });
    for (const [index, { box }] of names.entries()) {
      for (const { box: other } of names.slice(index + 1)) {
        const apart =
          box.left + box.width <= other.left ||
          other.left + other.width <= box.left ||
          box.top + box.height <= other.top ||
          other.top + other.height <= box.top;
        expect(apart).toBe(true);
      }
    }
  });

  test('stay inside the plot, even in a corner', () => {
    const room = { left: 50, top: 20, width: 300, height: 200 };
    for (const [x, y] of [
      [50, 20],
      [350, 220],
      [50, 220],
      [350, 20],
    ] as const) {
      const { box } = placeNames([{ x, y, widthPx: 120, heightPx: 36 }], [], room)[0]!;
      expect(box.left).toBeGreaterThanOrEqual(room.left);
      expect(box.left + box.width).toBeLessThanOrEqual(room.left + room.width);
      expect(box.top).toBeGreaterThanOrEqual(room.top);
      expect(box.top + box.height).toBeLessThanOrEqual(room.top + room.height);
    }
  });

  test('of a plan that every method takes break into lines on a phone, within the plot', () => {
    const label = 'Fastest, Eq. 11, Eq. 12, Within limits';
    for (const width of [240, 280, 320, 1200]) {
      const given = data({ marks: [{ ...mark('best', 0.1, 0.2), label }] });
      const layout = paretoChartLayout(given, paretoRanges(given)!, { width, height: 320, textPx: 14 });
      const { x, anchor, lines } = layout.marks[0]!.text;
      expect(lines.map(({ text }) => text).join(' ')).toBe(label);
      expect(lines.length > 1).toBe(width < 1200);
      for (const { text } of lines) {
        const part = { start: 0, middle: 0.5, end: 1 }[anchor];
        const left = x - part * nameWidth(text, 14);
        expect(left).toBeGreaterThanOrEqual(layout.plot.left);
        expect(left + nameWidth(text, 14)).toBeLessThanOrEqual(layout.plot.left + layout.plot.width);
      }
    }
  });
});
