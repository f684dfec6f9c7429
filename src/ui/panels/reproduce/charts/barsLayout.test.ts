import { describe, expect, test } from 'vitest';
import { barsLayout, wrapWords, type BarsChart } from './barsLayout';

const chart = (groups: readonly string[], ...values: readonly (readonly (number | null)[])[]): BarsChart => ({
  kind: 'bars',
  title: 't',
  x: { name: 'Load', unit: '' },
  y: { name: 'Latency', unit: 'ms' },
  groups,
  series: values.map((each, k) => ({ name: `s${k}`, values: each })),
});
const wide = { width: 900, textPx: 14 };
const phone = { width: 320, textPx: 14 };
const loads = ['low (x1/2)', 'mid (x1)', 'high (x2)'];

describe('bars', () => {
  test('start at 0 and are as high as their value says', () => {
    const { bars, zeroY } = barsLayout(chart(['a', 'b'], [10, 5]), wide);
    expect(bars[0]!.height).toBeCloseTo(2 * bars[1]!.height);
    expect(bars.every(({ y, height }) => Math.abs(y + height - zeroY) < 1e-9)).toBe(true);
  });

  test('hang below the line where a value is negative', () => {
    const { bars, zeroY } = barsLayout(chart(['a', 'b'], [10, -5]), wide);
    expect(bars[1]!.y).toBeCloseTo(zeroY);
    expect(bars[1]!.height).toBeCloseTo(bars[0]!.height / 2);
  });

  test('stand beside each other in their group, and no two overlap', () => {
    const { bars, groups } = barsLayout(chart(loads, [1, 2, 3], [4, 5, 6], [7, 8, 9]), wide);
    expect(bars.map(({ group, series }) => [group, series]).slice(0, 4)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
    ]);
    for (const [k, bar] of bars.entries()) {
      const next = bars[k + 1];
      if (next !== undefined) expect(bar.x + bar.width).toBeLessThanOrEqual(next.x);
      const group = groups[bar.group]!;
      expect(bar.x).toBeGreaterThanOrEqual(group.left);
      expect(bar.x + bar.width).toBeLessThanOrEqual(group.left + group.width);
    }
  });

  test('carry their value: above where it fits, along the bar where not', () => {
    const four = chart(loads, [45.5, 45.5, 45.5], [73.3, 114, 420], [45.5, 45.5, 45.5], [12.1, 16.8, 26.6]);
    expect(barsLayout(four, wide)).toMatchObject({ areLabelsUpright: true });
    const narrow = barsLayout(four, phone);
    expect(narrow.areLabelsUpright).toBe(false);
    expect(narrow.bars.map(({ label }) => label)).toContain('26.6');
    // Along the highest bar there is room for it.
    const highest = narrow.bars.find(({ value }) => value === 420)!;
    expect(highest.labelY - 3 * 0.63 * 14).toBeGreaterThanOrEqual(narrow.plot.top - 1);
  });

  test('that are missing leave their place empty, marked as such', () => {
    const { bars } = barsLayout(chart(['a', 'b'], [10, null]), wide);
    expect(bars[1]).toMatchObject({ height: 0, label: '–' });
  });

  test('that are all 0 lie on the line', () => {
    const { bars, scale } = barsLayout(chart(['a', 'b'], [0, 0]), wide);
    expect(scale).toBe('linear');
    expect(bars.every(({ height }) => height === 1)).toBe(true);
  });

  test('go in decades where one would hide the others', () => {
    const { bars, scale } = barsLayout(chart(['a'], [2], [2000]), wide);
    expect(scale).toBe('log');
    expect(bars[0]!.height).toBeGreaterThan(5);
  });

  test('have names in lines, slanted where a word has no room', () => {
    const methods = ['Latency only', 'Energy only', 'Linear weights', 'HiveMind', 'Exact'];
    const values = methods.map(() => 86.8);
    expect(barsLayout(chart(methods, values), wide).groups[0]!.lines).toEqual(['Latency only']);
    expect(barsLayout(chart(loads, [1, 2, 3]), phone).areNamesSlanted).toBe(false);
    const slanted = barsLayout(chart(methods, values), phone);
    expect(slanted.areNamesSlanted).toBe(true);
    expect(slanted.groups.map(({ lines }) => lines)).toEqual(methods.map((method) => [method]));
  });

  test('wrap at spaces, at most three lines', () => {
    expect(wrapWords('before (cell 3)', 70, 14)).toEqual(['before', '(cell 3)']);
    expect(wrapWords('a b c d', 9, 14)).toHaveLength(3);
  });
});
