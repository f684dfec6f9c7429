/**
 * A transfer over a link whose capacity changes: what it takes is found by adding up what goes through from its start on.
 *
 * First in, first out, exactly: of two transfers of the same size over the same arc the one that starts later never ends
 * earlier, to the last bit (every operation rounds monotonically, and a step never ends after the next one begins). Hence
 * waiting never pays, and a label-setting search over arrival times is exact.
 */
import type { CapacityTable } from './capacityTable';

/**
 * When so many Mbit that start at `startS` are through [s]. A link at 0 is waited for, even by nothing at all; one that
 * stays at 0: Infinity. Also Infinity (or a time after it) where it cannot be by `latestS`: the search needs no more.
 * O(coherence times that it lasts).
 */
export function arrivalS(
  { stepS, mbps, nextUp }: CapacityTable,
  arc: number,
  megabits: number,
  startS: number,
  latestS = Infinity,
): number {
  const series = mbps[arc]!;
  const up = nextUp[arc] ?? null;
  const last = series.length - 1;
  let left = megabits;
  let k = Math.min(last, Math.floor(startS / stepS));
  let atS = Math.max(startS, k * stepS);
  for (;;) {
    if (up !== null && up[k]! !== k) {
      k = up[k]!;
      if (k > last) return Infinity;
      atS = k * stepS;
    }
    if (atS > latestS) return Infinity;
    const rate = series[k]!;
    if (k === last) return Math.max(startS, atS + left / rate);
    const endS = (k + 1) * stepS;
    const room = Math.max(0, rate * (endS - atS));
    if (left <= room) return Math.max(startS, Math.min(endS, atS + left / rate));
    left -= room;
    k += 1;
    atS = endS;
  }
}

/** Time between two times [s] at which the arc carries anything: a radio that waits for its link is off. */
export function onAirS(
  { stepS, mbps, nextUp }: CapacityTable,
  arc: number,
  startS: number,
  endS: number,
): number {
  const up = nextUp[arc] ?? null;
  if (up === null) return endS - startS;
  const last = mbps[arc]!.length - 1;
  let sum = 0;
  let k = Math.min(last, Math.floor(startS / stepS));
  for (let atS = startS; atS < endS;) {
    const toS = k === last ? endS : Math.min(endS, (k + 1) * stepS);
    if (up[k] === k) sum += Math.max(0, toS - atS);
    k += 1;
    atS = k > last ? endS : Math.max(atS, toS);
  }
  return sum;
}
