import { proxy } from 'comlink';
import type { ReproducerApi } from '../protocol/reproducerApi';
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
  const runs = createWorkerHost<ReproducerApi>(createWorker);
  let latest: AbortController | null = null;
  return {
    figures: async (signal) => {
      const host = createWorkerHost<ReproducerApi>(createWorker);
      const called = await host.call(signal, (api) => api.figures());
      host.terminate();
      return called;
    },
    run: async (signal, figure, question, onPart) => {
      latest?.abort();
      const mine = new AbortController();
      latest = mine;
      const stop = (): void => mine.abort();
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      // The progress port is apart from the answer's: a late message must not follow the answer.
      let settled = false;
      const report = proxy((part: number) => {
        if (!settled) onPart(part);
      });
      const called = await runs.call(mine.signal, (api) => api.run(figure, question, report));
      settled = true;
      signal.removeEventListener('abort', stop);
      if (latest === mine) latest = null;
      return called;
    },
  };
}
