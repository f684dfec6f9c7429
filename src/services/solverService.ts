import type { Scenario } from '../core/scenario/types';
import type { SolverApi, TicksRequest } from '../protocol/solverApi';
import { createLatest } from './createLatest';
import type { SolverService } from './types';
import { createWorkerHost, type HostedWorker } from './workerHost';

function startSolverWorker(): Worker {
  return new Worker(new URL('../../workers/solver.worker.ts', import.meta.url), {
    type: 'module',
    name: 'solver',
  });
}

/**
 * Solves in workers, latest only: while one job runs only the newest waits, and whatever it replaced settles as
 * `cancelled`. Plans and ticks have a worker each, so that slow ticks never hold up, or take down, the plan.
 */
export function createSolverService(createWorker: () => HostedWorker = startSolverWorker): SolverService {
  const plans = createWorkerHost<SolverApi>(createWorker);
  const ticks = createWorkerHost<SolverApi>(createWorker);
  return {
    solve: createLatest((signal, scenario: Scenario) => plans.call(signal, (api) => api.solve(scenario))),
    ticks: createLatest((signal, request: TicksRequest) => ticks.call(signal, (api) => api.ticks(request))),
  };
}
