import type { ReproducerApi } from '../protocol/reproducerApi';
import { createLatestRun } from './latestRun';
import type { ReproducerService } from './types';
import { createWorkerHost, type HostedWorker } from './workerHost';

function startReproducerWorker(): Worker {
  return new Worker(new URL('../../workers/reproducer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'reproducer',
  });
}

/**
 * One worker for runs, kept while it is not stopped: a run blocks its thread, so that aborting one, or asking for the next,
 * terminates it at once. The texts are read in a worker of their own, which a run never keeps waiting and which is thrown away.
 */
export function createReproducerService(
  createWorker: () => HostedWorker = startReproducerWorker,
): ReproducerService {
  const run = createLatestRun(createWorkerHost<ReproducerApi>(createWorker));
  return {
    figures: async (signal) => {
      const host = createWorkerHost<ReproducerApi>(createWorker);
      const called = await host.call(signal, (api) => api.figures());
      host.terminate();
      return called;
    },
    run: (signal, figure, question, onPart) =>
      run(signal, (api, report) => api.run(figure, question, report), onPart),
  };
}
