import { err } from '../core/result';
import type { PartHost, SplitService } from './splitTypes';

/** Parts of a split in workers of this page. */
export function createSplitService(): SplitService {
  return {
    createWorkerHost: (): PartHost => {
      const refuse = () => Promise.resolve(err({ kind: 'worker-failed', message: 'not built' } as const));
      return { load: refuse, run: refuse, close: () => undefined };
    },
    waitForLink: () => Promise.resolve(err({ kind: 'cancelled' })),
    now: () => performance.now() / 1e3,
  };
}
