import { proxy } from 'comlink';
import type { ProfilerApi } from '../protocol/profilerApi';
import { createPageWatch, watchedPage, type PageWatch } from './pageWatch';
import type { ProfilerService } from './types';
import { createWorkerHost, type HostedWorker } from './workerHost';

function startProfilerWorker(): Worker {
  return new Worker(new URL('../../workers/profiler.worker.ts', import.meta.url), {
    type: 'module',
    name: 'profiler',
  });
}

/**
 * One throw-away worker a profile: a run of a large model blocks its thread for half a second, so aborting means
 * terminating, and ONNX Runtime's WASM memory never shrinks, so it is thrown away at the end too.
 */
export function createProfilerService(
  createWorker: () => HostedWorker = startProfilerWorker,
  createWatch: () => PageWatch = () => createPageWatch(watchedPage()),
): ProfilerService {
  let watch: PageWatch | null = null;
  return {
    profile: async (signal, request, onProgress) => {
      const page = (watch ??= createWatch());
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
