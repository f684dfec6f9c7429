import { describe, expect, it } from 'vitest';
import type { Profile } from '../core/profile/types';
import { openingScenario } from '../core/scenario/presets/presets';
import type { Scenario } from '../core/scenario/types';
import { isMeasuredHere, markOf } from './measuredHere';
import { withoutDeviceDetails } from './withoutDeviceDetails';

const telling: Profile = {
  id: 'old',
  deviceId: 'measured',
  deviceName: 'This device',
  modelKey: 'key',
  modelName: 'Net',
  blocks: [{ time: { seconds: 0.001 }, intervalS: [0.0009, 0.0011] }],
  source: {
    kind: 'measured',
    date: '2026-01-01T00:00:00Z',
    backend: 'wasm',
    threads: 8,
    runs: 20,
    clockS: 5e-6,
    endToEndS: 0.001,
    endToEndIntervalS: [0.0009, 0.0011],
    sumS: 0.001,
    factor: 1,
    statistic: 'median',
    steadiness: 'fair',
    reason: 'The device ran on its battery (34 % left), which may lower its speed.',
    deviceDetails: 'Test browser 1, Test OS, 2 cores',
  },
};
const withProfiles = (...profiles: readonly Profile[]): Scenario => ({ ...openingScenario, profiles });
const shared = withoutDeviceDetails(withProfiles(telling));

describe('a shared document', () => {
  it('says nothing of the device, in its sentence on steadiness neither', () => {
    expect(JSON.stringify(shared)).not.toMatch(/battery|34 %|Test OS|cores/);
    expect(shared.profiles[0]).toMatchObject({ source: { steadiness: 'fair', reason: '' } });
  });

  it('loses the sentence also where it said nothing else of the device', () => {
    const sentenceOnly = withoutDeviceDetails(
      withProfiles({ ...telling, source: { ...telling.source, deviceDetails: null } as Profile['source'] }),
    );
    expect(sentenceOnly).toEqual(shared);
    expect(withoutDeviceDetails(sentenceOnly)).toBe(sentenceOnly);
  });

  it('brings a measurement back as one of this browser', () => {
    expect(isMeasuredHere(shared.profiles[0]!, [markOf(telling)])).toBe(true);
    expect(isMeasuredHere({ ...shared.profiles[0]!, deviceName: 'NVIDIA H100' }, [markOf(telling)])).toBe(
      false,
    );
  });
});

it('a mark from before sentences were left out counts still, for what it was made of', () => {
  const earlier = 'old fb361d63edbaf3bb';
  expect(isMeasuredHere(telling, [earlier])).toBe(true);
  const unnamed = { ...telling.source, deviceDetails: null } as Profile['source'];
  expect(isMeasuredHere({ ...telling, source: unnamed }, [earlier])).toBe(true);
  expect(isMeasuredHere({ ...telling, modelName: 'Other' }, [earlier])).toBe(false);
});
