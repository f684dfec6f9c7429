/** What handovers took of tasks: the handover terms of `paidParts`, looked for only where a handover is near. */
import type { Scenario } from '../scenario/types';
import { wholeStepsIn } from './capacityTable';
import { interruptionAt, taskTimes, transferTimes } from './paidParts';
import { paidSteps } from './paidTask';
import type { LaneLog, SimulationEvent, SimulationRun } from './types';

type Handover = Extract<SimulationEvent, { kind: 'handover' }>;

/** A handover with the stretch in which it can take anything: whole steps of the capacities, which it lies in as a part. */
interface Near {
  readonly event: Handover;
  readonly fromS: number;
  readonly toS: number;
}

function nearOf(run: SimulationRun, scenario: Scenario, event: Handover): Near {
  const { capacityStepS } = run;
  const last = (run.capacityMbps[0]?.length ?? 1) - 1;
  const endStep = wholeStepsIn(event.atS + interruptionAt(scenario, event), capacityStepS);
  return {
    event,
    fromS: Math.min(last, wholeStepsIn(event.atS, capacityStepS)) * capacityStepS,
    // The last step holds for ever.
    toS: endStep >= last ? Infinity : (endStep + 1) * capacityStepS,
  };
}

const handoversOf = ({ events }: SimulationRun): readonly Handover[] =>
  events.filter((event): event is Handover => event.kind === 'handover');

/**
 * What handovers took of a task's latency [s], as a function of the lane and the index of the task. 0 where the air follows a trace,
 * in which handovers are. null: the task has no end, or its parts are not known (the run kept means only, or not every handover).
 */
export function handoverPartOf(
  run: SimulationRun,
  scenario: Scenario,
): (log: LaneLog, index: number) => number | null {
  const all = handoversOf(run).map((event) => nearOf(run, scenario, event));
  const { startS } = run.tasks;
  const endS = listedUntilS(run);
  return (log, index) => {
    const latencyS = log.latencyS[index]!;
    const plan = run.plans[log.plan[index]!];
    if (plan === undefined || latencyS === Infinity || startS[index]! + latencyS > endS) return null;
    const events = during(all, startS[index]!, startS[index]! + latencyS);
    if (events.length === 0) return 0;
    const steps = paidSteps(run, scenario, plan, startS[index]!);
    return taskTimes({ ...run, events }, scenario, steps, latencyS)?.handoverS ?? null;
  };
}

/** Handovers are listed before what happens to tasks: where the list has nothing else and more happened, later ones may be missing. */
function listedUntilS({ events, eventsLeftOut }: SimulationRun): number {
  const isCut =
    eventsLeftOut > 0 && events.every(({ kind }) => kind === 'handover' || kind === 'out-of-range');
  return isCut ? (events.at(-1)?.atS ?? 0) : Infinity;
}

function during(all: readonly Near[], fromS: number, toS: number): readonly Handover[] {
  const events: Handover[] = [];
  for (let k = firstAfter(all, fromS); k < all.length && all[k]!.fromS < toS; k++) events.push(all[k]!.event);
  return events;
}

/** Index of the first handover that can take anything after a time. */
function firstAfter(all: readonly Near[], atS: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.toS > atS) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface HandoverCost {
  /** Nothing is sent for so long [s]; 0: the air follows a trace, in which handovers are. */
  readonly interruptionS: number;
  /** Tasks of the lane that waited for it, by index, rising. */
  readonly tasks: readonly number[];
  /** What it took of them together [s]; of a task that two handovers interrupted, this one's part. */
  readonly sumS: number;
  /** Tasks that may have waited for it, of which that is not known: the run kept means only. */
  readonly unknown: number;
}

/** Less than this is rounding [s]. */
const leastS = 1e-7;

/** What a handover cost the tasks of a lane. O(tasks) once; then each handover looks at the tasks that were going on alone. */
export function handoverCosts(
  run: SimulationRun,
  scenario: Scenario,
  log: LaneLog,
): (event: Handover) => HandoverCost {
  const { startS } = run.tasks;
  const endS = latestEnds(startS, log.latencyS);
  const all = handoversOf(run).map((event) => nearOf(run, scenario, event));
  return (event) => {
    const { fromS, toS } = nearOf(run, scenario, event);
    const alone: SimulationRun = { ...run, events: [event] };
    const tasks: number[] = [];
    let [sumS, unknown] = [0, 0];
    for (let index = lastBefore(startS, toS); index >= 0 && endS[index]! > fromS; index--) {
      const latencyS = log.latencyS[index]!;
      const plan = run.plans[log.plan[index]!];
      if (plan === undefined || latencyS === Infinity || startS[index]! + latencyS <= fromS) continue;
      const steps = paidSteps(run, scenario, plan, startS[index]!);
      const events = during(all, startS[index]!, startS[index]! + latencyS);
      if (taskTimes({ ...run, events }, scenario, steps, latencyS) === null) {
        unknown += 1;
        continue;
      }
      let paidS = 0;
      for (const step of steps) {
        if (step.kind === 'transfer') paidS += transferTimes(alone, scenario, step).handoverS;
      }
      if (paidS <= leastS) continue;
      tasks.unshift(index);
      sumS += paidS;
    }
    return { interruptionS: interruptionAt(scenario, event), tasks, sumS, unknown };
  };
}

/** Index of the last task that starts before a time; -1: none does. */
function lastBefore(startS: Float64Array, atS: number): number {
  let low = 0;
  let high = startS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startS[middle]! < atS) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** [task] when the last of it and the tasks before it was done [s]; those without an end are left out. */
function latestEnds(startS: Float64Array, latencyS: Float64Array): Float64Array {
  let latest = -Infinity;
  return startS.map((atS, index) => {
    const endS = atS + latencyS[index]!;
    if (endS < Infinity) latest = Math.max(latest, endS);
    return latest;
  });
}
