/** What a plan is judged by beside latency, and the goals of a new document. */
import type { Goals } from './types';

export const criteria = ['latency', 'ue-energy', 'edge-energy', 'bytes', 'leakage'] as const;
export type Criterion = (typeof criteria)[number];

/** One millisecond weighs as much as one millijoule of the UE; no limits. */
export const defaultGoals: Goals = {
  weights: { latency: 1, ueEnergy: 1, edgeEnergy: 0, bytes: 0, leakage: 0 },
  limits: { latencyMs: null, ueEnergyMJ: null, edgeEnergyMJ: null, kilobytes: null, leakage: null },
  minimise: 'ue-energy',
};
