import type { Workload } from '../core/scenario/types';
import type { ModelsState } from './modelsTypes';

/** Whether a workload's weights can be had here; 'unknown' until the kept models are listed. */
export function weightsOf(
  { stored, atHand }: ModelsState,
  workload: Workload,
): 'here' | 'missing' | 'unknown' {
  if (workload.kind !== 'imported') return 'here';
  const { fingerprint } = workload;
  if (atHand.includes(fingerprint)) return 'here';
  if (stored === null) return 'unknown';
  return stored.some((model) => model.fingerprint === fingerprint) ? 'here' : 'missing';
}
