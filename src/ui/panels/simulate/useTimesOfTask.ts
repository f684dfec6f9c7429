import { useMemo } from 'react';
import { taskTimes, type TaskTimes } from '../../../core/simulation/paidParts';
import { paidSteps } from '../../../core/simulation/paidTask';
import type { LaneId, SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { logOf } from './moment';

/** What the time of a task went on; null where it has no end, no plan, or is not known to what its parts add up to. */
function timesOfTask(run: SimulationRun, scenario: Scenario, lane: LaneId, index: number): TaskTimes | null {
  const log = logOf(run, lane);
  const startS = run.tasks.startS[index];
  const plan = log === undefined || startS === undefined ? undefined : run.plans[log.plan[index]!];
  const latencyS = log?.latencyS[index];
  if (startS === undefined || plan === undefined || latencyS === undefined || latencyS === Infinity)
    return null;
  return taskTimes(run, scenario, paidSteps(run, scenario, plan, startS), latencyS);
}

/** Looked for with every task, not with every frame. */
export function useTimesOfTask(
  run: SimulationRun,
  scenario: Scenario,
  lane: LaneId,
  index: number,
): TaskTimes | null {
  return useMemo(() => timesOfTask(run, scenario, lane, index), [run, scenario, lane, index]);
}
