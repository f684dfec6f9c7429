/** Runs that block their worker's thread, one at a time, with progress: asking for the next, or aborting, ends the one that is on. */
import { proxy } from 'comlink';
import type { Result } from '../core/result';
import type { Cancelled, WorkerFailure } from './types';
import type { Called, WorkerHost } from './workerHost';

type LatestRun<Api> = <Answer>(
  signal: AbortSignal,
  run: (api: Called<Api>, onPart: (part: number) => void) => Promise<Answer>,
  onPart: (part: number) => void,
) => Promise<Result<Answer, WorkerFailure | Cancelled>>;

/** The worker is kept while nothing is stopped, and terminated at once when something is. */
export function createLatestRun<Api>(host: WorkerHost<Api>): LatestRun<Api> {
  let latest: AbortController | null = null;
  return async (signal, run, onPart) => {
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
    const called = await host.call(mine.signal, (api) => run(api, report));
    settled = true;
    signal.removeEventListener('abort', stop);
    if (latest === mine) latest = null;
    return called;
  };
}
