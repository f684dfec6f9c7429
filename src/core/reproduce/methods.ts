/** What each method comes to over the tasks of a run. */
import { quantileOfSorted } from '../statistics';
import { runTasks, type TaskRun } from '../simulation/runTasks';
import type { LaneId, LaneLog } from '../simulation/types';
import { meanOf } from './judge';
import type { Setting } from './networks';
import type { Box } from './types';

/** The paper's methods, in its order, as lanes of a simulation. */
export const methods = [
  { lane: 'ue-only', name: 'UE only' },
  { lane: 'cloud-only', name: 'Cloud only' },
  { lane: 'one-cut-cloud', name: 'Single split' },
  { lane: 'best', name: 'HiveMind' },
] as const satisfies readonly { lane: LaneId; name: string }[];

export type Method = (typeof methods)[number]['lane'];

export function runSetting(
  { scenario, settings, network, world }: Setting,
  onPart?: (part: number) => void,
): TaskRun {
  return runTasks(network, world, settings, scenario.seed, onPart);
}

export function laneOf({ tasks }: Pick<TaskRun, 'tasks'>, lane: LaneId): LaneLog {
  const found = tasks.lanes.find((log) => log.lane === lane);
  if (found === undefined) throw new Error(`the run has no lane ${lane}`);
  return found;
}

/** Of tasks that ended [s]; NaN where none did. */
export function meanLatencyS(run: TaskRun, lane: LaneId): number {
  return meanOf(laneOf(run, lane).latencyS);
}

/** Part of the tasks that stay on the UE as a whole, 0..1. */
export function onUePart(run: TaskRun, lane: LaneId, ue: string): number {
  const { plan } = laneOf(run, lane);
  const stays = run.plans.plans.map(({ nodes }) => nodes.every((node) => node === ue));
  let count = 0;
  for (const index of plan) if (index >= 0 && stays[index]) count += 1;
  return count / plan.length;
}

/** Part of the tasks for which forecasts chose another plan than the last values did, 0..1. */
export function otherPlanPart(run: TaskRun): number {
  const plain = laneOf(run, 'best').plan;
  const predicted = laneOf(run, 'best-predicted').plan;
  return plain.reduce((count, plan, n) => count + (plan === predicted[n] ? 0 : 1), 0) / plain.length;
}

/** Part of the tasks that were decided on a forecast, 0..1. */
export function forecastPart({ forecasts, tasks }: TaskRun): number {
  return (forecasts?.made ?? 0) / tasks.startS.length;
}

export function sortedFinite(values: Float64Array): Float64Array {
  return values.filter((value) => Number.isFinite(value)).sort();
}

/** Of latencies in seconds, in milliseconds; null where no task ended. */
export function boxOf(name: string, latencyS: Float64Array): Box | null {
  const sorted = sortedFinite(latencyS);
  if (sorted.length === 0) return null;
  const at = (q: number): number => 1e3 * quantileOfSorted(sorted, q);
  return { name, p5: at(0.05), q1: at(0.25), median: at(0.5), q3: at(0.75), p95: at(0.95) };
}

export function medianS(latencyS: Float64Array): number {
  return quantileOfSorted(sortedFinite(latencyS), 0.5);
}

/** Points of an empirical distribution in milliseconds, at most so many. */
export function cdfOf(latencyS: Float64Array, most = 200): { x: number[]; part: number[] } {
  const sorted = sortedFinite(latencyS);
  const points = Math.min(most, sorted.length);
  const x: number[] = [];
  const part: number[] = [];
  for (let k = 1; k <= points; k++) {
    const rank = Math.ceil((k * sorted.length) / points);
    x.push(1e3 * sorted[rank - 1]!);
    part.push(rank / sorted.length);
  }
  return { x, part };
}

/** Every so many values of a series, at most `most` of them. */
export function thinned<T>(values: ArrayLike<T>, most = 1000): T[] {
  const every = strideOf(values.length, most);
  return Array.from({ length: Math.ceil(values.length / every) }, (_, k) => values[k * every]!);
}

function strideOf(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
}

/** What a chart of thinned values is of: "each task", "one task in 9". */
export function thinnedText(count: number, most = 1000): string {
  const every = strideOf(count, most);
  return every === 1 ? 'each task' : `one task in ${every}`;
}
