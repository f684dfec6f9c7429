import { err } from '../core/result';
import type { ModelService } from './modelTypes';

/** Model workers. */
export function createModelService(): ModelService {
  const refuse = () => Promise.resolve(err({ kind: 'worker-failed', message: 'not built' } as const));
  return { inspect: refuse, open: refuse, checkCuts: refuse, cut: refuse, samples: [], fetchSample: refuse };
}
