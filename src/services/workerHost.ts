/**
 * A host around one comlink worker. The host, not comlink, settles calls: a comlink call never settles once its worker
 * was terminated or has crashed.
 */
import { type Endpoint, wrap } from 'comlink';
import { err, ok, type Result } from '../core/result';
import type { Cancelled, WorkerFailure } from './types';

/**
 * A worker's API as the page calls it: every method answers a promise. Unlike comlink's `Remote<T>` it does not
 * distribute over unions, so a `Result` stays one.
 */
export type Called<Api> = {
  readonly [K in keyof Api]: Api[K] extends (...args: infer Arguments) => infer Answer
    ? (...args: Arguments) => Promise<Awaited<Answer>>
    : never;
};

/** What the host needs of a `Worker`; tests pass their own. */
export type HostedWorker = Endpoint & Pick<Worker, 'terminate'>;

export interface WorkerHost<Api> {
  /**
   * Runs one call. It always settles: with the answer; `cancelled` when `signal` aborts (which terminates the worker,
   * the only way to stop it) or `terminate` is called; `worker-failed` when the worker crashed, did not load, could
   * not read a message, or threw. After any of these but the first, the next call starts a fresh worker.
   */
  call<T>(
    signal: AbortSignal,
    run: (api: Called<Api>) => Promise<T>,
  ): Promise<Result<T, WorkerFailure | Cancelled>>;
  /** Ends the worker now; calls in flight settle as cancelled. */
  terminate(): void;
}

interface Running<Api> {
  readonly worker: HostedWorker;
  readonly api: Called<Api>;
  /** Settles every call in flight. */
  readonly calls: Set<(failure: WorkerFailure | Cancelled) => void>;
}

const cancelled: Cancelled = { kind: 'cancelled' };

export function createWorkerHost<Api>(createWorker: () => HostedWorker): WorkerHost<Api> {
  let running: Running<Api> | null = null;

  const end = (ended: Running<Api>, failure: WorkerFailure | Cancelled): void => {
    if (running === ended) running = null;
    ended.worker.terminate();
    for (const settle of [...ended.calls]) settle(failure);
  };

  const start = (): Running<Api> => {
    const worker = createWorker();
    // The cast replaces comlink's distributing Remote<T> by our own mapping of the same proxy.
    const api = wrap(worker) as unknown as Called<Api>;
    const started: Running<Api> = { worker, api, calls: new Set() };
    worker.addEventListener('error', (event: Event) => {
      end(started, { kind: 'worker-failed', message: messageOf(event) });
    });
    worker.addEventListener('messageerror', () => {
      end(started, { kind: 'worker-failed', message: 'A message could not be read.' });
    });
    return started;
  };

  return {
    call: (signal, run) => {
      if (signal.aborted) return Promise.resolve(err(cancelled));
      let host: Running<Api>;
      try {
        host = running ??= start();
      } catch (error) {
        return Promise.resolve(err({ kind: 'worker-failed', message: messageOf(error) }));
      }
      return new Promise((resolve) => {
        const finish = (): void => {
          host.calls.delete(fail);
          signal.removeEventListener('abort', abort);
        };
        const fail = (failure: WorkerFailure | Cancelled): void => {
          finish();
          resolve(err(failure));
        };
        const abort = (): void => end(host, cancelled);
        host.calls.add(fail);
        signal.addEventListener('abort', abort, { once: true });
        run(host.api).then(
          (value) => {
            finish();
            resolve(ok(value));
          },
          // What the worker threw is a bug in it: its state is not to be trusted any more.
          (error: unknown) => end(host, { kind: 'worker-failed', message: messageOf(error) }),
        );
      });
    },
    terminate: () => {
      if (running !== null) end(running, cancelled);
    },
  };
}

/** The message of an Error or ErrorEvent; a worker that failed to load reports none. */
function messageOf(source: unknown): string {
  const message = typeof source === 'object' && source !== null && 'message' in source ? source.message : '';
  return typeof message === 'string' && message !== '' ? message : 'The worker could not be started.';
}
