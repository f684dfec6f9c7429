import { asCount } from './bounds';

/** How far ahead a task is decided on. Allocation-free once made. */
export interface Horizon {
  /** A task starts [s]; times do not fall. */
  started(atS: number): void;
  /** Mean gap of the last tasks [s]; 0: decide on the last value. */
  seconds(): number;
}

const mostGaps = 1000;

/** A mean of gaps that are each the coherence time may fall below it by rounding. */
const rounding = 1e-9;

/**
 * HiveMind's horizon (IV-F): the mean gap between the starts of the last `gapTasks` + 1 tasks, fewer at the start.
 * 0, so the last value, before the second task and where it is below the coherence time: until then the capacity is
 * most likely still the one that was seen, and a forecast could only add its error. O(1).
 *
 * @param gapTasks - gaps looked back on, 1..1000
 * @param coherenceS - capacities stay the same for so long [s]
 */
export function createHorizon(gapTasks: number, coherenceS: number): Horizon {
  const gaps = asCount(gapTasks, 1, mostGaps);
  const starts = new Float64Array(gaps + 1);
  let tasks = 0;
  return {
    started: (atS) => {
      starts[tasks % starts.length] = atS;
      tasks += 1;
    },
    seconds: () => {
      const counted = Math.min(tasks - 1, gaps);
      if (counted < 1) return 0;
      const latest = starts[(tasks - 1) % starts.length]!;
      const earliest = starts[(tasks - 1 - counted) % starts.length]!;
      const gapS = (latest - earliest) / counted;
      return gapS >= coherenceS * (1 - rounding) ? gapS : 0;
    },
  };
}
