import { describe, expect, test } from 'vitest';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import { textWidth } from '../../../charts/fitText';
import { distributionLayout } from './distributionLayout';
import { distributionSummary, distributionTable, distributionsOf, taskRange } from './distributionView';

const all = [0, 2] as const;
const size = { width: 800, textPx: 14 };

describe('distributions of latency', () => {
  test('count what ended and what did not, and take quantiles of what ended', () => {
    const [cloud, best, hindsight] = distributionsOf(smallRun, all);
    expect(cloud).toMatchObject({ lane: 'cloud-only', count: 4, failed: 1 });
    expect([...cloud!.sorted]).toEqual([0.5, 0.75, 1]);
    expect(cloud!.box).toMatchObject({ median: 0.75, worst: 1, lower: 0.625, upper: 0.875 });
    expect(best).toMatchObject({ failed: 0, box: { p5: 0.5, worst: 0.5 } });
    expect(hindsight).toMatchObject({ lane: 'hindsight', name: 'With hindsight' });
  });

  test('are of the tasks that start in the window, ends included', () => {
    const { startS } = smallRun.tasks;
    expect(taskRange(startS, [0, 2])).toEqual([0, 4]);
    expect(taskRange(startS, [0.5, 1])).toEqual([1, 3]);
    expect(taskRange(startS, [0.6, 0.9])).toEqual([2, 2]);
    expect([...distributionsOf(smallRun, [0.4, 1.1])[0]!.sorted]).toEqual([0.75]);
  });

  test('are put into words and a table that say what has no end', () => {
    const found = distributionsOf(smallRun, all);
    expect(distributionSummary(found, 'cloud-only', all)).toBe(
      'All in the cloud, 4 tasks in 0 s to 2 s: half take up to 750 ms, 19 in 20 up to 975 ms, the worst 1 s; 1 have no plan or no end.',
    );
    expect(distributionSummary(distributionsOf(smallRun, [1.6, 1.9]), 'best', [1.6, 1.9])).toBe(
      'No task starts in 1.6 s to 1.9 s.',
    );
    expect(distributionTable(found).rows[0]).toEqual([
      'All in the cloud',
      4,
      1,
      525,
      625,
      750,
      875,
      975,
      1000,
    ]);
  });
});

describe('their drawing', () => {
  const layout = distributionLayout(distributionsOf(smallRun, all), 'best', size);

  test('has a curve that ends below the top where tasks have no end, the chosen one in front, under the dots of hindsight alone', () => {
    expect(layout.curves.slice(-2)).toMatchObject([
      { lane: 'best', look: 'main' },
      { lane: 'hindsight', look: 'bound' },
    ]);
    const endOf = (lane: string): number =>
      Number(
        layout.curves
          .find((curve) => curve.lane === lane)!
          .path.split('V')
          .at(-1),
      );
    expect(endOf('best')).toBe(layout.curveTop);
    expect(endOf('cloud-only')).toBeCloseTo(layout.curveTop + (layout.curveBottom - layout.curveTop) / 4, 0);
  });

  test('has the marks of a box in order, inside the plot', () => {
    const { p5, lower, median, upper, p95, worst } = layout.boxes[0]!.marks!;
    const marks = [p5, lower, median, upper, p95, worst];
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
    expect(worst).toBeLessThanOrEqual(layout.right);
    expect(p5).toBeGreaterThanOrEqual(layout.left);
    expect(layout.boxes[0]!.note).toBe('1 without end');
  });

  test('stays inside a phone, with the names above the boxes', () => {
    const narrow = distributionLayout(distributionsOf(smallRun, all), 'best', { width: 328, textPx: 14 });
    expect(narrow.right).toBeLessThanOrEqual(328);
    expect(narrow.title.lines.length).toBeGreaterThan(layout.title.lines.length);
    for (const line of narrow.title.lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(328);
    expect(narrow.title.lines.join(' ')).toBe(layout.title.lines.join(' '));
    for (const { labelY, y } of narrow.boxes) expect(labelY).toBeLessThan(y);
  });

  test('of a hundred thousand tasks is no longer than of a few hundred', () => {
    const latencyS = Float64Array.from({ length: 100_000 }, (_, k) => 1 + (k % 1013) / 1000);
    const startS = Float64Array.from(latencyS, (_, k) => k * 1e-5);
    const lane = { ...smallRun.tasks.lanes[1]!, latencyS };
    const run = { ...smallRun, tasks: { ...smallRun.tasks, startS, hindsightS: latencyS, lanes: [lane] } };
    const { curves } = distributionLayout(distributionsOf(run, all), 'best', size);
    expect(curves[0]!.path.length).toBeLessThan(8000);
  });

  test('of tasks that never end has no box', () => {
    const never = { ...smallRun.tasks.lanes[0]!, latencyS: new Float64Array(4).fill(Infinity) };
    const run = { ...smallRun, tasks: { ...smallRun.tasks, lanes: [never] } };
    const { boxes, curves } = distributionLayout(distributionsOf(run, all), 'best', size);
    expect(boxes[0]!.marks).toBeNull();
    expect(curves.find(({ lane }) => lane === 'cloud-only')!.path).toBe('');
  });
});
