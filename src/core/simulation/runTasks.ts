/**
 * The tasks of a run, one after the other: each lane decides on what it knows at the start of the task, pays what comes, and is
 * held against hindsight. All lanes meet the same tasks; back to back they follow the lane that leads. A task keeps the
 * cell it started with, in every lane and in hindsight.
 */
import { wholeStepsIn } from './capacityTable';
import type { PlanTable } from './planTable';
import type { SimulationSettings } from './settings';
import type { SimulatedNetwork } from './simulatedNetwork';
import type { SimulatedWorld } from './simulatedWorld';
import { TaskRunner } from './taskRunner';
import type { ForecastUse, LaneId, TaskLog } from './types';

export interface TaskRun {
  /** The last one leads. */
  readonly lanes: readonly LaneId[];
  readonly tasks: TaskLog;
  readonly plans: PlanTable;
  readonly forecasts: ForecastUse | null;
  readonly hindsightBounds: number;
  readonly endedEarlyS: number | null;
}

/** What is kept of a task comes to about 300 B. */
const mostTasks = 100_000;

/**
 * @param onPart - hears how much of the time is done, 0..1, at every task
 * @param most - tasks
 */
export function runTasks(
  network: SimulatedNetwork,
  { journey, capacities }: SimulatedWorld,
  settings: SimulationSettings,
  seed: number,
  onPart?: (part: number) => void,
  most = mostTasks,
): TaskRun {
  const { durationS, arrival, periodMs } = settings;
  const coherenceS = settings.coherenceMs / 1e3;
  const runner = new TaskRunner(network, capacities, settings, seed);
  let startS = 0;
  let count = 0;
  for (; startS < durationS && count < most; count++) {
    const cell = network.cells.length === 0 ? -1 : journey.cell[wholeStepsIn(startS, journey.stepS)]!;
    const endS = runner.run(startS, cell);
    if (arrival === 'periodic') startS = ((count + 1) * periodMs) / 1e3;
    // A task that never ends, or takes no time at all, is followed by the next one a coherence time later.
    else startS = endS > startS && endS < Infinity ? endS : startS + coherenceS;
    onPart?.(Math.min(1, startS / durationS));
  }
  return {
    lanes: runner.lanes.ids,
    tasks: runner.log.finish(),
    plans: runner.plans,
    forecasts: runner.forecasts?.finish() ?? null,
    hindsightBounds: runner.hindsightBounds,
    endedEarlyS: startS < durationS ? startS : null,
  };
}
