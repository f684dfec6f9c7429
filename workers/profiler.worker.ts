import * as Comlink from 'comlink';
import { profileWorkload } from '../src/profiling/profileWorkload';
import { startRuntime } from '../src/profiling/runtime';
import type { ProfilerApi } from '../src/protocol/profilerApi';

const api: ProfilerApi = {
  profile: async (request, onProgress, pageFacts) => {
    const engine = await startRuntime(request.backend, request.threads);
    return engine.ok ? profileWorkload(engine.value, request, onProgress, pageFacts) : engine;
  },
};

Comlink.expose(api);
