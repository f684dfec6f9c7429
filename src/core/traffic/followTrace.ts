/** A trace as a capacity in time. */
import type { LinkTrace } from './types';

type Samples = Pick<LinkTrace, 'stepS' | 'mbps' | 'loop'>;

/** Capacity at `timeS` after the start of the run [Mbit/s]; 0 without samples. */
export function traceAt({ stepS, mbps, loop }: Samples, timeS: number): number {
  const index = Math.max(0, Math.floor(timeS / stepS + 1e-9));
  return mbps[loop ? index % mbps.length : Math.min(index, mbps.length - 1)] ?? 0;
}

/**
 * Fills a series with the mean of the trace over each of its steps: as much is transferred in it as in the trace, also where
 * a step is longer than the trace's. O(samples + entries).
 *
 * @param stepS - of the series
 */
export function fillFromTrace(trace: Samples, series: Float32Array, stepS: number): void {
  const count = trace.mbps.length;
  /** Sum of the samples before each. */
  const sums = new Float64Array(count + 1);
  for (let k = 0; k < count; k += 1) sums[k + 1] = sums[k]! + trace.mbps[k]!;
  const whole = sums[count]!;
  /** Integral from 0 to a time in steps of the trace. */
  const integral = (steps: number): number => {
    if (count === 0) return 0;
    if (!trace.loop && steps >= count) return whole + (steps - count) * trace.mbps[count - 1]!;
    const rounds = Math.floor(steps / count);
    const rest = steps - rounds * count;
    const index = Math.min(Math.floor(rest), count - 1);
    return rounds * whole + sums[index]! + (rest - index) * trace.mbps[index]!;
  };
  for (let entry = 0; entry < series.length; entry += 1) {
    const from = (entry * stepS) / trace.stepS;
    const to = ((entry + 1) * stepS) / trace.stepS;
    // Within one sample the mean is the sample itself, to the last bit.
    const isWithin = Math.floor(from + 1e-9) === Math.ceil(to - 1e-9) - 1;
    series[entry] = isWithin
      ? traceAt(trace, entry * stepS)
      : Math.max(0, (integral(to) - integral(from)) / (to - from));
  }
}
