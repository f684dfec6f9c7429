/** Capacities in time: one value a coherence time for every arc, which is all that a task needs to know of the network. */

export interface CapacityTable {
  /** Coherence time [s]. */
  readonly stepS: number;
  /** [arc] Mbit/s over [k, k + 1) * stepS; the last one holds for ever. All of one length. */
  readonly mbps: readonly Float32Array[];
  /**
   * [arc] of an arc that is at 0 now and then: the first step from k on at which it is not, one beyond the last step where
   * there is none. null where it never is.
   */
  readonly nextUp: readonly (Int32Array | null)[];
}

export function createCapacityTable(stepS: number, mbps: readonly Float32Array[]): CapacityTable {
  return { stepS, mbps, nextUp: mbps.map(nextUpOf) };
}

function nextUpOf(series: Float32Array): Int32Array | null {
  if (!series.includes(0)) return null;
  const next = new Int32Array(series.length);
  for (let k = series.length - 1, up = series.length; k >= 0; k--) {
    if (series[k]! > 0) up = k;
    next[k] = up;
  }
  return next;
}

/** The step that holds at a time [s]; before the start the first, after the end the last. */
export function stepAt({ stepS, mbps }: CapacityTable, atS: number): number {
  const last = (mbps[0]?.length ?? 1) - 1;
  return Math.min(last, Math.max(0, wholeStepsIn(atS, stepS)));
}

/** Steps that have begun by a time: in binary 0.15 / 0.05 is a little less than 3, and the third has begun all the same. */
export function wholeStepsIn(atS: number, stepS: number): number {
  return Math.floor(atS / stepS + 1e-9);
}
