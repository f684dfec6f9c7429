import { describe, expect, test } from 'vitest';
import { timelineChartLayout, type TimelineBar } from './timelineChartLayout';

const size = { width: 1000, textPx: 14 };
const bar = (
  id: string,
  row: string,
  startS: number,
  seconds: number,
  kind: TimelineBar['kind'] = 'compute',
) => ({
  id,
  kind,
  row,
  colour: 0,
  label: 'blocks 1–12',
  startS,
  seconds,
});

const plan = [
  bar('0', 'Phone', 0, 0.01),
  bar('1', 'Phone → gNB', 0.01, 0.02, 'transfer'),
  bar('2', 'Cloud', 0.03, 0.01),
];

describe('the timeline', () => {
  test('has a row for every node and hop, in the order of time', () => {
    const layout = timelineChartLayout(plan, size);
    expect(layout.rows.map(({ name, kind }) => [name, kind])).toEqual([
      ['Phone', 'compute'],
      ['Phone → gNB', 'transfer'],
      ['Cloud', 'compute'],
    ]);
  });

  test('each bar starts where the one before it ends', () => {
    const { bars } = timelineChartLayout(plan, size);
    bars.slice(1).forEach((next, i) => expect(next.x).toBeCloseTo(bars[i]!.x + bars[i]!.width));
  });

  test('a node that is visited twice has one row', () => {
    const layout = timelineChartLayout([...plan, bar('3', 'Phone', 0.04, 0.01)], size);
    expect(layout.rows).toHaveLength(3);
    expect(layout.bars[3]!.y).toBe(layout.bars[0]!.y);
  });

  test('what takes no time is still a mark, and everything at once is not a division by zero', () => {
    const { bars } = timelineChartLayout([bar('0', 'Phone', 0, 0), bar('1', 'Cloud', 0, 0)], size);
    expect(bars.map((mark) => mark.width)).toEqual([2, 2]);
    expect(JSON.stringify(bars)).not.toContain('null');
  });

  test('legs that are not finite are counted, not drawn', () => {
    const layout = timelineChartLayout(
      [...plan, bar('3', 'Cloud', 0.04, Infinity), bar('4', 'x', NaN, 1)],
      size,
    );
    expect(layout.bars).toHaveLength(3);
    expect(layout.missing).toBe(2);
  });

  test('words stay inside the chart: after the bar, before it, or in it when it computes', () => {
    for (const width of [328, 1000]) {
      for (const { words } of timelineChartLayout(plan, { width, textPx: 14 }).bars) {
        const room = words.anchor === 'start' ? width - words.x : words.x;
        expect(room).toBeGreaterThan(words.text.length * 5);
      }
    }
    expect(timelineChartLayout([bar('0', 'Phone', 0, 1)], size).bars[0]!.words.inside).toBe(true);
    expect(timelineChartLayout([bar('0', 'a → b', 0, 1, 'transfer')], size).bars[0]!.words.inside).toBe(
      false,
    );
  });

  test('no leg at all is an empty chart', () => {
    expect(timelineChartLayout([], size)).toMatchObject({ rows: [], bars: [], missing: 0 });
  });
});
