import * as Comlink from 'comlink';
import { buffersOf } from '../src/core/wire/buffersOf';
import { createOrtModelRunner } from '../src/profiling/ortModelRunner';
import { createPartRunner } from '../src/profiling/partRunner';
import { type StartedOrt, startOrt } from '../src/profiling/runtime';
import type { PartApi } from '../src/protocol/partApi';

/** Back end and number of threads are fixed by the first part: a worker serves one host, which keeps to them. */
let started: Promise<StartedOrt> | null = null;

const runner = createPartRunner({
  startRunner: async ({ backend, threads }) => {
    started ??= startOrt(backend, threads);
    const runtime = await started;
    return { runner: createOrtModelRunner({ ...runtime, backend }), threads: runtime.threads };
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
