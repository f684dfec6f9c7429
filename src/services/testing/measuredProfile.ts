import { workloadChain } from '../../core/model/workloadChain';
import type { MeasuredSource, Profile } from '../../core/profile/types';
import type { Workload } from '../../core/scenario/types';

/** A measurement of `workload` that took 1 ms a block. */
export function measuredProfile(
  id: string,
  workload: Workload,
  source: Partial<MeasuredSource> = {},
): Profile & { readonly source: MeasuredSource } {
  const chain = workloadChain(workload);
  const totalS = chain.blocks.length / 1e3;
  return {
    id,
    deviceId: 'measured',
    deviceName: 'This device',
    modelKey: chain.modelKey,
    modelName: chain.name,
    blocks: chain.blocks.map(() => ({ time: { seconds: 0.001 }, intervalS: [0.0009, 0.0011] as const })),
    source: {
      kind: 'measured',
      date: '2026-01-01T00:00:00Z',
      backend: 'wasm',
      threads: 1,
      runs: 20,
      clockS: 5e-6,
      endToEndS: totalS,
      endToEndIntervalS: [totalS * 0.98, totalS * 1.02],
      sumS: totalS,
      factor: 1,
      statistic: 'median',
      steadiness: 'good',
      reason: '',
      deviceDetails: 'Test browser 1, Test OS, 2 cores',
      ...source,
    },
  };
}
