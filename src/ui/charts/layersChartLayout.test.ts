import { describe, expect, test } from 'vitest';
import { countMissing, layersChartLayout } from './layersChartLayout';
import { blockAt, blocksInSight, boundaryAt, boundaryX } from './layersPositions';
import type { LayersData, LayersSize } from './layersChartTypes';

const size: LayersSize = { width: 1000, height: 300, textPx: 14, scale: 'linear' };

/** Three blocks; block 1 on the phone, 2 and 3 in the cloud. */
const data: LayersData = {
  blockNames: ['conv', 'pool', 'fc'],
  rows: [
    { id: 'a', name: 'Phone', colour: 0, seconds: [0.01, 0.02, 0.04] },
    { id: 'b', name: 'MEC host', colour: 2, seconds: [0.005, 0.01, 0.02] },
    { id: 'c', name: 'Cloud', colour: 4, seconds: [0.001, 0.002, 0.004] },
  ],
  boundaryBytes: [1000, 4000, 500, 10],
  sourceRow: 0,
  runs: [
    { row: 0, from: 0, to: 1 },
    { row: 2, from: 1, to: 3 },
  ],
  own: { rows: [0, 1, 2], boundaries: [1, 2, 3] },
};

const many = (count: number): LayersData => ({
  ...data,
  blockNames: Array.from({ length: count }, (_, i) => `block ${i}`),
  rows: data.rows.map((row) => ({ ...row, seconds: new Array<number>(count).fill(0.001) })),
  boundaryBytes: new Array<number>(count + 1).fill(1000),
  runs: [{ row: 0, from: 0, to: count }],
  own: { rows: [0, 1], boundaries: [count, count] },
});

const run = (row: number, from: number, to: number) => ({ row, from, to });
const bars = (path: string): number => path.split('z').length - 1;

describe('the layer strip', () => {
  test('every block is one bar in every row: filled where it runs, outlined elsewhere', () => {
    const { rows } = layersChartLayout(data, size);
    expect(rows.map((row) => [bars(row.runningPath), bars(row.idlePath)])).toEqual([
      [1, 2],
      [0, 3],
      [2, 1],
    ]);
  });

  test('all rows share one scale, so that the slowest block on any node is the tallest bar', () => {
    const { rows } = layersChartLayout(data, size);
    const heights = rows.map((row) =>
      [...(row.runningPath + row.idlePath).matchAll(/v-([\d.]+)/g)].map((match) => Number(match[1])),
    );
    const tallest = rows[0]!.base - rows[0]!.top;
    expect(Math.max(...heights[0]!)).toBeCloseTo(tallest, 1);
    expect(Math.max(...heights[1]!)).toBeCloseTo(tallest / 2, 1);
    expect(Math.max(...heights[2]!)).toBeCloseTo(tallest / 10, 1);
  });

  test('says which scale its bars are on', () => {
    expect(layersChartLayout(data, size).scaleLabel).toBe('linear scale');
    expect(layersChartLayout(data, { ...size, scale: 'log' }).scaleLabel).toBe('log scale');
  });

  test('a band says which blocks a node runs, and lies over exactly their columns', () => {
    const layout = layersChartLayout(data, size);
    const [band] = layout.rows[2]!.bands;
    expect(band!.label).toBe('blocks 2–3');
    expect(band!.x).toBe(boundaryX(layout, 1));
    expect(band!.width).toBeCloseTo(2 * layout.columnWidth);
    expect(layout.rows[1]!.bands).toEqual([]);
  });

  test('the shown cut goes from row to row at its boundary and says how many bytes cross', () => {
    const layout = layersChartLayout(data, size);
    expect(layout.cuts).toHaveLength(1);
    expect(layout.cuts[0]).toMatchObject({
      x: boundaryX(layout, 1),
      label: '4 kB',
      y1: layout.rows[0]!.base,
    });
    expect(layout.cuts[0]!.y2).toBe(layout.rows[2]!.base);
  });

  test('a grip dragged over the figure of a cut sends the figure to the other side', () => {
    const strip = many(55);
    const cut = { ...strip, runs: [run(0, 0, 20), run(1, 20, 55)] };
    const anchorAt = (boundary: number) =>
      layersChartLayout({ ...cut, own: { rows: [0, 1], boundaries: [boundary, 55] } }, size).cuts[0]!.anchor;
    expect([20, 22, 40].map(anchorAt)).toEqual(['start', 'end', 'start']);
  });

  test('where the source runs nothing, the input itself crosses at boundary 0', () => {
    const layout = layersChartLayout({ ...data, runs: [{ row: 2, from: 0, to: 3 }] }, size);
    expect(layout.cuts.map((cut) => [cut.x, cut.label])).toEqual([[boundaryX(layout, 0), '1 kB']]);
  });

  test('grips stand between the rows they connect, never on each other, even at the same boundary', () => {
    const layout = layersChartLayout({ ...data, own: { rows: [0, 1, 2], boundaries: [3, 3, 3] } }, size);
    const [first, second] = layout.handles;
    expect(first!.x).toBe(second!.x);
    expect(second!.y - first!.y).toBeGreaterThan(24);
    expect(first!.y).toBeGreaterThan(layout.rows[0]!.base);
    expect(first!.y).toBeLessThan(layout.rows[1]!.top);
  });

  test('bytes below the input are told from the others, and the input is a line of its own', () => {
    const { bytes } = layersChartLayout(data, size);
    expect([bars(bytes.sentPath), bars(bytes.smallerPath), bars(bytes.otherPath)]).toEqual([1, 2, 1]);
    expect(bytes.referenceLabel).toBe('input: 1 kB');
    expect(bytes.referenceY).toBeCloseTo(bytes.base - (bytes.base - bytes.top) / 4, 1);
  });

  test('what is sent is marked once: at the cuts of the shown plan, and at the input where the source runs nothing', () => {
    const away = layersChartLayout({ ...data, runs: [{ row: 2, from: 0, to: 3 }] }, size);
    expect([bars(away.bytes.sentPath), bars(away.bytes.smallerPath)]).toEqual([1, 2]);
    const home = layersChartLayout({ ...data, runs: [{ row: 0, from: 0, to: 3 }] }, size);
    expect(home.bytes.sentPath).toBe('');
  });

  test('in a low dock the rows get lower, the bytes stay on top and no mark of an axis covers another', () => {
    const low = layersChartLayout(data, { ...size, height: 120 });
    expect(low.height).toBeLessThan(layersChartLayout(data, size).height);
    expect(low.bytes.base).toBeLessThan(low.rows[0]!.top);
    expect(low.foot).toBe(low.rows.at(-1)!.base);
    for (const { ticks } of [...low.rows, low.bytes]) {
      const ys = ticks.map((tick) => tick.y).sort((a, b) => a - b);
      for (let i = 1; i < ys.length; i += 1) expect(ys[i]! - ys[i - 1]!).toBeGreaterThanOrEqual(14);
    }
  });

  test('on a narrow screen the name of a row stands clear of the topmost mark of its axis', () => {
    const { rows } = layersChartLayout(data, { ...size, width: 328 });
    for (const row of rows) {
      const top = Math.min(...row.ticks.map((tick) => tick.y));
      expect(top - size.textPx / 2).toBeGreaterThan(row.labelY + size.textPx * 1.2);
    }
  });

  test('a window over the strip says which blocks are in sight', () => {
    const strip = { inset: 18, columnWidth: 6, blockCount: 55 };
    expect(blocksInSight(strip, 0, 288)).toEqual({ from: 1, to: 45 });
    expect(blocksInSight(strip, 78, 288)).toEqual({ from: 11, to: 55 });
    expect(blocksInSight(strip, 0, 5)).toEqual({ from: 1, to: 1 });
  });

  test.each([1, 24, 55, 156, 2000])('%i blocks keep columns that can be told apart', (count) => {
    for (const width of [328, 1100]) {
      const layout = layersChartLayout(many(count), { ...size, width });
      expect(layout.columnWidth).toBeGreaterThanOrEqual(count > 400 ? 3 : 6);
      expect(layout.axisWidth + layout.plotWidth).toBeGreaterThanOrEqual(width - 1);
      const xs = layout.columnLabels.map((mark) => mark.x);
      const gaps = xs.slice(1).map((x, i) => x - xs[i]!);
      expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(14);
    }
  });

  test('a pointer finds the nearest boundary and the column under it, and never leaves the model', () => {
    const layout = layersChartLayout(data, size);
    for (const boundary of [0, 1, 2, 3])
      expect(boundaryAt(layout, boundaryX(layout, boundary) + 3)).toBe(boundary);
    expect([boundaryAt(layout, -500), boundaryAt(layout, 1e6)]).toEqual([0, 3]);
    expect(blockAt(layout, boundaryX(layout, 1) + 1)).toBe(1);
    expect([blockAt(layout, 0), blockAt(layout, 1e6)]).toEqual([null, null]);
  });

  test('times and bytes that are missing or infinite are counted, not drawn', () => {
    const holes: LayersData = {
      ...data,
      rows: [{ ...data.rows[0]!, seconds: [NaN, Infinity, 0] }],
      runs: [],
      own: null,
      boundaryBytes: [1000, NaN, 500, 10],
    };
    const layout = layersChartLayout(holes, size);
    expect(countMissing(holes)).toBe(3);
    expect(bars(layout.rows[0]!.idlePath)).toBe(1);
    expect(JSON.stringify(layout)).not.toMatch(/NaN|Infinity|null/);
  });

  test('one node has no grip; a zero time is still a pixel; log draws it too', () => {
    const single: LayersData = {
      ...data,
      rows: [{ ...data.rows[0]!, seconds: [0, 0, 0] }],
      runs: [{ row: 0, from: 0, to: 3 }],
      own: { rows: [0], boundaries: [3] },
    };
    for (const scale of ['linear', 'log'] as const) {
      const layout = layersChartLayout(single, { ...size, scale });
      expect(layout.handles).toEqual([]);
      expect(layout.rows[0]!.runningPath).toContain('v-1h');
    }
  });

  test('on a narrow screen names stand above their rows and the axis holds only the scale', () => {
    const wide = layersChartLayout(data, size);
    const narrow = layersChartLayout(data, { ...size, width: 328 });
    expect([wide.labels, narrow.labels]).toEqual(['left', 'above']);
    expect(narrow.axisWidth).toBeLessThan(wide.axisWidth);
    expect(narrow.rows[0]!.top).toBeGreaterThan(narrow.rows[0]!.labelY);
  });
});
