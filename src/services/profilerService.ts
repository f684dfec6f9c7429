import { proxy } from 'comlink';
import { unknownPageFacts } from '../core/profile/pageFacts';
import type { ProfilerApi } from '../protocol/profilerApi';
import type { PageWatch } from './pageWatch';
import type { ProfilerService } from './types';
import { createWorkerHost, type HostedWorker } from './workerHost';

function startProfilerWorker(): Worker {
  return new Worker(new URL('../../workers/profiler.worker.ts', import.meta.url), {
    type: 'module',
    name: 'profiler',
  });
}

/** Few visits measure: it loads with the first profile. Without it nothing is known of the page, and profiling goes on. */
async function watchPage(): Promise<PageWatch> {
  try {
    const { createPageWatch, watchedPage } = await import('./pageWatch');
    return createPageWatch(watchedPage());
  } catch {
    return { start: () => undefined, read: () => Promise.resolve(unknownPageFacts) };
  }
}

/**
 * One throw-away worker a profile: a run of a large model blocks its thread for half a second, so aborting means
 * terminating, and ONNX Runtime's WASM memory never shrinks, so it is thrown away at the end too.
 */
export function createProfilerService(
  createWorker: () => HostedWorker = startProfilerWorker,
  createWatch: () => Promise<PageWatch> = watchPage,
): ProfilerService {
  let watch: Promise<PageWatch> | null = null;
  return {
    profile: async (signal, request, onProgress) => {
      watch ??= createWatch();
      const page = await watch;
      page.start();
      const host = createWorkerHost<ProfilerApi>(createWorker);
      let settled = false;
      // The progress port is apart from the answer's: a late message must not follow the answer.
      const report = proxy((progress: Parameters<typeof onProgress>[0]) => {
        if (!settled) onProgress(progress);
      });
      const called = await host.call(signal, (api) => api.profile(request, report, proxy(page.read)));
      settled = true;
      host.terminate();
      return called.ok ? called.value : called;
    },
  };
}
