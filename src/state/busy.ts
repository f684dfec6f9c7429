/** What keeps this device busy. Two that take the time of runs would slow each other down, and both be wrong. */
import type { AppState } from './types';

export type Busy = 'profiling' | 'split' | 'check';

/** null: nothing runs a model. */
export function busyWith({
  profiling,
  splitRun,
  models,
}: Pick<AppState, 'profiling' | 'splitRun' | 'models'>): Busy | null {
  if (profiling.status === 'running') return 'profiling';
  if (splitRun.run.status === 'running') return 'split';
  return models.checking.status === 'running' ? 'check' : null;
}
