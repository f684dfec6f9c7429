import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCapacityTable } from './capacityTable';
import { arrivalS, onAirS } from './transfer';

const table = (mbps: readonly number[], stepS = 1) => createCapacityTable(stepS, [Float32Array.from(mbps)]);

const series = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
const time = fc.double({ min: 0, max: 20, noNaN: true });
const size = fc.double({ min: 0, max: 40, noNaN: true });

/** Mbit that go through between two times, added up in slices that do not know of the transfer. */
function carried(mbps: readonly number[], fromS: number, toS: number): number {
  let sum = 0;
  for (let k = 0; k < mbps.length; k++) {
    const endS = k === mbps.length - 1 ? Infinity : k + 1;
    sum += mbps[k]! * Math.max(0, Math.min(toS, endS) - Math.max(fromS, k));
  }
  return sum;
}

describe('a transfer over a capacity that changes', () => {
  it('takes what is left from the next step', () => {
    expect(arrivalS(table([2, 4]), 0, 3, 0.5)).toBe(1.5);
    expect(arrivalS(table([2, 4]), 0, 1, 0.5)).toBe(1);
  });

  it('keeps the last capacity beyond the end', () => {
    expect(arrivalS(table([1, 2]), 0, 10, 5)).toBe(10);
  });

  it('waits for a link that is down, even with nothing to send', () => {
    expect(arrivalS(table([0, 0, 2, 1]), 0, 3, 0.25)).toBe(4);
    expect(arrivalS(table([0, 0, 2]), 0, 0, 0.25)).toBe(2);
    expect(arrivalS(table([1, 0, 2]), 0, 2, 0)).toBe(2.5);
  });

  it('never ends over a link that stays down', () => {
    expect(arrivalS(table([1, 0, 0]), 0, 2, 0)).toBe(Infinity);
    expect(arrivalS(table([0]), 0, 0, 7)).toBe(Infinity);
  });

  it('carries exactly its size', () => {
    fc.assert(
      fc.property(series, time, size, (mbps, startS, megabits) => {
        const endS = arrivalS(table(mbps), 0, megabits, startS);
        if (endS === Infinity) {
          expect(mbps.at(-1)).toBe(0);
          expect(carried(mbps, startS, 100)).toBeLessThanOrEqual(megabits);
        } else {
          expect(carried(mbps, startS, endS)).toBeCloseTo(megabits, 9);
        }
      }),
    );
  });

  it('is first in, first out to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 5, noNaN: true }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0.01, 0.05, 0.1, 1 / 3),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (mbps, stepS, startS, laterS, megabits) => {
          const capacities = table(mbps, stepS);
          const first = arrivalS(capacities, 0, megabits, startS);
          expect(first).toBeGreaterThanOrEqual(startS);
          expect(arrivalS(capacities, 0, megabits, startS + laterS)).toBeGreaterThanOrEqual(first);
          // Just before a step ends is where rounding would tell.
          const edgeS = Math.ceil(startS / stepS) * stepS;
          const before = arrivalS(capacities, 0, megabits, edgeS - Number.EPSILON * edgeS);
          expect(arrivalS(capacities, 0, megabits, edgeS)).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it('says the same with a deadline that it keeps, and otherwise a time after it', () => {
    fc.assert(
      fc.property(series, time, size, time, (mbps, startS, megabits, latestS) => {
        const endS = arrivalS(table(mbps), 0, megabits, startS);
        const within = arrivalS(table(mbps), 0, megabits, startS, latestS);
        if (endS <= latestS) expect(within).toBe(endS);
        else expect(within).toBeGreaterThan(latestS);
      }),
    );
  });

  it('is on air while its link is up', () => {
    expect(onAirS(table([2, 4]), 0, 0.5, 1.5)).toBe(1);
    expect(onAirS(table([1, 0, 2]), 0, 0.5, 2.5)).toBe(1);
    expect(onAirS(table([0, 0, 2]), 0, 0.5, 30)).toBe(28);
  });
});
