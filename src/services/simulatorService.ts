import { createScenarioSender } from '../core/scenario/sentScenario';
import type { SimulatorApi } from '../protocol/simulatorApi';
import { createLatestRun } from './latestRun';
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
  const run = createLatestRun(createWorkerHost<SimulatorApi>(createWorker));
  const sent = (api: Called<SimulatorApi>, scenario: Parameters<SimulatorService['simulate']>[1]) => {
    const send = senders.get(api) ?? createScenarioSender();
    senders.set(api, send);
    return send(scenario);
  };
  return {
    simulate: async (signal, scenario, onProgress) => {
      const called = await run(
        signal,
        (api, report) => api.simulate(sent(api, scenario), report),
        onProgress,
      );
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
