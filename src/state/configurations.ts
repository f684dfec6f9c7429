/** Which configurations of this device can be measured, and which are by default: pure functions. */
import type { BrowserFacts, GpuAccess } from '../services/types';
import type { Configuration } from './profilingTypes';

type ThreadFacts = Pick<BrowserFacts, 'crossOriginIsolated' | 'cores'>;

/** Worth offering: every count up to four, then the usual numbers of cores. */
const offeredThreads = [1, 2, 3, 4, 6, 8, 12, 16];
/** More threads than real cores make it several times slower, and beyond four little is gained. */
const defaultMostThreads = 4;

/** Thread counts that this page may use: one where it is not isolated, else up to the cores it is told of. */
export function offeredThreadCounts({ crossOriginIsolated, cores }: ThreadFacts): readonly number[] {
  return crossOriginIsolated ? offeredThreads.filter((count) => count <= Math.max(1, cores)) : [1];
}

/** One thread, as many as are worth it, and the GPU where there is a real one: software says nothing of any GPU. */
export function defaultConfigurations(facts: ThreadFacts, gpu: GpuAccess | null): readonly Configuration[] {
  const most = Math.min(defaultMostThreads, facts.cores);
  const threads = facts.crossOriginIsolated && most > 1 ? [1, most] : [1];
  return [
    ...threads.map((count): Configuration => ({ backend: 'wasm', threads: count })),
    ...(gpu?.kind === 'adapter' && !gpu.adapter.isFallback ? [gpuConfiguration] : []),
  ];
}

export const gpuConfiguration: Configuration = { backend: 'webgpu', threads: 1 };

export function sameConfiguration(a: Configuration, b: Configuration): boolean {
  return a.backend === b.backend && a.threads === b.threads;
}

/** One thread first (more are held against it), then more, then the GPU. */
export function inOrder(configurations: readonly Configuration[]): readonly Configuration[] {
  return [...configurations].sort(
    (a, b) => Number(a.backend === 'webgpu') - Number(b.backend === 'webgpu') || a.threads - b.threads,
  );
}
