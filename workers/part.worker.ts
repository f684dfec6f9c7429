import * as Comlink from 'comlink';
import { buffersOf } from '../src/core/wire/buffersOf';
import { createOrtModelRunner } from '../src/profiling/ortModelRunner';
import { createPartRunner } from '../src/profiling/partRunner';
import { type StartedOrt, startOrt } from '../src/profiling/runtime';
import type { PartApi } from '../src/protocol/partApi';

/** The number of threads is fixed by the first part: a worker serves one host, which keeps to one. */
let started: StartedOrt | null = null;

const runner = createPartRunner({
  startRunner: ({ backend, threads }) => {
    started ??= startOrt(threads);
    return { runner: createOrtModelRunner({ ...started, backend }), threads: started.threads };
  },
  nowMs: () => performance.now(),
});

const api: PartApi = {
  load: (request) => runner.load(request),
  run: async (inputs) => {
    const ran = await runner.run(inputs);
    return ran.ok ? Comlink.transfer(ran, buffersOf(ran.value.outputs)) : ran;
  },
};

Comlink.expose(api);
