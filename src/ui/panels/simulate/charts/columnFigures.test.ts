import { expect, test } from 'vitest';
import { tableToCsv } from '../../../charts/chartTable';
import { secondsFigure, tableOf, thousandths, threeFigures, withZeros } from './columnFigures';

test('figures below each other have three figures each, zeros kept', () => {
  expect([0.038, 0.0375, 0.1, 1, 0, 5e-7, 1.5, 0.012345].map(secondsFigure)).toEqual([
    ...['38.0 ms', '37.5 ms', '100 ms', '1.00 s', '0 ms', '0.500 µs', '1.50 s', '12.3 ms'],
  ]);
  expect([38, 1234.5, -2, 0.05, 0, 12, 100].map(threeFigures)).toEqual([
    ...['38.0', '1,230', '-2.00', '0.0500', '0', '12.0', '100'],
  ]);
});

test('what is no number stays as it is', () => {
  expect(withZeros('none')).toBe('none');
  expect(threeFigures(NaN)).toBe('–');
});

test('moments have thousandths, each', () => {
  expect([0, 1.5, 1234.0625].map(thousandths)).toEqual(['0.000', '1.500', '1,234.063']);
});

test('a column of a table takes its own format on screen, and all digits into the file', () => {
  const rows = [[38, null, 'gNB 1', 1234] as const, [37.53, Infinity, '', 2] as const];
  const table = tableOf(
    [{ name: 'ms', format: threeFigures }, { name: 'x' }, { name: 'cell' }, { name: 'n' }],
    rows,
  );
  const text = rows.map((row) => row.map((cell, column) => table.text!(cell, column)));
  expect(text).toEqual([
    ['38.0', '–', 'gNB 1', '1,234'],
    ['37.5', '–', '', '2'],
  ]);
  expect(tableToCsv(table)).toContain('37.53,,,2');
});
