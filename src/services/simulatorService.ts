import { proxy } from 'comlink';
import { createScenarioSender } from '../core/scenario/sentScenario';
import type { SimulatorApi } from '../protocol/simulatorApi';
import type { SimulatorService } from './types';
import { createWorkerHost, type Called, type HostedWorker } from './workerHost';

function startSimulatorWorker(): Worker {
  return new Worker(new URL('../../workers/simulator.worker.ts', import.meta.url), {
    type: 'module',
    name: 'simulator',
  });
}

/** What each worker has been sent; a fresh worker has a fresh API. */
const senders = new WeakMap<object, ReturnType<typeof createScenarioSender>>();

/**
 * One worker for runs, kept while it is not stopped: a run blocks its thread, so that aborting one, or asking for the next,
 * terminates it at once. A trace is read in a worker of its own, which a run never keeps waiting, and which is thrown away.
 */
export function createSimulatorService(
  createWorker: () => HostedWorker = startSimulatorWorker,
): SimulatorService {
  const runs = createWorkerHost<SimulatorApi>(createWorker);
  let latest: AbortController | null = null;
  const sent = (api: Called<SimulatorApi>, scenario: Parameters<SimulatorService['simulate']>[1]) => {
    const send = senders.get(api) ?? createScenarioSender();
    senders.set(api, send);
    return send(scenario);
  };
  return {
    simulate: async (signal, scenario, onProgress) => {
      latest?.abort();
      const mine = new AbortController();
      latest = mine;
      const stop = (): void => mine.abort();
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      // The progress port is apart from the answer's: a late message must not follow the answer.
      let settled = false;
      const report = proxy((part: number) => {
        if (!settled) onProgress(part);
      });
      const called = await runs.call(mine.signal, (api) => api.simulate(sent(api, scenario), report));
      settled = true;
      signal.removeEventListener('abort', stop);
      if (latest === mine) latest = null;
      return called.ok ? called.value : called;
    },
    readTrace: async (signal, text, name) => {
      const host = createWorkerHost<SimulatorApi>(createWorker);
      const called = await host.call(signal, (api) => api.readTrace(text, name));
      host.terminate();
      return called.ok ? called.value : called;
    },
  };
}
