import { csvParseRows } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { cellText, tableToCsv } from './chartTable';

describe("a chart's table", () => {
  test('becomes CSV that reads back, whatever the names contain', () => {
    const csv = tableToCsv({
      columns: [{ name: 'node' }, { name: 'time (ms)' }],
      rows: [
        ['A "quoted", name', 1.25],
        ['two\nlines', null],
      ],
    });
    expect(csvParseRows(csv)).toEqual([
      ['node', 'time (ms)'],
      ['A "quoted", name', '1.25'],
      ['two\nlines', ''],
    ]);
  });

  test('keeps full precision and leaves out what is not finite', () => {
    const csv = tableToCsv({ columns: [{ name: 'x' }], rows: [[1 / 3], [Infinity], [NaN]] });
    expect(csv).toBe('x\r\n0.3333333333333333\r\n\r\n\r\n');
  });

  test('does not hand a formula to a spreadsheet, but keeps negative numbers', () => {
    const csv = tableToCsv({ columns: [{ name: '=1+1' }], rows: [['@SUM(A1)'], ['-2'], [-2]] });
    expect(csv).toBe("'=1+1\r\n'@SUM(A1)\r\n'-2\r\n-2\r\n");
  });

  test('shows a missing value as a dash', () => {
    expect([cellText(null), cellText(NaN), cellText('b')]).toEqual(['–', '–', 'b']);
  });

  test('shows sums that add up on paper: five figures, and whole numbers as they are', () => {
    expect([cellText(0.123456), cellText(2266.6667), cellText(301_056)]).toEqual([
      '0.12346',
      '2,266.7',
      '301,056',
    ]);
  });
});
