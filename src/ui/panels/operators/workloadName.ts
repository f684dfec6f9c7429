import { architectureNames } from '../../../core/model/catalogue/catalogue';
import type { Workload } from '../../../core/scenario/types';

/** What the scenario's model is called in a list. */
export function workloadName(workload: Workload): string {
  return workload.kind === 'catalogue' ? architectureNames[workload.architecture] : workload.name;
}
