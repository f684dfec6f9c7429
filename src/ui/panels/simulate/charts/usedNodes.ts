import type { NodeId } from '../../../../core/network/types';
import type { LaneId, SimulatedPlan, SimulationRun } from '../../../../core/simulation/types';
import { logOf } from '../moment';
import { taskRange } from './distributionView';
import type { Window } from './timeSeriesTypes';

/** Nodes that run blocks of a lane's tasks in a window, in the order of the route: by how many hops data has come to them at most. */
export function usedNodes(run: SimulationRun, lane: LaneId, window: Window): readonly NodeId[] {
  const log = logOf(run, lane);
  if (log === undefined) return [];
  const [first, end] = taskRange(run.tasks.startS, window);
  // A task that began before the window is painted into it.
  const used = new Set(log.plan.subarray(Math.max(0, first - 1), end));
  const hopsOf = new Map<NodeId, number>();
  for (const index of used) {
    const plan = run.plans[index];
    if (plan === undefined) continue;
    for (const [k, node] of plan.nodes.entries()) {
      hopsOf.set(node, Math.max(hopsOf.get(node) ?? 0, hopsTo(plan, k)));
    }
  }
  return [...hopsOf].sort((a, b) => a[1] - b[1]).map(([node]) => node);
}

/** Transfers before the k-th node of a plan computes. */
function hopsTo({ boundaries, transfers }: SimulatedPlan, k: number): number {
  const from = boundaries[k - 1] ?? 0;
  const later = transfers.findIndex(({ boundary }) => boundary > from);
  return later < 0 ? transfers.length : later;
}
