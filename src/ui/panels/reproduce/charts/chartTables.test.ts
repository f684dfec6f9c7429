import { describe, expect, test } from 'vitest';
import { tableToCsv } from '../../../charts/chartTable';
import type { FigureChart } from '../../../../core/reproduce/types';
import { chartTableOf, missingIn } from './chartTables';
import { chartSummary, curvesAt } from './chartWords';
import { curvesOf } from './curves';
import { seriesLooks } from './seriesLooks';

const y = { name: 'Latency', unit: 'ms' };
const bars: FigureChart = {
  kind: 'bars',
  title: 'b',
  x: { name: 'Load', unit: '' },
  y,
  groups: ['low', 'high'],
  series: [
    { name: 'UE only', values: [45.5, 45.5] },
    { name: 'HiveMind', values: [12.1, null] },
  ],
};
const lines = {
  kind: 'lines',
  title: 'l',
  x: { name: 'Time', unit: 's' },
  y,
  series: [
    { name: 'a', x: [0, 2], y: [1, 3] },
    { name: 'b', x: [0, 1], y: [5, null] },
  ],
} as const satisfies FigureChart;
const cdf: FigureChart = {
  kind: 'cdf',
  title: 'c',
  x: y,
  series: ['a', 'b'].map((name) => ({ name, x: [10, 20], part: [0.5, 1] })),
};
const plain = { isLog: false, together: [] };
const boxes: FigureChart = {
  kind: 'boxes',
  title: 'x',
  x: { name: 'Error', unit: '%' },
  y,
  boxes: [{ name: '3.00', p5: 1, q1: 2, median: 3, q3: 4, p95: 5 }],
};

describe('the numbers behind a chart', () => {
  test('of bars: a row a group, the unit in every column', () => {
    const table = chartTableOf(bars);
    expect(table.columns.map(({ name }) => name)).toEqual([
      'Load',
      'UE only: Latency (ms)',
      'HiveMind: Latency (ms)',
    ]);
    expect(table.rows).toEqual([
      ['low', 45.5, 12.1],
      ['high', 45.5, null],
    ]);
  });

  test('of curves: a row wherever one of them has a point', () => {
    expect(chartTableOf(lines).rows).toEqual([
      [0, 1, 5],
      [1, 1, null],
      [2, 3, null],
    ]);
    expect(chartTableOf(cdf).rows).toEqual([
      [10, 50, 50],
      [20, 100, 100],
    ]);
  });

  test('of boxes: their five figures', () => {
    expect(chartTableOf(boxes).rows).toEqual([['3.00 %', 1, 2, 3, 4, 5]]);
  });

  test('have what happened beside when', () => {
    const table = chartTableOf({ ...lines, events: [{ x: 1.5, name: 'Handover' }] });
    expect(table.columns.at(-1)).toEqual({ name: 'event' });
    expect(table.rows.map((row) => [row[0], row.at(-1)])).toEqual([
      [0, ''],
      [1, ''],
      [1.5, 'Handover'],
      [2, ''],
    ]);
  });

  test('read as the figures write them, and are whole and in ASCII as CSV', () => {
    const table = chartTableOf({
      ...bars,
      groups: ['low (×½)', 'high (×2)'],
      series: [{ name: 'HiveMind’s', values: [-0.0083928, null] }],
    });
    expect(table.rows.map((row) => row.map((cell, k) => table.text!(cell, k)))).toEqual([
      ['low (×½)', '−0.00839'],
      ['high (×2)', 'none'],
    ]);
    expect(tableToCsv(table)).toBe(
      "Load,HiveMind's: Latency (ms)\r\nlow (x1/2),-0.0083928\r\nhigh (x2),\r\n",
    );
    expect(chartTableOf(lines).text!(119.98, 0)).toBe('119.98');
  });

  test('count what is missing', () => {
    expect([bars, lines, cdf, boxes].map(missingIn)).toEqual([1, 1, 0, 0]);
  });
});

describe('a chart in a sentence', () => {
  test('has its numbers', () => {
    expect(chartSummary(bars, plain)).toBe(
      'Latency (ms) at low, high: UE only 45.5, 45.5; HiveMind 12.1, none.',
    );
    expect(chartSummary(lines, plain)).toBe('Latency (ms) over time (s): a 1 to 3 ms; b 5 ms.');
    expect(chartSummary(boxes, plain)).toContain('Medians: 3.00 % 3 ms.');
  });

  test('says which curves cannot be told apart, and that values stand in decades', () => {
    expect(chartSummary(cdf, { isLog: true, together: [{ curves: [0, 1], at: 2, of: 2 }] })).toBe(
      'Half of all tasks take at most: a 10 ms; b 10 ms. a and b coincide. The axis of values goes in decades, because they are far apart.',
    );
  });

  test('reads every curve at a point', () => {
    expect(curvesAt(curvesOf(lines), 1)).toEqual({ title: 'Time 1 s', lines: ['a: 1 ms', 'b: no value'] });
  });
});

test('the paper’s methods look the same in every figure, others never like them', () => {
  const four = seriesLooks(['UE only', 'Cloud only', 'Single split', 'HiveMind']);
  expect(
    new Set(four.flatMap(({ dash, marker, texture, colour }) => [`${dash}`, marker, texture, colour])).size,
  ).toBe(16);
  expect(seriesLooks(['HiveMind', 'UE only'])).toEqual([four[3], four[0]]);
  const [hivemind, hindsight] = seriesLooks(['HiveMind', 'Least with hindsight']);
  expect(hindsight).not.toEqual(hivemind);
  expect(new Set(seriesLooks(['a', 'b', 'c', 'd', 'e', 'f'])).size).toBe(6);
});
