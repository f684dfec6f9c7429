import { describe, expect, it } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/opening';
import type { PartsRow } from './partsChartLayout';
import { checkText, culpritText, cutsText, summaryText } from './runWords';

const { workload } = openingScenario;
const equal = { absolute: 0, relative: 0, same: true };
const near = { absolute: 1e-6, relative: 3e-6, same: false };

describe('words of a run', () => {
  it('names cuts', () => {
    expect(cutsText([])).toBe('no cut');
    expect(cutsText([12, 40])).toBe('cut after block 12 and block 40');
  });

  it('calls results equal only where every bit is', () => {
    expect(checkText([{ cuts: [1], timed: equal, exact: equal }], workload)).toContain('equal');
    const text = checkText([{ cuts: [1], timed: near, exact: equal }], workload)!;
    expect(text).toContain('agrees with');
    expect(text).toContain('0.000003');
    expect(text).toContain('bit by bit');
  });

  it('says that results differ where they do', () => {
    const far = { absolute: 1, relative: 0.1, same: false };
    expect(checkText([{ cuts: [1], timed: far, exact: null }], workload)).toContain('differs from');
  });

  it('gives lower precision its own error', () => {
    const int8 = { ...workload, shipped: 'int8' } as typeof workload;
    const text = checkText([{ cuts: [1], timed: { ...near, relative: 0.02 }, exact: null }], int8);
    expect(text).toContain('With features as int8');
    expect(text).toContain('2 %');
  });

  it('names what makes most of a difference, and nothing where the prediction is near or nothing stands out', () => {
    const row = (kind: PartsRow['kind'], name: string, predictedS: number, executedS: number): PartsRow => ({
      id: name,
      kind,
      name,
      colour: 'other',
      predictedS,
      executedS,
      intervalS: [executedS, executedS],
    });
    const late = row('handling', 'Messages and encoding', 0.001, 0.012);
    expect(culpritText([row('part', 'Phone', 0.002, 0.003), late, row('total', 'Total', 0.003, 0.015)])).toBe(
      'Most of the difference: Messages and encoding, predicted 1 ms, executed 12 ms.',
    );
    expect(culpritText([late, row('total', 'Total', 0.1, 0.111)])).toBeNull();
    const even = [1, 2, 3].map((k) => row('part', `Part ${k}`, 0.001, 0.002));
    expect(culpritText([...even, row('total', 'Total', 0.003, 0.006)])).toBeNull();
    // A part that is faster than predicted explains none of a total that is slower.
    expect(
      culpritText([row('part', 'Phone', 0.009, 0.001), late, row('total', 'Total', 0.01, 0.013)]),
    ).toContain('Messages and encoding');
  });

  it('has no figure for the error where the link takes most of every cell', () => {
    expect(summaryText({ cells: 3, counted: 0, compute: null, total: null })).toContain('no figure');
    const text = summaryText({
      cells: 10,
      counted: 4,
      compute: { median: 0.02, p90: 0.05 },
      total: { median: 0.03, p90: 0.06 },
    });
    expect(text).toContain('4 of 10 cells');
    expect(text).toContain('3 % (median) and 6 % (p90)');
  });
});
