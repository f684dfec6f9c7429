/**
 * What a task's time went on: computing, sending, the fixed delays of its hops, a handover, and waiting for links that carried
 * nothing. From the capacities that the run kept (`paidTask.ts`): the interruption of a handover lies in them as the part of a
 * step in which the UE cannot send, and is taken out of the time of each step by that part.
 */
import type { Scenario } from '../scenario/types';
import { fixedDelayS } from './arcDelay';
import { wholeStepsIn } from './capacityTable';
import type { PaidStep } from './paidTask';
import { simulationOf } from './settings';
import type { SimulatedArc, SimulationRun } from './types';

/** All in seconds. They add up to what the transfer took; of one without an end all are Infinity or 0. */
export interface TransferTimes {
  /** While the arc carried something: bytes / sendS is the mean rate. */
  readonly sendS: number;
  /** Propagation and overhead. */
  readonly delayS: number;
  /** Of handovers. */
  readonly handoverS: number;
  /** The arc was at 0. */
  readonly waitS: number;
}

export interface TaskTimes extends TransferTimes {
  readonly computeS: number;
}

type PaidTransfer = Extract<PaidStep, { kind: 'transfer' }>;

const none: TransferTimes = { sendS: 0, delayS: 0, handoverS: 0, waitS: 0 };

export function transferTimes(
  run: SimulationRun,
  scenario: Scenario,
  { arc, endS, startS }: PaidTransfer,
): TransferTimes {
  if (endS === Infinity) return { ...none, waitS: startS === Infinity ? 0 : Infinity };
  const known = run.arcs[arc]!;
  const series = run.capacityMbps[arc]!;
  const delayS = fixedDelayS(scenario, known);
  const untilS = endS - delayS;
  const interruptionS = interruptionOf(scenario, known);
  const last = series.length - 1;
  let [sendS, handoverS, waitS] = [0, 0, 0];
  let k = Math.min(last, Math.floor(startS / run.capacityStepS));
  for (let atS = startS; atS < untilS; k += 1) {
    const toS = k >= last ? untilS : Math.max(atS, Math.min(untilS, (k + 1) * run.capacityStepS));
    const spentS = toS - atS;
    const closedS = spentS * closedPart(run, Math.min(k, last), interruptionS);
    handoverS += closedS;
    if (series[Math.min(k, last)]! > 0) sendS += spentS - closedS;
    else waitS += spentS - closedS;
    atS = toS;
  }
  return { sendS, delayS, handoverS, waitS };
}

/** null where the parts are not known to what they add up to: the run kept means only, or the task never ended. */
export function taskTimes(
  run: SimulationRun,
  scenario: Scenario,
  steps: readonly PaidStep[],
  latencyS: number,
): TaskTimes | null {
  let computeS = 0;
  let sum = none;
  for (const step of steps) {
    if (step.kind === 'compute') {
      computeS += step.endS - step.startS;
      continue;
    }
    const times = transferTimes(run, scenario, step);
    sum = {
      sendS: sum.sendS + times.sendS,
      delayS: sum.delayS + times.delayS,
      handoverS: sum.handoverS + times.handoverS,
      waitS: sum.waitS + times.waitS,
    };
  }
  const totalS = computeS + sum.sendS + sum.delayS + sum.handoverS + sum.waitS;
  return Math.abs(totalS - latencyS) <= 1e-6 * latencyS ? { ...sum, computeS } : null;
}

/** For how long a handover interrupts an arc [s]: the air, unless it follows a trace, in which handovers are. */
function interruptionOf({ links, simulation, sourceId }: Scenario, arc: SimulatedArc): number {
  if (arc.kind === 'link') return 0;
  const { mobility, traces } = simulationOf({ simulation });
  const isTraced = traces.some(({ direction, link }) => {
    const drawn = links.find(({ id }) => id === link);
    if (drawn?.medium !== 'wireless' || (drawn.a !== sourceId && drawn.b !== sourceId)) return false;
    return (
      direction === 'both' || (direction === 'aToB') === ((drawn.a === sourceId) === (arc.direction === 'up'))
    );
  });
  return isTraced ? 0 : mobility.interruptionMs / 1e3;
}

/** For how long nothing is sent at a handover, in the direction that is longer closed [s]. */
export function interruptionAt(
  scenario: Scenario,
  { to }: Extract<SimulationRun['events'][number], { kind: 'handover' }>,
): number {
  return Math.max(
    ...(['up', 'down'] as const).map((direction) =>
      interruptionOf(scenario, { kind: 'access', cell: to, direction }),
    ),
  );
}

/** The part of a step of the capacities in which a handover keeps the air closed, 0..1. */
function closedPart({ capacityStepS, events }: SimulationRun, k: number, interruptionS: number): number {
  if (interruptionS === 0) return 0;
  const [fromS, toS] = [k * capacityStepS, (k + 1) * capacityStepS];
  let closedS = 0;
  for (const event of events) {
    if (event.atS >= toS - 1e-9) break;
    if (event.kind !== 'handover') continue;
    closedS += Math.max(0, Math.min(toS, event.atS + interruptionS) - Math.max(fromS, event.atS));
  }
  const part = closedS / capacityStepS;
  // A step that is closed but for rounding carried nothing.
  return part > 1 - 1e-9 ? 1 : part;
}

export type ToldHandover = Extract<SimulationRun['events'][number], { kind: 'handover' }> & {
  /** Nothing is sent for so long [s]; 0: the air follows a trace, in which handovers are. */
  readonly interruptionS: number;
};

/** The handover that interrupts at a time, or whose capacities still hold then. */
export function handoverAt(run: SimulationRun, scenario: Scenario, atS: number): ToldHandover | null {
  for (const event of run.events) {
    if (event.atS > atS + 1e-9) break;
    if (event.kind !== 'handover') continue;
    const closedS = interruptionAt(scenario, event);
    // Nothing is drawn of less than a step of the capacities: for so long it is told at least.
    const stepEndS = (wholeStepsIn(event.atS, run.capacityStepS) + 1) * run.capacityStepS;
    if (atS < Math.max(event.atS + closedS, stepEndS) - 1e-9) return { ...event, interruptionS: closedS };
  }
  return null;
}
