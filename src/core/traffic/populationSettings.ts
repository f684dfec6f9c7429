/** What a population of background UEs is, and what follows from that without drawing anything. */

/** Hears of every switch. `demand` is an index into the demand steps. */
export interface DemandListener {
  add(cell: number, demand: number): void;
  remove(cell: number, demand: number): void;
}

export interface PopulationSettings {
  /** UEs in all cells: UE i lies in cell i mod `cellCount`. */
  readonly count: number;
  readonly cellCount: number;
  /** Mean lengths [s]; what is shorter than a step counts as one step. */
  readonly activeS: number;
  readonly idleS: number;
  /** What `advance` advances [s]. */
  readonly stepS: number;
}

/** Part of the time that a UE wants something. */
export function activePart({ activeS, idleS, stepS }: PopulationSettings): number {
  const active = Math.max(activeS, stepS);
  return active / (active + Math.max(idleS, stepS));
}

/** [cell] mean number of active UEs. */
export function activeMeans(settings: PopulationSettings): number[] {
  const part = activePart(settings);
  return cellSizes(settings).map((size) => size * part);
}

/** [cell] number of UEs: UE i lies in cell i mod the number of cells. */
export function cellSizes({ count, cellCount }: PopulationSettings): number[] {
  return Array.from(
    { length: cellCount },
    (_, cell) => Math.floor(count / cellCount) + (cell < count % cellCount ? 1 : 0),
  );
}
