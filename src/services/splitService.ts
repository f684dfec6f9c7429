import { transfer } from 'comlink';
import { buffersOf } from '../core/wire/buffersOf';
import type { LinkApi } from '../protocol/linkApi';
import type { PartApi } from '../protocol/partApi';
import type { LinkHost, PartHost, SplitService } from './splitTypes';
import { createWorkerHost, type HostedWorker } from './workerHost';

function startPartWorker(): Worker {
  return new Worker(new URL('../../workers/part.worker.ts', import.meta.url), {
    type: 'module',
    name: 'part',
  });
}

function startLinkWorker(): Worker {
  return new Worker(new URL('../../workers/link.worker.ts', import.meta.url), {
    type: 'module',
    name: 'link',
  });
}

/** Parts and links of an executed split, each in a worker of its own that is thrown away at the end. */
export function createSplitService(
  createPartWorker: () => HostedWorker = startPartWorker,
  createLinkWorker: () => HostedWorker = startLinkWorker,
): SplitService {
  return {
    createWorkerHost: (): PartHost => {
      const host = createWorkerHost<PartApi>(createPartWorker);
      return {
        load: async (signal, request) => {
          const called = await host.call(signal, (api) => api.load(request));
          return called.ok ? called.value : called;
        },
        run: async (signal, inputs) => {
          const called = await host.call(signal, (api) => api.run(transfer(inputs, buffersOf(inputs))));
          return called.ok ? called.value : called;
        },
        close: () => host.terminate(),
      };
    },
    createLink: (): LinkHost => {
      const host = createWorkerHost<LinkApi>(createLinkWorker);
      return {
        ship: (signal, request) =>
          host.call(signal, (api) => api.ship(transfer(request, buffersOf(request.tensors)))),
        close: () => host.terminate(),
      };
    },
    now: () => performance.now() / 1e3,
  };
}
