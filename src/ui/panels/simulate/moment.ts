/** A moment of a run: where the UE is, what the air and the links carry, and the task that is going on in a lane. */
import type { LinkId, NodeId } from '../../../core/network/types';
import type { LaneId, LaneLog, SimulatedPlan, SimulationRun } from '../../../core/simulation/types';

export interface MomentTask {
  /** From 0. */
  readonly index: number;
  readonly startS: number;
  /** Infinity: it has no plan, or no end. */
  readonly latencyS: number;
  readonly expectedS: number;
  readonly hindsightS: number;
  /** The cell that it started with; null: none. */
  readonly cell: NodeId | null;
  /** What that cell's air carries now [Mbit/s]; null where there is none. */
  readonly upMbps: number | null;
  readonly downMbps: number | null;
  /** Whether anything of it goes over that air. */
  readonly isOnAir: boolean;
  /** null: there was no plan. */
  readonly plan: SimulatedPlan | null;
  /** `done`: the next one has not started yet. */
  readonly status: 'going-on' | 'done' | 'no-end';
}

export interface Moment {
  readonly atS: number;
  /** On the plan [m]. */
  readonly xM: number;
  readonly yM: number;
  /** Who serves the UE; null: nobody. */
  readonly cell: NodeId | null;
  /** null where nobody serves the UE [dB]. */
  readonly snrDb: number | null;
  /** Entry of the capacities that holds now. */
  readonly capacityIndex: number;
  /** Over the air to and from the cell [Mbit/s]; null where there is none. */
  readonly upMbps: number | null;
  readonly downMbps: number | null;
  /** The task that started last; null before the first. */
  readonly task: MomentTask | null;
}

/** O(log tasks). A time outside the run is its start or its end; of a lane that the run does not have, no task. */
export function momentOf(run: SimulationRun, lane: LaneId, atS: number): Moment {
  const time = Math.min(run.durationS, Math.max(0, Number.isNaN(atS) ? 0 : atS));
  const step = indexAt(run.stepS, run.xM.length, time);
  const next = Math.min(step + 1, run.xM.length - 1);
  const part = Math.min(1, Math.max(0, time / run.stepS - step));
  const cell = run.cell[step] ?? -1;
  const snr = run.snrDb[step] ?? NaN;
  const capacityIndex = indexAt(run.capacityStepS, run.capacityMbps[0]?.length ?? 1, time);
  return {
    atS: time,
    xM: between(run.xM, step, next, part),
    yM: between(run.yM, step, next, part),
    cell: run.cells[cell] ?? null,
    snrDb: Number.isNaN(snr) ? null : snr,
    capacityIndex,
    ...airMbps(run, cell, capacityIndex),
    task: taskAt(run, logOf(run, lane), time, capacityIndex),
  };
}

/** The cell whose air is drawn: a task that uses the air keeps the cell it started with, whoever serves the UE by now. */
export function drawnAir(moment: Moment): Pick<Moment, 'cell' | 'downMbps' | 'upMbps'> {
  return moment.task !== null && moment.task.isOnAir ? moment.task : moment;
}

/** Whether the UE was handed over while, or since, the task that is shown started. */
export function keepsCell(moment: Moment): boolean {
  return moment.cell !== null && drawnAir(moment).cell !== moment.cell;
}

/** What the air between the UE and a cell carries [Mbit/s]; null where there is none. */
function airMbps(run: SimulationRun, cell: number, capacityIndex: number) {
  const air = accessArcs(run).get(cell);
  const mbpsOf = (arc: number | undefined): number | null =>
    arc === undefined ? null : (run.capacityMbps[arc]![capacityIndex] ?? null);
  return { upMbps: mbpsOf(air?.up), downMbps: mbpsOf(air?.down) };
}

/** Index of the last task that has started; -1 before the first. */
export function taskIndexAt(startS: Float64Array, atS: number): number {
  let low = 0;
  let high = startS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startS[middle]! <= atS) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function logOf(run: SimulationRun, lane: LaneId): LaneLog | undefined {
  return run.tasks.lanes.find((log) => log.lane === lane);
}

/** The arcs of a link; null: that direction is drawn down. */
interface LinkArcs {
  readonly aToB: number | null;
  readonly bToA: number | null;
}

const linkArcsOf = new WeakMap<SimulationRun, ReadonlyMap<LinkId, LinkArcs>>();

/** Links that are missing are not simulated as drawn: the air to the serving cell is there instead. */
export function linkArcs(run: SimulationRun): ReadonlyMap<LinkId, LinkArcs> {
  let known = linkArcsOf.get(run);
  if (known === undefined) {
    const made = new Map<LinkId, LinkArcs>();
    for (const [index, arc] of run.arcs.entries()) {
      if (arc.kind !== 'link') continue;
      made.set(arc.link, { aToB: null, bToA: null, ...made.get(arc.link), [arc.direction]: index });
    }
    linkArcsOf.set(run, (known = made));
  }
  return known;
}

interface AccessArcs {
  readonly up: number | undefined;
  readonly down: number | undefined;
}

const accessOf = new WeakMap<SimulationRun, ReadonlyMap<number, AccessArcs>>();

/** By index of the cell. */
export function accessArcs(run: SimulationRun): ReadonlyMap<number, AccessArcs> {
  let known = accessOf.get(run);
  if (known === undefined) {
    const made = new Map<number, AccessArcs>();
    for (const [index, arc] of run.arcs.entries()) {
      if (arc.kind !== 'access') continue;
      const cell = run.cells.indexOf(arc.cell);
      made.set(cell, { up: undefined, down: undefined, ...made.get(cell), [arc.direction]: index });
    }
    accessOf.set(run, (known = made));
  }
  return known;
}

const peaksOf = new WeakMap<SimulationRun, Float64Array>();

/** The most that each arc carries in the run [Mbit/s]: how wide a link can get. */
export function peakMbps(run: SimulationRun): Float64Array {
  let known = peaksOf.get(run);
  if (known === undefined) {
    known = Float64Array.from(run.capacityMbps, (series) => {
      let most = 0;
      for (const mbps of series) most = Math.max(most, mbps);
      return most;
    });
    peaksOf.set(run, known);
  }
  return known;
}

/** The entry of a series with this step that holds at a time. */
export function indexAt(stepS: number, length: number, atS: number): number {
  // A time that is a whole number of steps may come out a bit below it.
  return Math.max(0, Math.min(length - 1, Math.floor(atS / stepS + 1e-9)));
}

function between(series: Float32Array, from: number, to: number, part: number): number {
  return series[from]! + part * (series[to]! - series[from]!);
}

function taskAt(
  run: SimulationRun,
  log: LaneLog | undefined,
  atS: number,
  capacityIndex: number,
): MomentTask | null {
  const { startS, hindsightS, cell } = run.tasks;
  const index = taskIndexAt(startS, atS);
  if (log === undefined || index < 0) return null;
  const latencyS = log.latencyS[index]!;
  const start = startS[index]!;
  const plan = run.plans[log.plan[index]!] ?? null;
  return {
    index,
    startS: start,
    latencyS,
    expectedS: log.expectedS[index]!,
    hindsightS: hindsightS[index]!,
    cell: run.cells[cell[index]!] ?? null,
    ...airMbps(run, cell[index]!, capacityIndex),
    isOnAir: plan?.transfers.some(({ arc }) => run.arcs[arc]?.kind === 'access') ?? false,
    plan,
    status: latencyS === Infinity ? 'no-end' : atS < start + latencyS ? 'going-on' : 'done',
  };
}
