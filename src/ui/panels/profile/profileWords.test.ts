import { describe, expect, test } from 'vitest';
import { workloadChain } from '../../../core/model/workloadChain';
import type { MeasuredSource } from '../../../core/profile/types';
import { adoptProfile } from '../../../core/scenario/edits';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { measuredProfile } from '../../../core/scenario/testing/exampleScenario';
import {
  badgeTitle,
  durationText,
  factorText,
  isMeasured,
  isolationText,
  keptReason,
  measuredText,
  steadinessText,
  totalAndMedianText,
  usageText,
  type MeasuredProfile,
} from './profileWords';

const source: MeasuredSource = {
  kind: 'measured',
  date: '2026-01-02T03:04:05Z',
  backend: 'wasm',
  threads: 1,
  runs: 15,
  clockS: 5e-6,
  endToEndS: 0.04,
  endToEndIntervalS: [0.039, 0.041],
  sumS: 0.0392,
  factor: 1.0204,
  statistic: 'median',
  steadiness: 'good',
  reason: '',
  deviceDetails: null,
};
const profile = (patch: Partial<MeasuredSource>): MeasuredProfile => ({
  id: 'm',
  deviceId: 'measured',
  deviceName: 'This device',
  modelKey: 'k',
  modelName: 'M',
  blocks: [],
  source: { ...source, ...patch },
});

describe('the words of the Profile place', () => {
  test('a page that is not isolated says one thread and a coarse clock, and why', () => {
    const text = isolationText(false, 1e-4, [1]);
    expect(text).toContain('1 thread');
    expect(text).toContain('steps by 0.1 ms');
    expect(text).toContain('COOP');
  });

  test('an isolated page names the thread counts that are compared', () => {
    expect(isolationText(true, 5e-6, [1, 4])).toContain('1 thread and 4 threads');
    expect(isolationText(true, 5e-6, [1])).toContain('one core');
  });

  test('the kept configuration is explained by speed, or by the other one being restless', () => {
    const two = profile({ threads: 2, endToEndS: 0.02, factor: 0.5102 });
    expect(keptReason(two, [profile({})])).toBe('2 threads kept: 2 times as fast as 1 thread.');
    expect(keptReason(profile({}), [profile({ threads: 2, endToEndS: 0.02, steadiness: 'unstable' })])).toBe(
      '1 thread kept: the measurement with 2 threads was not steady.',
    );
    expect(keptReason(two, [])).toBe('');
  });

  test('the factor is shown, or that means are used instead', () => {
    expect(factorText(source)).toContain('2 % below');
    expect(factorText(source)).toContain('median × 1.02');
    const unstable = { ...source, statistic: 'mean', factor: 1, sumS: 0.04, steadiness: 'unstable' } as const;
    expect(factorText({ ...unstable, ratio: 0.75 })).toMatch(
      /medians summed to 25 % below .* not steady.* mean/,
    );
    expect(factorText(unstable)).toContain('Play uses the mean of each block');
    // Kept before the ratio was: the grade itself says so much.
    expect(factorText(unstable)).toContain('more than 10 %');
  });

  test('means that were disturbed more than the plain runs say what they were brought to, and by which factor', () => {
    const text = factorText({
      ...source,
      statistic: 'mean',
      steadiness: 'unstable',
      sumS: 0.016,
      endToEndMeanS: 0.008,
      factor: 0.5,
      ratio: 2,
    });
    expect(text).toContain('× 0.5');
    expect(text).toContain('8 ms, the mean of the plain runs');
  });

  test('an unstable total is the one Play uses, by its name, aloud as well', () => {
    const blocks = [0.003, 0.00514].map((seconds) => ({ time: { seconds }, intervalS: null }));
    const unstable = {
      ...profile({ steadiness: 'unstable', statistic: 'mean', endToEndS: 0.00182, sumS: 0.00814, factor: 1 }),
      blocks,
    };
    expect(totalAndMedianText(unstable)).toBe('mean 8.14 ms (median 1.82 ms)');
    expect(measuredText(unstable)).toBe('Measured: mean 8.14 ms, unstable, for M');
    const steady = { ...profile({ endToEndS: 0.00814 }), blocks };
    expect(totalAndMedianText(steady)).toBe('8.14 ms');
    expect(measuredText(steady)).toBe('Measured: 8.14 ms, good, for M');
    const bounded = { ...profile({ endToEndS: 0.0075 }), blocks };
    expect(totalAndMedianText(bounded)).toBe('up to 8.14 ms (median 7.5 ms)');
  });

  test('of two unstable measurements the one with the shorter mean is called faster', () => {
    const unstable = { steadiness: 'unstable', statistic: 'mean', factor: 1 } as const;
    const one = profile({ ...unstable, endToEndS: 0.003, sumS: 0.004 });
    const four = profile({ ...unstable, threads: 4, endToEndS: 0.002, sumS: 0.008 });
    expect(keptReason(one, [four])).toBe('1 thread kept: 2 times as fast as 4 threads.');
  });

  test('an estimate whose ends meet is one figure', () => {
    expect(durationText(30.7, 31.3)).toBe('about 31 s');
    expect(durationText(9, 18.2)).toBe('9 s to 18 s');
  });

  test('a badge tells the reason first, then what the grades mean', () => {
    expect(badgeTitle(source)).toBe(steadinessText);
    expect(badgeTitle({ ...source, reason: 'Only 3 runs.' })).toBe(`Only 3 runs. ${steadinessText}`);
  });

  test('a coarse clock on a steady machine is not called unsteady, and its factor is shown', () => {
    const text = factorText({ ...source, statistic: 'mean', clockS: 1e-4, ratio: 0.98 });
    expect(text).not.toContain('not steady');
    expect(text).toContain('mean × 1.02');
    expect(text).toContain('0.1 ms');
  });

  test('a measurement that is not in use says why', () => {
    const chain = workloadChain(openingScenario.workload);
    const measured = measuredProfile(openingScenario.workload);
    if (!isMeasured(measured)) throw new Error('not a measurement');
    const fitting = { ...measured, source: { ...measured.source, ratio: 0.99 } };
    const adopted = adoptProfile(openingScenario, openingScenario.sourceId, fitting);
    expect(adopted.profiles).toContainEqual(fitting);
    expect(usageText(fitting, adopted)).toBeNull();
    expect(usageText(fitting, openingScenario)).toContain('another device');
    expect(usageText({ ...fitting, modelKey: `not ${chain.modelKey}` }, openingScenario)).toContain(
      'The model was changed',
    );
  });
});
