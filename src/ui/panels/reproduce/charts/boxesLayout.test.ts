import { describe, expect, test } from 'vitest';
import { boxesLayout, boxName, type BoxesChart } from './boxesLayout';

const box = (name: string, from: number) => ({
  name,
  p5: from,
  q1: from + 1,
  median: from + 2,
  q3: from + 3,
  p95: from + 5,
});
const chart = (...boxes: readonly ReturnType<typeof box>[]): BoxesChart => ({
  kind: 'boxes',
  title: 't',
  x: { name: 'Error of forecasts', unit: '%' },
  y: { name: 'Latency', unit: 'ms' },
  boxes,
});

describe('boxes', () => {
  test('lie on one axis from 0, a row each', () => {
    const { bottom, left, right, rows } = boxesLayout(chart(box('0.00', 0), box('3.00', 5)), {
      width: 900,
      textPx: 14,
    });
    expect(rows[0]!.marks).toMatchObject({ p5: left, median: left + (right - left) * 0.2 });
    expect(rows[1]!.marks!.p95).toBeCloseTo(right);
    expect(rows[1]!.y).toBeGreaterThan(rows[0]!.y + 14);
    expect(rows[1]!.y).toBeLessThan(bottom);
    expect(rows.map(({ median }) => median)).toEqual(['2', '7']);
  });

  test('have names above them where it is narrow', () => {
    const wide = boxesLayout(chart(box('none (last values)', 1)), { width: 900, textPx: 14 });
    const narrow = boxesLayout(chart(box('none (last values)', 1)), { width: 320, textPx: 14 });
    expect(wide.rows[0]!.nameY).toBeGreaterThan(wide.rows[0]!.y);
    expect(narrow.rows[0]!.nameY).toBeLessThan(narrow.rows[0]!.y);
    expect(narrow.rows[0]!.name).toBe('none (last values)');
    const { boxHeight, rows } = boxesLayout(chart(box('3', 1), box('6', 1)), { width: 320, textPx: 14 });
    // Half a line of its text belongs to either way.
    const toOwn = rows[1]!.y - rows[1]!.nameY - 7;
    const toOther = rows[1]!.nameY - 7 - rows[0]!.y - boxHeight;
    expect(toOther).toBeGreaterThan(4 * toOwn);
    expect(rows[0]!.ruleY).toBeNull();
    expect(rows[1]!.ruleY).toBeGreaterThan(rows[0]!.y + boxHeight);
    expect(rows[1]!.ruleY).toBeLessThan(rows[1]!.nameY - 7);
    expect(narrow.right).toBeLessThan(320);
  });

  test('without finite figures are not drawn', () => {
    const { rows } = boxesLayout(chart({ ...box('a', 1), p95: Infinity }), { width: 900, textPx: 14 });
    expect(rows[0]!.marks).toBeNull();
  });

  test('named by a number have its unit', () => {
    expect(boxName('3.00', '%')).toBe('3.00 %');
    expect(boxName('none', '%')).toBe('none');
    expect(boxName('3', '')).toBe('3');
  });
});
