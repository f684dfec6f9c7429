import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandSteps } from './demandSteps';
import { capacityForShare, createSharers } from './sharers';

/** The level by bisection of its definition. */
function levelByBisection(demands: readonly number[], capacity: number): number {
  let low = 0;
  let high = capacity;
  for (let turn = 0; turn < 200; turn += 1) {
    const level = (low + high) / 2;
    const taken = demands.reduce((sum, demand) => sum + Math.min(demand, level), level);
    if (taken < capacity) low = level;
    else high = level;
  }
  return (low + high) / 2;
}

const risingSteps = fc
  .array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 })
  .map((values) => Float64Array.from(values).sort());

describe('water level', () => {
  it('gives everybody what they want and the rest to the UE while there is room', () => {
    const sharers = createSharers(Float64Array.of(10, 20), [100]);
    sharers.add(0);
    sharers.add(1);
    expect(sharers.level(0)).toBe(70);
  });

  it('gives those who want more than the level the level', () => {
    // 10 + x + x + x = 100 with x = 30: the sharer with 20 gets all it wants, so 10 + 20 + 2 x = 100.
    const sharers = createSharers(Float64Array.of(10, 20, 500), [100]);
    for (const step of [0, 1, 2]) sharers.add(step);
    expect(sharers.level(0)).toBe(35);
  });

  it('is all of the capacity where nobody wants anything, after everybody has left or been cleared', () => {
    const sharers = createSharers(Float64Array.of(10, 20), [50, 3]);
    sharers.add(1);
    sharers.add(1);
    expect(sharers.level(1)).toBe(1);
    sharers.remove(1);
    sharers.remove(1);
    expect([sharers.level(0), sharers.level(1)]).toEqual([50, 3]);
    sharers.add(0);
    sharers.clear();
    expect(sharers.level(1)).toBe(3);
  });

  it('agrees with bisection after any row of switches, for all capacities that the same people share', () => {
    fc.assert(
      fc.property(
        risingSteps,
        fc.array(fc.double({ min: 0.5, max: 20_000, noNaN: true }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(11), fc.boolean(), fc.boolean()), { maxLength: 40 }),
        (steps, capacities, switches) => {
          const sharers = createSharers(steps, capacities);
          const present: number[] = [];
          for (const [pick, isLeaving, isLooking] of switches) {
            if (isLeaving && present.length > 0) {
              const [gone] = present.splice(pick % present.length, 1);
              sharers.remove(gone!);
            } else {
              present.push(pick % steps.length);
              sharers.add(pick % steps.length);
            }
            if (!isLooking) continue;
            const demands = present.map((step) => steps[step]!);
            for (const [j, capacity] of capacities.entries()) {
              const level = sharers.level(j);
              expect(Math.abs(level - levelByBisection(demands, capacity))).toBeLessThan(1e-9 * capacity);
            }
          }
        },
      ),
      { seed: 51, numRuns: 300 },
    );
  });

  it('falls when somebody comes and rises with the capacity', () => {
    fc.assert(
      fc.property(
        risingSteps,
        fc.double({ min: 1, max: 9000, noNaN: true }),
        fc.array(fc.nat(11), { minLength: 1, maxLength: 20 }),
        (steps, capacity, picks) => {
          const sharers = createSharers(steps, [capacity, capacity * 1.5]);
          let before = sharers.level(0);
          for (const pick of picks) {
            sharers.add(pick % steps.length);
            const level = sharers.level(0);
            expect(level).toBeLessThan(before);
            expect(sharers.level(1)).toBeGreaterThan(level);
            before = level;
          }
        },
      ),
      { seed: 52, numRuns: 200 },
    );
  });
});

describe('capacityForShare', () => {
  it('is the capacity under which the mean state leaves the UE its share', () => {
    const steps = demandSteps(1);
    const capacity = capacityForShare(steps, 75, 0.2);
    // Every value equally often, 75 in all: 75 / 4096 of each.
    let low = 0;
    let high = capacity;
    for (let turn = 0; turn < 100; turn += 1) {
      const level = (low + high) / 2;
      const taken = steps.reduce((sum, demand) => sum + (75 / 4096) * Math.min(demand, level), level);
      if (taken < capacity) low = level;
      else high = level;
    }
    expect(low / capacity).toBeCloseTo(0.2, 6);
  });

  it('does not ask of a few what they cannot take, nor of anybody to take nothing', () => {
    const steps = demandSteps(1);
    for (const [sharers, share] of [
      [0, 0.3],
      [1, 0.1],
      [50, 1],
      [50, 3],
    ] as const) {
      const capacity = capacityForShare(steps, sharers, share);
      expect(Number.isFinite(capacity) && capacity > 0).toBe(true);
    }
  });
});
