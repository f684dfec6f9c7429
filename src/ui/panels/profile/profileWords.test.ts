import { describe, expect, test } from 'vitest';
import { workloadChain } from '../../../core/model/workloadChain';
import type { MeasuredSource } from '../../../core/profile/types';
import { adoptProfile } from '../../../core/scenario/edits';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { measuredProfile } from '../../../core/scenario/testing/exampleScenario';
import {
  factorText,
  isMeasured,
  isolationText,
  keptReason,
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
    const two = profile({ threads: 2, endToEndS: 0.02 });
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
    // Kept before the ratio was: the grade itself says so much.
    expect(factorText(unstable)).toContain('more than 10 %');
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
