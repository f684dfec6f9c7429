import { describe, expect, test } from 'vitest';
import { barsLayout, type BarsChart } from './barsLayout';
import { wrapWords } from './wrapWords';

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
const loads = ['low (×½)', 'mid (×1)', 'high (×2)'];

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

  test('carry their value lying: in three figures, in two where three have no room, or none at all', () => {
    const four = chart(
      loads,
      [0.437, 0.437, 0.437],
      [0.0901, 0.13, 0.204],
      [0.09, 0.13, 0.2],
      [0.09, 0.128, 1.08],
    );
    const label = (width: number) => barsLayout(four, { width, textPx: 14 }).bars[1]!.label;
    expect([900, 640, 320].map(label)).toEqual(['0.0901', '0.090', '']);
    const texts = barsLayout(four, wide);
    for (const bar of texts.bars) {
      expect(bar.label.length * 0.5 * texts.labelTextPx).toBeLessThanOrEqual(bar.width + 2);
    }
  });

  test('have no value where it has no room, but a missing one is always marked', () => {
    const { bars } = barsLayout(
      chart(loads, [45.5, null, 45.5], [73, 114, 420], [1, 2, 3], [4, 5, 6]),
      phone,
    );
    expect(bars.map(({ label }) => label).filter((text) => text !== '')).toEqual(['–']);
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

  test('are marks in decades where one would hide the others, between round numbers', () => {
    const { bars, plot, scale, yTicks } = barsLayout(chart(['a'], [45.5], [2662], [0]), wide);
    expect(scale).toBe('log');
    expect([yTicks[0]!.label, yTicks.at(-1)!.label]).toEqual(['30', '3,000']);
    expect(yTicks[0]!.at).toBeCloseTo(plot.top + plot.height);
    expect(bars[1]!.valueY).toBeGreaterThan(yTicks.at(-1)!.at);
    expect(bars[2]).toMatchObject({ label: '0', valueY: plot.top + plot.height });
  });

  test('of parts of a whole stand against the whole, never in decades', () => {
    const parts = { ...chart(['a', 'b'], [0, 0.377], [100, 100]), y: { name: 'Tasks', unit: '%' } };
    const few = { ...chart(['a'], [0.2], [4]), y: { name: 'Tasks', unit: '%' } };
    for (const layout of [barsLayout(parts, wide), barsLayout(few, wide)]) {
      expect(layout.scale).toBe('linear');
      expect([layout.yTicks[0]!.label, layout.yTicks.at(-1)!.label]).toEqual(['0', '100']);
    }
    expect(barsLayout(parts, wide).bars[0]!.height).toBe(1);
  });

  test('end their axis at the next round number', () => {
    const { yTicks } = barsLayout(chart(['a'], [420]), wide);
    expect(yTicks.at(-1)!.label).toBe('500');
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
