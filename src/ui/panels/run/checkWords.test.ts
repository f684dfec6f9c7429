import { describe, expect, it } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/opening';
import type { ResultCheck } from '../../../state/splitRunTypes';
import { checkWords } from './checkWords';
import { reportOf } from './testing/reports';

const equal = { absolute: 0, relative: 0, same: true };
const near = { absolute: 1e-6, relative: 3e-6, same: false };
const far = { absolute: 1, relative: 0.1, same: false };
const words = (...checks: readonly Omit<ResultCheck, 'cuts'>[]) =>
  checkWords(reportOf({ checks: checks.map((check) => ({ cuts: [12], ...check })) }))!;

describe('the check of the results', () => {
  it('has no words before anything was compared', () => {
    expect(checkWords(reportOf())).toBeNull();
  });

  it('calls results equal only where every bit is', () => {
    expect(words({ timed: equal, exact: equal })).toEqual({
      verdict: 'equal',
      text: 'The result is equal to that of the unsplit run, bit by bit.',
    });
    const signs = { absolute: 0, relative: 0, same: false };
    expect(words({ timed: signs, exact: null }).verdict).toBe('close');
  });

  it('gives fusing as the reason only where the unoptimised run is the same', () => {
    const { verdict, text } = words({ timed: near, exact: equal });
    expect(verdict).toBe('close');
    expect(text).toContain('agrees with');
    expect(text).toContain('3.0 × 10⁻⁶ of the largest value, because what the runtime fuses differs');
    expect(text).toContain('it is the same, bit by bit');
    for (const exact of [null, near]) {
      expect(words({ timed: near, exact }).text).not.toContain('because');
      expect(words({ timed: near, exact }).text).not.toContain('bit by bit');
    }
  });

  it('says that the result is wrong where it is, with or without optimisations', () => {
    for (const check of [
      { timed: far, exact: null },
      { timed: far, exact: equal },
      { timed: near, exact: far },
    ]) {
      const { verdict, text } = words(check);
      expect(verdict).toBe('wrong');
      expect(text).toContain('The split result is wrong (cut after block 12): it differs');
      expect(text).toContain('1.0 × 10⁻¹ of its largest value, more than 1.0 × 10⁻⁴');
      expect(text).not.toContain('because');
    }
  });

  it('has a word for what is missing, and looks at every cut', () => {
    const lost = { absolute: Infinity, relative: Infinity, same: false };
    const { verdict, text } = words({ timed: equal, exact: null }, { timed: lost, exact: null });
    expect(verdict).toBe('wrong');
    expect(text).toContain('missing');
    expect(text).not.toContain('–');
  });

  const int8 = { ...openingScenario.workload, shipped: 'int8' } as typeof openingScenario.workload;

  it('gives lower precision its own error, and excuses no lost result with it', () => {
    const rounded = (relative: number) =>
      checkWords(
        reportOf({
          scenario: { ...openingScenario, workload: int8 },
          checks: [{ cuts: [12], timed: { ...near, relative }, exact: null }],
        }),
      )!;
    expect(rounded(0.02).verdict).toBe('rounded');
    expect(rounded(0.02).text).toContain('With features as int8');
    expect(rounded(0.02).text).toContain('2 %');
    expect(rounded(Infinity).verdict).toBe('wrong');
  });

  it('does not blame a precision in which nothing was shipped', () => {
    const uint8 = { ...openingScenario.workload, rawInput: 'uint8' } as typeof openingScenario.workload;
    const check = { cuts: [12], timed: near, exact: equal };
    const report = reportOf({ scenario: { ...openingScenario, workload: uint8 }, checks: [check] });
    expect(checkWords(report)!.verdict).toBe('close');
  });
});
