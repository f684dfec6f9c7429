import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { changeSimulation } from '../../../../core/scenario/simulationEdits';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import type { LaneSummary } from '../../../../core/simulation/types';
import { bestLanes, bestNote, runSummary, summaryColumns, summaryTable, summaryText } from './summaryView';

const base: LaneSummary = {
  lane: 'best',
  tasks: 200,
  failed: 0,
  meanS: 0.05,
  medianS: 0.04,
  p90S: 0.08,
  p99S: 0.1,
  worstS: 0.2,
  meanRegretS: 0.001,
  meanUeEnergyJ: null,
  meanEdgeEnergyJ: 1,
  limitBroken: null,
  splitChanges: 12,
};
const none: LaneSummary = {
  ...base,
  lane: 'cloud-only',
  failed: 200,
  meanS: null,
  medianS: null,
  p90S: null,
  p99S: null,
  worstS: null,
  meanRegretS: null,
  meanEdgeEnergyJ: null,
  limitBroken: 200,
};
const slower: LaneSummary = { ...base, lane: 'ue-only', medianS: 0.3, splitChanges: 0 };
const column = (key: string) => summaryColumns.find((entry) => entry.key === key)!;

describe('lanes side by side', () => {
  test('what there is no figure of is said exactly', () => {
    expect(summaryText(base, column('meanUeEnergyJ'))).toBe('power unknown');
    expect(summaryText(none, column('meanUeEnergyJ'))).toBe('no task ended');
    expect(summaryText(none, column('medianS'))).toBe('no task ended');
    expect(summaryText(base, column('limitBroken'))).toBe('no limit set');
    expect(summaryText({ ...none, tasks: 0 }, column('medianS'))).toBe('no task');
    expect(summaryText(none, column('limitBroken'))).toBe('200 of 200');
    expect(summaryText(base, column('medianS'))).toBe('40.0 ms');
    expect(summaryText({ ...base, meanRegretS: 0 }, column('meanRegretS'))).toBe('none');
    expect(summaryText({ ...base, meanRegretS: 1e-6 }, column('meanRegretS'))).toBe('1.00 µs');
  });

  test('the least of a column is best, of what can be judged and differs', () => {
    const all = [base, none, slower];
    expect(bestLanes(all, column('medianS'))).toEqual(new Set(['best']));
    expect(bestLanes([base, { ...base, lane: 'ue-only' }], column('medianS'))).toEqual(new Set());
    expect(bestLanes(all, column('splitChanges'))).toEqual(new Set());
    expect(bestLanes([none], column('medianS'))).toEqual(new Set());
  });

  test('only what reads the same as the least is as good', () => {
    const edge = { ...base, lane: 'edge-only' } as const;
    const near = { ...edge, medianS: 0.040004, meanRegretS: 0.001049 };
    const all = [{ ...base, medianS: 0.04 }, near, slower];
    expect(bestLanes(all, column('medianS'))).toEqual(new Set(['best', 'edge-only']));
    const regrets = (...seconds: readonly number[]) =>
      bestLanes(
        [base, edge, slower].map((one, k) => ({ ...one, meanRegretS: seconds[k]! })),
        column('meanRegretS'),
      );
    expect(regrets(3.76e-6, 3.16e-6, 0.2)).toEqual(new Set(['edge-only']));
    expect(regrets(3.1601e-6, 3.16e-6, 0.2)).toEqual(new Set(['best', 'edge-only']));
  });

  test('regret stands beside the median', () => {
    expect(summaryColumns.slice(0, 3).map(({ name }) => name)).toEqual(['Median', 'Regret', 'Mean']);
  });

  test('why another took less than the best split is said, where one did', () => {
    const edge = { ...base, lane: 'edge-only', meanRegretS: 0.988e-6 } as const;
    const noteOf = (summaries: readonly LaneSummary[], sciMs = 27) =>
      bestNote({ ...smallRun, summaries }, changeSimulation(openingScenario, { sciMs }));
    const late = { ...base, meanRegretS: 3.35e-6 };
    expect(noteOf([edge, slower, late])).toBe(
      'Best split is best on what is known when a task is decided: news that is up to 27 ms old, and capacities change while the task runs. So with hindsight another can have taken less: here All on the edge, with a regret of 0.988 µs against 3.35 µs.',
    );
    expect(noteOf([{ ...edge, meanRegretS: 0 }, late])).toContain(
      'All on the edge, with no regret against 3.35 µs.',
    );
    expect(noteOf([edge, late], 0)).toContain('is decided: capacities change while');
    const early = changeSimulation(openingScenario, { decision: 'one-task-ahead' });
    expect(bestNote({ ...smallRun, summaries: [edge, late] }, early)).toContain(
      'is decided, one task ahead: news',
    );
    expect(noteOf([{ ...edge, meanRegretS: 0.01 }, late])).toBeNull();
    expect(
      noteOf([
        { ...edge, meanRegretS: 3.3501e-6 },
        { ...base, meanRegretS: 3.35011e-6 },
      ]),
    ).toBeNull();
    // Whoever leaves tasks without an end has an easier mean.
    expect(noteOf([{ ...edge, failed: 3 }, late])).toBeNull();
  });

  test('the sentence names the least median, and what regret is where hindsight is a bound', () => {
    const run = { ...smallRun, summaries: [slower, base], hindsightBounds: 3 };
    expect(runSummary(run)).toBe(
      '2 s simulated from seed 7, 200 tasks: the least median is 40 ms (Best split). For 3 tasks hindsight is a lower bound only, so regret is at most this.',
    );
    expect(runSummary({ ...smallRun, summaries: [none] })).toBe(
      '2 s simulated from seed 7: no strategy ended a task.',
    );
  });

  test('the table has numbers in the unit of its columns', () => {
    const { columns, rows } = summaryTable([base]);
    expect(columns.map(({ name }) => name).slice(0, 3)).toEqual(['strategy', 'tasks', 'Median (ms)']);
    expect(rows[0]!.slice(0, 3)).toEqual(['Best split', 200, 40]);
    expect(rows[0]).toContain(null);
  });
});
