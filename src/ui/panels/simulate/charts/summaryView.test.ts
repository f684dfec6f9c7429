import { describe, expect, test } from 'vitest';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import type { LaneSummary } from '../../../../core/simulation/types';
import { bestLanes, runSummary, summaryColumns, summaryTable, summaryText } from './summaryView';

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
    expect(summaryText(base, column('medianS'))).toBe('40 ms');
  });

  test('the least of a column is best, of what can be judged and differs', () => {
    const all = [base, none, slower];
    expect(bestLanes(all, column('medianS'))).toEqual(new Set(['best']));
    expect(bestLanes([base, { ...base, lane: 'ue-only' }], column('medianS'))).toEqual(new Set());
    expect(bestLanes(all, column('splitChanges'))).toEqual(new Set());
    expect(bestLanes([none], column('medianS'))).toEqual(new Set());
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
