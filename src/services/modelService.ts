import { proxy } from 'comlink';
import type { ModelFault } from '../core/onnx/modelFacts';
import { isOutOfMemory } from '../core/outOfMemory';
import { err, type Result } from '../core/result';
import type { ModelApi } from '../protocol/modelApi';
import { fetchModelSample, modelSamples } from './modelSamples';
import type { ModelService } from './modelTypes';
import type { Cancelled, WorkerFailure } from './types';
import { type Called, createWorkerHost, type HostedWorker } from './workerHost';

function startModelWorker(): Worker {
  return new Worker(new URL('../../workers/model.worker.ts', import.meta.url), {
    type: 'module',
    name: 'model',
  });
}

/**
 * How long each call may take [s]; then its worker is ended. Checking every cut takes as long as it takes: it shows how far
 * it is and can be cancelled.
 */
export const modelBudgetS = { inspect: 20, open: 120, cut: 120 } as const;

/**
 * One throw-away worker a call: whatever a file makes the reader or the runtime do, ending the worker ends it, and
 * WebAssembly memory is given back in no other way.
 */
export function createModelService(createWorker: () => HostedWorker = startModelWorker): ModelService {
  const call = <T>(
    signal: AbortSignal,
    limitS: number | null,
    run: (api: Called<ModelApi>) => Promise<Result<T, ModelFault>>,
  ) => callOnce(createWorker, signal, limitS, run);
  return {
    inspect: (signal, files) => call(signal, modelBudgetS.inspect, (api) => api.inspect(files)),
    open: (signal, request, onProgress) =>
      whileUnsettled(onProgress, (report) =>
        call(signal, modelBudgetS.open, (api) => api.open(request, report)),
      ),
    checkCuts: (signal, request, onProgress) =>
      whileUnsettled(onProgress, (report) => call(signal, null, (api) => api.checkCuts(request, report))),
    cut: (signal, request) => call(signal, modelBudgetS.cut, (api) => api.cut(request)),
    samples: modelSamples,
    fetchSample: fetchModelSample,
  };
}

async function callOnce<T>(
  createWorker: () => HostedWorker,
  signal: AbortSignal,
  limitS: number | null,
  run: (api: Called<ModelApi>) => Promise<Result<T, ModelFault>>,
): Promise<Result<T, ModelFault | WorkerFailure | Cancelled>> {
  const host = createWorkerHost<ModelApi>(createWorker);
  const deadline = { isOver: false };
  const timer =
    limitS === null
      ? undefined
      : setTimeout(() => {
          deadline.isOver = true;
          host.terminate();
        }, limitS * 1e3);
  const called = await host.call(signal, run);
  clearTimeout(timer);
  host.terminate();
  if (called.ok) return called.value;
  const { error } = called;
  if (limitS !== null && deadline.isOver) return err({ kind: 'took-too-long', limitS });
  // An allocation that fails outside the worker's own care ends it with the browser's words for it.
  if (error.kind === 'worker-failed' && isOutOfMemory(error.message)) {
    return err({ kind: 'out-of-memory', message: error.message });
  }
  return err(error);
}

/** Progress has a port apart from the answer's: a late message must not follow the answer. */
async function whileUnsettled<Told extends unknown[], T>(
  onProgress: (...told: Told) => void,
  run: (report: (...told: Told) => void) => Promise<T>,
): Promise<T> {
  let isSettled = false;
  const report = proxy((...told: Told) => {
    if (!isSettled) onProgress(...told);
  });
  const answer = await run(report);
  isSettled = true;
  return answer;
}
