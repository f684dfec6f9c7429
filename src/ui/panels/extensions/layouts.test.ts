import { describe, expect, test } from 'vitest';
import { agentsChartLayout } from './agentsChartLayout';
import { linesChartLayout, type LinesData } from './linesChartLayout';
import { partsBarsLayout, type PartsBar } from './partsBarsLayout';

const wide = { width: 1000, textPx: 14 };
const narrow = { width: 340, textPx: 14 };

describe('partsBarsLayout', () => {
  const bars: readonly PartsBar[] = [
    {
      id: 'a',
      name: 'First',
      totalS: 3,
      parts: [
        { look: 'forward', seconds: 1 },
        { look: 'activations', seconds: 0 },
        { look: 'move', seconds: 2 },
      ],
      mark: 'best',
    },
    { id: 'b', name: 'Second', totalS: 6, parts: [{ look: 'compute', seconds: 6 }], mark: '' },
    { id: 'c', name: 'Impossible', totalS: Infinity, parts: [], mark: '' },
  ];

  test.each([wide, narrow])('lays parts end to end, on one scale, inside the width: %o', (size) => {
    const layout = partsBarsLayout(bars, 2, size);
    expect(layout.bars.map(({ id }) => id)).toEqual(['a', 'b']);
    const [first, second] = layout.bars;
    expect(first!.parts.map(({ look }) => look)).toEqual(['forward', 'move']);
    expect(first!.parts[1]!.x).toBeCloseTo(first!.parts[0]!.x + first!.parts[0]!.width, 6);
    expect((second!.end - layout.left) / (first!.end - layout.left)).toBeCloseTo(2, 6);
    expect(layout.referenceX! - layout.left).toBeCloseTo((second!.end - layout.left) / 3, 6);
    expect(second!.end).toBeLessThan(size.width);
    expect(first!.valueText).toBe('3 s, best');
  });

  test('puts names above the bars where there is little room', () => {
    expect(partsBarsLayout(bars, null, wide).labels).toBe('left');
    expect(partsBarsLayout(bars, null, narrow)).toMatchObject({ labels: 'above', left: 0, referenceX: null });
  });
});

describe('linesChartLayout', () => {
  const data: LinesData = {
    x: { kind: 'log', name: 'x', format: String, min: 1, max: 1000 },
    y: { kind: 'log', name: 'y', format: String },
    series: [
      {
        id: 'one',
        name: 'one',
        points: [
          { x: 1, y: 10 },
          { x: 1000, y: 1 },
          { x: 2, y: NaN },
          { x: 2, y: 0 },
        ],
      },
    ],
    marks: [
      { id: 'm', x: 1000, y: 1 },
      { id: 'none', x: 1, y: Infinity },
    ],
    cursor: { x: 1000, name: 'here' },
  };

  test('spans the axes, drops what cannot be drawn and counts it', () => {
    const { plot, paths, marks, missing } = linesChartLayout(data, wide);
    const [d] = paths.map((path) => path.d);
    expect(d).toBe(
      `M${plot.left} ${Math.round(plot.top * 10) / 10}L${plot.left + plot.width} ${Math.round((plot.top + plot.height) * 10) / 10}`,
    );
    expect(marks).toEqual([{ id: 'm', x: plot.left + plot.width, y: plot.top + plot.height }]);
    expect(missing).toBe(2);
  });

  test('writes the cursor’s name on the side with room, and keeps the last label inside', () => {
    const layout = linesChartLayout(data, narrow);
    expect(layout.cursor!.anchor).toBe('end');
    expect(linesChartLayout({ ...data, cursor: { x: 1, name: 'here' } }, narrow).cursor!.anchor).toBe(
      'start',
    );
    expect(layout.plot.left + layout.plot.width).toBeLessThan(narrow.width);
    for (const { at } of layout.xTicks) expect(at).toBeLessThanOrEqual(layout.plot.left + layout.plot.width);
  });

  test('draws a linear axis from zero', () => {
    const linear: LinesData = {
      ...data,
      x: { ...data.x, kind: 'linear', min: 0 },
      y: { ...data.y, kind: 'linear' },
      marks: [{ id: 'zero', x: 0, y: 0 }],
    };
    const { plot, marks } = linesChartLayout(linear, wide);
    expect(marks[0]).toEqual({ id: 'zero', x: plot.left, y: plot.top + plot.height });
  });
});

describe('agentsChartLayout', () => {
  const row = (aware: number, unaware: number) => ({
    name: 'link ×1',
    totalS: { aware, printed: null, unaware },
  });

  test('joins the marks of an agent and keeps times that add up on a linear axis', () => {
    const { agents, kind, left } = agentsChartLayout([row(1, 2), row(2, 4)], wide);
    expect(kind).toBe('linear');
    expect(agents[0]!.marks.map(({ decision }) => decision)).toEqual(['aware', 'unaware']);
    expect(agents[0]!.span).toEqual([agents[0]!.marks[0]!.x, agents[0]!.marks[1]!.x]);
    expect((agents[1]!.span[1] - left) / (agents[0]!.span[0] - left)).toBeCloseTo(4, 6);
    expect(agents[1]!.y).toBeGreaterThanOrEqual(24);
  });

  test('takes decades where times are far apart', () => {
    const { agents, kind, width } = agentsChartLayout([row(0.06, 50)], narrow);
    expect(kind).toBe('log');
    expect(agents[0]!.span[0]).toBeLessThan(agents[0]!.span[1] - 50);
    expect(agents[0]!.span[1]).toBeLessThan(width);
  });
});
