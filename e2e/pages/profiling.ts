/** Profiles in a worker as it was built, without the app around it: small models, so that they take seconds. */
import type { Architecture, CatalogueWorkload } from '../../src/core/scenario/types';
import type { ProfileRequest } from '../../src/protocol/profilerApi';

export function smallRequest(
  backend: ProfileRequest['backend'],
  threads = 1,
  architecture: Architecture = 'mobilenet-v2',
): ProfileRequest {
  const workload: CatalogueWorkload = {
    kind: 'catalogue',
    architecture,
    inputPx: 64,
    width: 0.25,
    shipped: 'fp32',
    rawInput: 'fp32',
  };
  const source = { kind: 'catalogue', workload, seed: 1, weights: 'cheap' } as const;
  return { source, seed: 1, backend, threads, date: '2026-01-01T00:00:00.000Z' };
}
