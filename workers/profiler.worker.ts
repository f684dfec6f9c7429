import * as Comlink from 'comlink';
import { profileWorkload } from '../src/profiling/profileWorkload';
import { startRuntime } from '../src/profiling/runtime';
import type { ProfilerApi } from '../src/protocol/profilerApi';

const api: ProfilerApi = {
  profile: (request, onProgress) => profileWorkload(startRuntime(request.threads), request, onProgress),
};

Comlink.expose(api);
