/**
 * Labels that no other makes needless, by node, for one number of blocks done. They arrive in lexicographic order, so that
 * the first criterion need not be compared: with two criteria the last one kept decides, with three a staircase over the
 * other two, with more (or with memory) all are looked at.
 */
import type { LabelStore } from './labelStore';

export interface LabelFronts {
  /** Whether a kept label costs no more than the one at `label` (kept or not) under every criterion. */
  covers(node: number, label: number): boolean;
  keep(node: number, label: number): void;
}

/**
 * @param comparedMemory by node, which of the limited nodes' memories still matter there: those that can be reached again
 */
export function createFronts(
  store: LabelStore,
  nodeCount: number,
  comparedMemory: readonly (readonly number[])[],
): LabelFronts {
  const needsMemory = comparedMemory.some((list) => list.length > 0);
  if (needsMemory || store.width > 3) return new Scans(store, nodeCount, comparedMemory);
  return store.width === 3 ? new Staircases(store, nodeCount) : new LastKept(store, nodeCount);
}

class LastKept implements LabelFronts {
  private readonly last: Int32Array;

  constructor(
    private readonly store: LabelStore,
    nodeCount: number,
  ) {
    this.last = new Int32Array(nodeCount).fill(-1);
  }

  covers(node: number, label: number): boolean {
    const { width, values } = this.store;
    const last = this.last[node]!;
    return last >= 0 && (width < 2 || values[last * width + 1]! <= values[label * width + 1]!);
  }

  keep(node: number, label: number): void {
    this.last[node] = label;
  }
}

class Staircases implements LabelFronts {
  /** By node: labels by rising second and falling third criterion. */
  private readonly stairs: number[][];

  constructor(
    private readonly store: LabelStore,
    nodeCount: number,
  ) {
    this.stairs = Array.from({ length: nodeCount }, () => []);
  }

  covers(node: number, label: number): boolean {
    const { values } = this.store;
    const stairs = this.stairs[node]!;
    const at = this.after(stairs, values[label * 3 + 1]!);
    return at > 0 && values[stairs[at - 1]! * 3 + 2]! <= values[label * 3 + 2]!;
  }

  keep(node: number, label: number): void {
    const { values } = this.store;
    const stairs = this.stairs[node]!;
    const second = values[label * 3 + 1]!;
    const third = values[label * 3 + 2]!;
    let from = this.after(stairs, second);
    while (from > 0 && values[stairs[from - 1]! * 3 + 1] === second) from--;
    let to = from;
    while (to < stairs.length && values[stairs[to]! * 3 + 2]! >= third) to++;
    stairs.splice(from, to - from, label);
  }

  /** How many stairs have a second value of at most `second`. */
  private after(stairs: readonly number[], second: number): number {
    const { values } = this.store;
    let low = 0;
    let high = stairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[stairs[middle]! * 3 + 1]! <= second) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

class Scans implements LabelFronts {
  private readonly kept: number[][];

  constructor(
    private readonly store: LabelStore,
    nodeCount: number,
    private readonly comparedMemory: readonly (readonly number[])[],
  ) {
    this.kept = Array.from({ length: nodeCount }, () => []);
  }

  covers(node: number, label: number): boolean {
    const kept = this.kept[node]!;
    for (let n = 0; n < kept.length; n++) {
      const other = kept[n]!;
      if (!this.isCovered(node, other, label)) continue;
      // What covers one label often covers the next.
      if (n > 0) {
        kept[n] = kept[n - 1]!;
        kept[n - 1] = other;
      }
      return true;
    }
    return false;
  }

  private isCovered(node: number, other: number, label: number): boolean {
    const { width, values, limitedCount, held } = this.store;
    for (let k = 1; k < width; k++) {
      if (values[other * width + k]! > values[label * width + k]!) return false;
    }
    const memory = this.comparedMemory[node]!;
    for (let n = 0; n < memory.length; n++) {
      const m = memory[n]!;
      if (held[other * limitedCount + m]! > held[label * limitedCount + m]!) return false;
    }
    return true;
  }

  keep(node: number, label: number): void {
    this.kept[node]!.push(label);
  }
}
