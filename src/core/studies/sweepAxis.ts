/** The values of an axis of a sweep, and the order in which they are solved. */
import { limits } from '../scenario/limits';
import type { SweepAxis, SweepParameter } from './sweepTypes';

/** Most values on an axis. */
export const maxSweepSteps = { lines: 400, map: 120 } as const;

/** What a parameter may be, in its own unit. A log axis needs a lower end above 0. */
export function sweepRange({ kind }: SweepParameter): { readonly min: number; readonly max: number } {
  switch (kind) {
    case 'capacity':
      return { min: limits.minCapacityMbps, max: limits.maxCapacityMbps };
    case 'delay':
      return { min: 0, max: limits.delayMs };
    case 'speed':
      return { min: 1e-3, max: 1e3 };
    case 'memory':
      return { min: 0, max: limits.memoryMB };
    case 'input-px':
      return { min: limits.minInputPx, max: limits.maxInputPx };
  }
}

/** Rising values from one end to the other, both included; whole and distinct pixels. Ends are brought into the range. */
export function axisValues({ parameter, from, to, steps, scale }: SweepAxis, most: number): number[] {
  const { min, max } = sweepRange(parameter);
  const low = clamp(Math.min(from, to), min, max);
  const high = clamp(Math.max(from, to), min, max);
  const count = clamp(Math.round(steps), 2, most);
  const isLog = scale === 'log' && low > 0;
  const values = Array.from({ length: count }, (_, k) => {
    const part = k / (count - 1);
    // The ends as they were asked for, whatever the rounding of the steps between.
    if (k === 0) return low;
    if (k === count - 1) return high;
    return isLog ? low * (high / low) ** part : low + (high - low) * part;
  });
  const fitting = parameter.kind === 'input-px' ? values.map(Math.round) : values;
  return fitting.filter((value, k) => k === 0 || value > fitting[k - 1]!);
}

/** Indices 0 .. count - 1 from coarse to fine, so that a search that is stopped has seen the whole range. */
export function coarseToFine(count: number): number[] {
  const order: number[] = [];
  const seen = new Uint8Array(count);
  let stride = 1;
  while (stride < count - 1) stride *= 2;
  for (; stride >= 1; stride /= 2) {
    for (let k = 0; k < count; k += stride) {
      if (seen[k] === 1) continue;
      seen[k] = 1;
      order.push(k);
    }
    if (order.length > 0 && seen[count - 1] === 0) {
      seen[count - 1] = 1;
      order.push(count - 1);
    }
  }
  return order;
}

const clamp = (value: number, min: number, max: number): number =>
  Number.isNaN(value) ? min : Math.min(max, Math.max(min, value));
