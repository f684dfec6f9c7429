/** Who waits for which cells' traffic: the sharers of every set of cells, and the levels of everything that has them. */
import { capacityForShare, createSharers, type Sharers } from './sharers';
import type { DemandListener } from './population';

/** A link or a cell as something that is shared. */
export interface SharedThing {
  /** Whose traffic crosses it; empty: nobody's. */
  readonly cells: readonly number[];
  /** What the UE gets of it in the mean state at load x1, 0..1. */
  readonly share: number;
}

export interface LoadedShares {
  readonly listener: DemandListener;
  clear(): void;
  /** Water level of everything that has cells, over its capacity: 0..1. Others are left as they are. */
  readLevels(into: Float64Array): void;
}

/**
 * The scale of demands on a thing is a constant of it, not of the load: its capacity is the one under which the mean state
 * at load x1 leaves the UE just `share` of it, so at load x1 the background is busy with nearly all the rest. On a cell,
 * whose capacity is its air time, the same constant is its typical rate: demand / rate = air time. A load x2 doubles all
 * demands, which is the same as half the capacity.
 *
 * @param steps - demand of each step
 * @param activePerCell - mean number of active UEs of each cell at load x1
 * @param demandFactor - of all demands, against load x1
 */
export function createLoadedShares(
  steps: Float64Array,
  things: readonly SharedThing[],
  activePerCell: readonly number[],
  demandFactor: number,
): LoadedShares {
  const groups = new Map<string, { cells: number[]; members: number[] }>();
  for (const [index, { cells }] of things.entries()) {
    if (cells.length === 0) continue;
    const set = [...new Set(cells)].sort((a, b) => a - b);
    const group = groups.get(set.join());
    if (group === undefined) groups.set(set.join(), { cells: set, members: [index] });
    else group.members.push(index);
  }
  const all: Sharers[] = [];
  const ofCell: Sharers[][] = activePerCell.map(() => []);
  const readers: { readonly sharers: Sharers; readonly members: readonly number[] }[] = [];
  const capacities = new Float64Array(things.length);
  for (const { cells, members } of groups.values()) {
    const active = cells.reduce((sum, cell) => sum + activePerCell[cell]!, 0);
    for (const member of members) {
      capacities[member] = capacityForShare(steps, active, things[member]!.share) / demandFactor;
    }
    const sharers = createSharers(
      steps,
      members.map((member) => capacities[member]!),
    );
    all.push(sharers);
    readers.push({ sharers, members });
    for (const cell of cells) ofCell[cell]!.push(sharers);
  }
  return {
    listener: {
      add: (cell, demand) => {
        for (const sharers of ofCell[cell]!) sharers.add(demand);
      },
      remove: (cell, demand) => {
        for (const sharers of ofCell[cell]!) sharers.remove(demand);
      },
    },
    clear: () => {
      for (const sharers of all) sharers.clear();
    },
    readLevels: (into) => {
      for (const { sharers, members } of readers) {
        for (let j = 0; j < members.length; j += 1) {
          const member = members[j]!;
          into[member] = sharers.level(j) / capacities[member]!;
        }
      }
    },
  };
}
