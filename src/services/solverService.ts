import { proxy } from 'comlink';
import { createScenarioSender } from '../core/scenario/sentScenario';
import type { Scenario } from '../core/scenario/types';
import type { SolverApi, StudyId, StudyMap, StudyRequest, TicksRequest } from '../protocol/solverApi';
import { createLatest } from './createLatest';
import type { SolverService } from './types';
import { createWorkerHost, type Called, type HostedWorker } from './workerHost';

function startSolverWorker(): Worker {
  return new Worker(new URL('../../workers/solver.worker.ts', import.meta.url), {
    type: 'module',
    name: 'solver',
  });
}

/** What each worker has been sent; a fresh worker has a fresh API. */
const senders = new WeakMap<object, ReturnType<typeof createScenarioSender>>();

function sent(api: Called<SolverApi>, scenario: Scenario) {
  const send = senders.get(api) ?? createScenarioSender();
  senders.set(api, send);
  return send(scenario);
}

/** A study on its way: the request and where its progress goes. */
interface StudyCall {
  readonly request: StudyRequest;
  readonly onProgress: (part: number) => void;
}
type AnyAnswer = StudyMap[StudyId]['answer'];

/**
 * Solves in workers, latest only: while one job runs only the newest waits, and whatever it replaced settles as
 * `cancelled`. Plans, ticks and each study have a worker of their own, so that nothing slow ever holds up, or takes
 * down, the plan. A worker starts when it is first asked.
 */
export function createSolverService(createWorker: () => HostedWorker = startSolverWorker): SolverService {
  const plans = createWorkerHost<SolverApi>(createWorker);
  const ticks = createWorkerHost<SolverApi>(createWorker);
  const studies = new Map<StudyId, ReturnType<typeof createStudy>>();
  const createStudy = () => {
    const host = createWorkerHost<SolverApi>(createWorker);
    return createLatest((signal, { request, onProgress }: StudyCall) =>
      host.call(signal, (api): Promise<AnyAnswer> =>
        api.study({ ...request, scenario: sent(api, request.scenario) }, proxy(onProgress)),
      ),
    );
  };
  const studyOf = (id: StudyId) => {
    const study = studies.get(id) ?? createStudy();
    studies.set(id, study);
    return study;
  };
  return {
    solve: createLatest((signal, scenario: Scenario) =>
      plans.call(signal, (api) => api.solve(sent(api, scenario))),
    ),
    ticks: createLatest((signal, request: TicksRequest) =>
      ticks.call(signal, (api) => api.ticks({ ...request, scenario: sent(api, request.scenario) })),
    ),
    study: <K extends StudyId>(
      signal: AbortSignal,
      request: StudyRequest<K>,
      onProgress: (part: number) => void,
    ) => studyOf(request.study)(signal, { request, onProgress }),
  };
}
