/** Whether what a run says can be shown on a drawing. */
import type { Scenario } from '../../../core/scenario/types';

/** The same nodes, links and model as those that the run answers; places, devices and settings may have changed since. */
export function isOfDrawing(answered: Scenario, drawn: Scenario): boolean {
  return (
    answered.workload === drawn.workload &&
    answered.sourceId === drawn.sourceId &&
    sameIds(answered.nodes, drawn.nodes) &&
    sameIds(answered.links, drawn.links)
  );
}

type Named = readonly { readonly id: string }[];

function sameIds(ones: Named, others: Named): boolean {
  return (
    ones === others || (ones.length === others.length && ones.every(({ id }, k) => id === others[k]!.id))
  );
}
