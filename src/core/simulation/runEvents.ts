/** What happened in a run, in order of time. */
import type { Scenario } from '../scenario/types';
import type { TaskRun } from './runTasks';
import type { SimulatedNetwork } from './simulatedNetwork';
import type { SimulatedWorld } from './simulatedWorld';
import type { SimulationEvent } from './types';

/** So many are listed; the others are counted. */
const mostEvents = 2000;

export interface EventList {
  readonly events: readonly SimulationEvent[];
  readonly leftOut: number;
}

/** Handovers and times out of range, which are few, come first; then what happened to the leading lane, as it came. */
export function listEvents(
  { goals }: Pick<Scenario, 'goals'>,
  durationS: number,
  network: SimulatedNetwork,
  world: SimulatedWorld,
  run: TaskRun,
): EventList {
  const ofUe = eventsOfUe(durationS, network, world);
  const ofTasks = eventsOfTasks(run, goals.limits.latencyMs);
  const listed = [...ofUe.slice(0, mostEvents), ...ofTasks.slice(0, Math.max(0, mostEvents - ofUe.length))];
  return {
    // Stable: at one time, what happened to the UE comes first.
    events: listed.sort((a, b) => a.atS - b.atS),
    leftOut: ofUe.length + ofTasks.length - listed.length,
  };
}

function eventsOfUe(
  durationS: number,
  { cells }: SimulatedNetwork,
  { journey, outOfRange }: SimulatedWorld,
): SimulationEvent[] {
  const handovers = journey.handovers.map(({ atS, from, to }): SimulationEvent => ({
    kind: 'handover',
    atS,
    from: cells[from]!,
    to: cells[to]!,
  }));
  const spans = outOfRange.map(({ from, to }): SimulationEvent => ({
    kind: 'out-of-range',
    atS: from * journey.stepS,
    untilS: Math.min(durationS, to * journey.stepS),
  }));
  return [...handovers, ...spans].filter(({ atS }) => atS < durationS).sort((a, b) => a.atS - b.atS);
}

function eventsOfTasks({ tasks, lanes, plans }: TaskRun, latencyMs: number | null): SimulationEvent[] {
  const events: SimulationEvent[] = [];
  const lane = lanes.at(-1)!;
  const { latencyS, plan } = tasks.lanes.at(-1)!;
  const limitS = latencyMs === null ? Infinity : latencyMs / 1e3;
  for (const [n, atS] of tasks.startS.entries()) {
    if (n > 0 && !plans.isSameSplit(plan[n - 1]!, plan[n]!)) {
      events.push({ kind: 'split-change', atS, lane, from: plan[n - 1]!, to: plan[n]! });
    }
    if (latencyS[n]! > limitS) events.push({ kind: 'limit-broken', atS, lane, latencyS: latencyS[n]! });
  }
  return events;
}
