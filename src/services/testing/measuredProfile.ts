import { workloadChain } from '../../core/model/workloadChain';
import type { MeasuredSource, Profile } from '../../core/profile/types';
import type { ProfileDetails } from '../../core/profile/detailsTypes';
import type { Workload } from '../../core/scenario/types';
import type { KeptProfile } from '../types';

/** A measurement of `workload` that took 1 ms a block; scaled as a real one is where `source` says another end to end. */
export function measuredProfile(
  id: string,
  workload: Workload,
  source: Partial<MeasuredSource> = {},
): Profile & { readonly source: MeasuredSource } {
  const chain = workloadChain(workload);
  const sumS = chain.blocks.length / 1e3;
  const endToEndS = source.endToEndS ?? sumS;
  const factor = source.steadiness === 'unstable' ? 1 : endToEndS / sumS;
  return {
    id,
    deviceId: 'measured',
    deviceName: 'This device',
    modelKey: chain.modelKey,
    modelName: chain.name,
    blocks: chain.blocks.map(() => ({
      time: { seconds: 0.001 * factor },
      intervalS: [0.0009 * factor, 0.0011 * factor] as const,
    })),
    source: {
      kind: 'measured',
      date: '2026-01-01T00:00:00Z',
      backend: 'wasm',
      threads: 1,
      runs: 20,
      clockS: 5e-6,
      endToEndS,
      endToEndIntervalS: [endToEndS * 0.98, endToEndS * 1.02],
      sumS,
      factor,
      statistic: 'median',
      steadiness: 'good',
      reason: '',
      deviceDetails: 'Test browser 1, Test OS, 2 cores',
      ...source,
    },
  };
}

/** What a fake measurement tells beyond the times: nothing. */
export const noDetails: ProfileDetails = {
  kernels: [],
  fallbacks: [],
  copies: 0,
  adapter: null,
  endToEndRunsS: [],
  heapBytes: null,
  reasons: [],
  foldedBlocks: [],
  readBackS: null,
};

/** Profiles of the history, as this browser measured them. */
export function measuredInThisBrowser(...profiles: readonly Profile[]): readonly KeptProfile[] {
  return profiles.map((profile) => ({ profile, origin: 'here' }));
}
