import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import { inOneGo } from '../../../charts/slices';
import { cursorAfterKey } from './cursorKeys';
import { runColours } from './runColours';
import { arcChoices, runNames } from './runNames';
import { shortCellName } from './stripNames';
import { changedWindow, shownWindow, timeSeriesLayout } from './timeSeriesLayout';
import type { ArcPick, Window } from './timeSeriesTypes';
import { cursorMarkPx } from './timeStrips';
import { readOut, timeSummary, timeTable } from './timeWords';

const size = { width: 900, textPx: 14 };
const names = runNames(smallRun, openingScenario);

function layoutOf(
  run: SimulationRun,
  lane: LaneId = 'best',
  window: Window = [0, 2],
  arcs: readonly ArcPick[] = ['air-up', 0],
  within = size,
) {
  const input = { lane, window, arcs, nodeName: names.node, arcName: names.arc };
  return inOneGo(timeSeriesLayout(run, input, within));
}

describe('rows over time', () => {
  const layout = layoutOf(smallRun);
  const rowOf = (key: string, of = layout) => of.rows.find((row) => row.key === key)!;

  test('lie below each other inside the drawing, over one axis', () => {
    expect(layout.rows.map(({ key }) => key)).toEqual(['latency', 'energy', 'snr', 'capacity']);
    let last = 0;
    for (const { top, bottom } of [
      { top: layout.split.top, bottom: layout.split.top + layout.split.height },
      { top: layout.cells!.top, bottom: layout.cells!.top + layout.cells!.height },
      ...layout.rows,
    ]) {
      expect(top).toBeGreaterThan(last);
      last = bottom;
    }
    expect(last).toBeLessThan(layout.height);
    expect(layout.timeAt(layout.xOf(1.3))).toBeCloseTo(1.3, 9);
    expect(layout.timeAt(-50)).toBe(0);
    expect(layout.timeAt(5000)).toBe(2);
  });

  test('leave titles free of the cursor: it is drawn in the plots, its mark in a place of its own', () => {
    const titles = [layout.split.title, layout.cells!.title, ...layout.rows.map(({ title }) => title)];
    expect(layout.plots).toHaveLength(titles.length);
    for (const [k, { y, lineHeightPx, lines }] of titles.entries()) {
      const lastLineEnd = y + (lines.length - 1) * lineHeightPx + size.textPx / 2;
      expect(layout.plots[k]!.top).toBeGreaterThanOrEqual(lastLineEnd);
      if (k > 0) expect(layout.plots[k - 1]!.bottom).toBeLessThanOrEqual(y - size.textPx / 2);
    }
    expect(layout.plots[0]!.top - layout.split.title.bottom).toBe(cursorMarkPx);
  });

  test('have whole titles however narrow they are: on more lines', () => {
    const narrow = layoutOf(smallRun, 'best', [0, 2], ['air-up', 0], { width: 320, textPx: 14 });
    expect(rowOf('energy').title.lines).toHaveLength(1);
    for (const row of narrow.rows) {
      expect(row.title.lines.join(' ')).toBe(rowOf(row.key).title.lines.join(' '));
      expect(row.title.bottom).toBe(row.top);
    }
    const { lines, lineHeightPx, x, y } = rowOf('energy', narrow).title;
    expect(lines.length).toBeGreaterThan(1);
    expect([x, y + lines.length * lineHeightPx < rowOf('energy', narrow).top + 14]).toEqual([0, true]);
  });

  test('name cells by what tells them apart', () => {
    const names = ['IAB node 1', 'IAB node 2', 'IAB donor 12'];
    const at = (widthPx: number) => names.map((_, cell) => shortCellName(cell, names, widthPx, 14));
    expect(at(200)).toEqual(names);
    expect(at(70)).toEqual(['node 1', 'node 2', 'donor 12']);
    // A number alone is no name.
    expect(at(20)).toEqual(['', '', '']);
    // What would not tell them apart is left out.
    expect(shortCellName(0, ['North gNB', 'Northern gNB'], 40, 14)).toBe('');
  });

  test('draw every lane and hindsight, the chosen lane over the others and hindsight over all', () => {
    const lines = rowOf('latency').lines.map(({ key, look }) => [key, look]);
    expect(lines).toEqual([
      ['cloud-only', 'other'],
      ['best', 'main'],
      ['hindsight', 'bound'],
    ]);
  });

  test('mark tasks of the chosen lane without an end at the top', () => {
    const cloud = rowOf('latency', layoutOf(smallRun, 'cloud-only'));
    expect(cloud.endlessCount).toBe(1);
    expect(cloud.endless[0]).toBeCloseTo(layout.xOf(1), -1);
    expect(rowOf('latency').endless).toEqual([]);
  });

  test('say why there is nothing to draw', () => {
    const lane = { ...smallRun.tasks.lanes[1]!, ueEnergyJ: new Float64Array(4).fill(NaN) };
    const run = { ...smallRun, tasks: { ...smallRun.tasks, lanes: [lane] } };
    expect(rowOf('energy', layoutOf(run)).note).toContain('No power figures');
    expect(rowOf('energy', layoutOf(run)).lines).toEqual([]);
  });

  test('without cells have no SNR and no band', () => {
    const run = { ...smallRun, cells: [], cell: new Int16Array(3).fill(-1) };
    const without = layoutOf(run, 'best', [0, 2], []);
    expect(without.rows.map(({ key }) => key)).toEqual(['latency', 'energy']);
    expect(without.cells).toBeNull();
  });

  test('keep a drawing of 100,000 tasks small: a path a line, a shape a node', () => {
    const count = 100_000;
    const lane = (id: LaneId) => ({
      lane: id,
      latencyS: Float64Array.from({ length: count }, (_, k) => 0.01 + ((k * 7919) % 1000) / 1e4),
      expectedS: new Float64Array(count),
      ueEnergyJ: new Float64Array(count).fill(1),
      edgeEnergyJ: new Float64Array(count).fill(NaN),
      plan: Int32Array.from({ length: count }, (_, k) => k % 2),
    });
    const startS = Float64Array.from({ length: count }, (_, k) => (k * 2) / count);
    const tasks = {
      startS,
      cell: new Int16Array(count),
      hindsightS: startS,
      lanes: [lane('ue-only'), lane('best')],
    };
    const long = layoutOf({ ...smallRun, tasks });
    for (const { lines } of long.rows) {
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const { path } of lines)
        expect((path.match(/[MLHV]/gu) ?? []).length).toBeLessThan(8 * size.width);
    }
    expect(long.split.shapes.length).toBeLessThanOrEqual(2);
  });

  test('paint the split: each node its share of the blocks, and names where there is room', () => {
    expect(layout.split.shapes.map(({ node }) => node)).toEqual(['phone', 'cloud']);
    expect(new Set(layout.split.labels.map(({ text }) => text))).toEqual(new Set(['Phone', 'Cloud']));
    expect(layoutOf(smallRun, 'cloud-only').split.shapes.some(({ node }) => node === null)).toBe(true);
  });
});

describe('the window', () => {
  test('is the whole run where it is no stretch of it', () => {
    expect(shownWindow(smallRun, null)).toEqual([0, 2]);
    expect(shownWindow(smallRun, [3, 5])).toEqual([0, 2]);
    expect(shownWindow(smallRun, [1.5, 0.5])).toEqual([0.5, 1.5]);
    expect(shownWindow(smallRun, [-1, 1])).toEqual([0, 1]);
  });

  test('moves and grows inside the run; all of it is no window', () => {
    expect(changedWindow(smallRun, [0.5, 1], { move: 0.5 })).toEqual([0.75, 1.25]);
    expect(changedWindow(smallRun, [1.5, 2], { move: 3 })).toEqual([1.5, 2]);
    expect(changedWindow(smallRun, null, { zoom: 0.5 })).toEqual([0.5, 1.5]);
    expect(changedWindow(smallRun, [0.1, 1.9], { zoom: 2 })).toBeNull();
  });
});

describe('the cursor', () => {
  const press = (key: string, more = {}) => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });

  test('goes by a pixel or a tenth of the window, and never leaves it', () => {
    expect(cursorAfterKey(press('ArrowRight'), 1, [0, 2], 100)).toBeCloseTo(1.02, 9);
    expect(cursorAfterKey(press('PageDown'), 1, [0, 2], 100)).toBeCloseTo(0.8, 9);
    expect(cursorAfterKey(press('Home'), 1, [0.5, 2], 100)).toBe(0.5);
    expect(cursorAfterKey(press('ArrowLeft'), 0.5, [0.5, 2], 100)).toBe(0.5);
    expect(cursorAfterKey(press('x'), 1, [0, 2], 100)).toBeNull();
    expect(cursorAfterKey(press('ArrowRight', { shiftKey: true }), 1, [0, 2], 100)).toBeNull();
  });

  test('has everything that holds there in words', () => {
    const words = readOut(smallRun, 'cloud-only', 0.6, ['air-up', 0], names);
    expect(words).toEqual([
      { name: 'Time', value: '0.6 s' },
      { name: 'All in the cloud', value: 'task 2, 750 ms; with hindsight 500 ms' },
      { name: 'UE energy', value: '1.5 J' },
      { name: 'Cell', value: 'gNB, SNR 20 dB' },
      { name: 'Air, up to the serving cell', value: '5 Mbit/s' },
      { name: words[5]!.name, value: '10 Mbit/s' },
      { name: 'Split', value: 'Phone: 1–3, Cloud: 4–18' },
    ]);
    expect(readOut(smallRun, 'cloud-only', 1.2, [], names)[1]!.value).toBe(
      'task 3, no plan; with hindsight 250 ms',
    );
  });
});

test('the summary counts what ended, and says what did not', () => {
  expect(timeSummary(smallRun, 'cloud-only', [0, 2])).toBe(
    'All 2 s, simulated: All in the cloud takes 750 ms on average over 4 tasks, 1 s at worst; with hindsight 500 ms. 1 without a plan or an end.',
  );
  expect(timeSummary(smallRun, 'best', [1.6, 1.9])).toContain('no task starts here');
});

test('the table has moments of the window with what holds at each', () => {
  const { columns, rows } = timeTable(smallRun, 'best', [0, 2], ['air-up'], names);
  expect(rows).toHaveLength(200);
  for (const row of rows) expect(row).toHaveLength(columns.length);
  expect(rows[0]!.slice(0, 3)).toEqual([0, 1000, 500]);
  expect(rows.at(-1)![0]).toBe(2);
});

test('capacities to choose from are the air and the links in use', () => {
  expect(arcChoices(smallRun)).toEqual(['air-up', 'air-down', 0]);
});

test('nodes keep the hues they have elsewhere, and others take free ones', () => {
  const known = new Map([['phone', 4]]) as never;
  expect(runColours(smallRun, known)).toEqual(
    new Map([
      ['phone', 4],
      ['cloud', 0],
    ]),
  );
  expect(runColours(smallRun, null).get('cloud' as never)).toBe(2);
});
