import { useMemo } from 'react';
import { computeTable } from '../../../core/cost/computeTable';
import { taskTimes, transferTimes, type TaskTimes } from '../../../core/simulation/paidParts';
import { paidSteps, type PaidStep } from '../../../core/simulation/paidTask';
import type { LaneId, SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { logOf } from './moment';

interface TimesOfTask {
  /** null where they are not known to what they add up to. */
  readonly times: TaskTimes | null;
  /** The mean rate of what was sent from the UE over the air, while it was [Mbit/s]; null: nothing was, or that is not known. */
  readonly sentMbps: number | null;
}

const unknown: TimesOfTask = { times: null, sentMbps: null };

/** What the time of a task went on; unknown where it has no end or no plan. */
function timesOfTask(run: SimulationRun, scenario: Scenario, lane: LaneId, index: number): TimesOfTask {
  const log = logOf(run, lane);
  const startS = run.tasks.startS[index];
  const plan = log === undefined || startS === undefined ? undefined : run.plans[log.plan[index]!];
  const latencyS = log?.latencyS[index];
  if (startS === undefined || plan === undefined || latencyS === undefined || latencyS === Infinity)
    return unknown;
  const steps = paidSteps(run, scenario, plan, startS);
  return {
    times: taskTimes(run, scenario, steps, latencyS),
    sentMbps: sentOver(run, scenario, steps),
  };
}

function sentOver(run: SimulationRun, scenario: Scenario, steps: readonly PaidStep[]): number | null {
  const { boundaryBytes } = computeTable(scenario);
  let [megabits, seconds] = [0, 0];
  for (const step of steps) {
    if (step.kind === 'compute') continue;
    const arc = run.arcs[step.arc]!;
    if (arc.kind !== 'access' || arc.direction !== 'up') continue;
    megabits += (boundaryBytes[step.boundary]! * 8) / 1e6;
    seconds += transferTimes(run, scenario, step).sendS;
  }
  return seconds > 0 && seconds < Infinity ? megabits / seconds : null;
}

/** Looked for with every task, not with every frame. */
export function useTimesOfTask(
  run: SimulationRun,
  scenario: Scenario,
  lane: LaneId,
  index: number,
): TimesOfTask {
  return useMemo(() => timesOfTask(run, scenario, lane, index), [run, scenario, lane, index]);
}
