/** Who waits for which cells' traffic: the sharers of every set of cells, and the levels of everything that has them. */
import type { DemandListener } from './populationSettings';
import { createSharers, type Sharers } from './sharers';

/** A link or a cell as something that is shared. */
export interface SharedThing {
  /** Whose traffic crosses it; empty: nobody's. */
  readonly cells: readonly number[];
  /** In units of the demand steps at load x1. */
  readonly capacity: number;
}

export interface LoadedShares {
  readonly listener: DemandListener;
  clear(): void;
  /** Water level of everything that has cells, over its capacity: 0..1. Others are left as they are. */
  readLevels(into: Float64Array): void;
}

/**
 * @param steps - demand of each step at load x1
 * @param demandFactor - of all demands, against load x1: twice the demands are half the capacity
 */
export function createLoadedShares(
  steps: Float64Array,
  things: readonly SharedThing[],
  cellCount: number,
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
  const ofCell: Sharers[][] = Array.from({ length: cellCount }, () => []);
  const readers: { readonly sharers: Sharers; readonly members: readonly number[] }[] = [];
  const capacities = Float64Array.from(things, ({ capacity }) => capacity / demandFactor);
  for (const { cells, members } of groups.values()) {
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
