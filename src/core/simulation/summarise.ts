/** Each lane in figures, over all its tasks. */
import { quantileOfSorted } from '../statistics';
import type { TaskRun } from './runTasks';
import type { LaneLog, LaneSummary } from './types';

/** @param latencyMs - the scenario's limit; null: none */
export function summarise({ tasks, plans }: TaskRun, latencyMs: number | null): LaneSummary[] {
  return tasks.lanes.map((log) => {
    const ended = log.latencyS.filter((seconds) => seconds < Infinity).sort();
    const at = (q: number): number | null => (ended.length === 0 ? null : quantileOfSorted(ended, q));
    return {
      lane: log.lane,
      tasks: log.latencyS.length,
      failed: log.latencyS.length - ended.length,
      meanS: meanOf(ended),
      medianS: at(0.5),
      p90S: at(0.9),
      p99S: at(0.99),
      worstS: at(1),
      meanRegretS: meanOf(regretOf(log, tasks.hindsightS)),
      meanUeEnergyJ: meanOf(log.ueEnergyJ.filter((joules) => !Number.isNaN(joules))),
      meanEdgeEnergyJ: meanOf(log.edgeEnergyJ.filter((joules) => !Number.isNaN(joules))),
      limitBroken: latencyMs === null ? null : countAbove(log.latencyS, latencyMs / 1e3),
      splitChanges: countChanges(log, plans.isSameSplit),
    };
  });
}

/** What each task that ended took beyond the least time [s]. */
function regretOf({ latencyS }: LaneLog, hindsightS: Float64Array): Float64Array {
  return latencyS.map((seconds, n) => seconds - hindsightS[n]!).filter((regret) => regret < Infinity);
}

function meanOf(values: Float64Array): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function countAbove(values: Float64Array, limit: number): number {
  let count = 0;
  for (const value of values) if (value > limit) count += 1;
  return count;
}

function countChanges({ plan }: LaneLog, isSame: (plan: number, other: number) => boolean): number {
  let count = 0;
  for (let n = 1; n < plan.length; n++) if (!isSame(plan[n - 1]!, plan[n]!)) count += 1;
  return count;
}
