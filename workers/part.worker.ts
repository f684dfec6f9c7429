import * as Comlink from 'comlink';
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
    if (!ran.ok) return ran;
    return Comlink.transfer(
      ran,
      ran.value.outputs.map(({ data }) => data.buffer),
    );
  },
};

Comlink.expose(api);
