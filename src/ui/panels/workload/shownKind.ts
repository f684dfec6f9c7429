import type { Workload } from '../../../core/scenario/types';

/**
 * Which kind of workload the dialog shows: the one that runs, unless a model of one's own is being opened or looked for.
 */
export function shownKind(workload: Workload, isOpening: boolean, browsing: boolean): Workload['kind'] {
  return isOpening || browsing ? 'imported' : workload.kind;
}
