import { describe, expect, it } from 'vitest';
import type { Journey } from '../mobility/types';
import { createCapacityTable } from './capacityTable';
import { keepCapacities, keepJourney } from './keptSeries';

const count = 50_001;
const stepS = 0.01;
/** Of step k: k itself, whatever it is of. */
const steps = Float32Array.from({ length: count }, (_, k) => k);
const journey: Journey = {
  stepS,
  xM: steps,
  yM: steps.map((k) => 1 - k),
  cell: Int16Array.from(steps, (k) => k % 7),
  snrDb: steps.map((k) => k / 2),
  cellSnrDb: [],
  open: steps,
  handovers: [],
};
/** One entry every 100 ms, its number. */
const activeUes = Uint32Array.from({ length: 5001 }, (_, k) => k);

describe('what is kept of a long run', () => {
  it('is every third step of a journey with more than 40,000, and who was active then', () => {
    const kept = keepJourney(journey, [activeUes], 500);
    expect(kept.stepS).toBeCloseTo(0.03, 12);
    expect(kept.xM).toHaveLength(16_667);
    for (const k of [0, 1, 500, 16_666]) {
      const step = 3 * k;
      expect([kept.xM[k], kept.yM[k], kept.cell[k], kept.snrDb[k]]).toEqual([
        step,
        1 - step,
        step % 7,
        step / 2,
      ]);
      expect(kept.activeUes[0]![k]).toBe(Math.floor(step / 10));
    }
  });

  it('is all of a short one', () => {
    const kept = keepJourney(journey, [activeUes], 60);
    expect(kept.stepS).toBe(stepS);
    expect(kept.xM).toEqual(steps.slice(0, 6001));
    expect(keepCapacities(createCapacityTable(stepS, [steps.slice(0, 9)]))).toEqual({
      capacityMbps: [steps.slice(0, 9)],
      capacityStepS: stepS,
    });
  });

  it('has capacities as means, the last one of what is left', () => {
    const { capacityMbps, capacityStepS } = keepCapacities(createCapacityTable(stepS, [steps]));
    expect(capacityStepS).toBeCloseTo(0.03, 12);
    expect(capacityMbps[0]).toHaveLength(16_667);
    expect([0, 1, 16_665, 16_666].map((k) => capacityMbps[0]![k])).toEqual([1, 4, 49_996, 49_999]);
    const odd = keepCapacities(createCapacityTable(stepS, [steps.slice(0, 49_999)]));
    expect(odd.capacityMbps[0]!.at(-1)).toBe(49_998);
  });

  it('is less of each where there are many arcs', () => {
    const many = Array.from({ length: 800 }, () => steps);
    const { capacityMbps, capacityStepS } = keepCapacities(createCapacityTable(stepS, many));
    const [entries, bytes] = [capacityMbps[0]!.length, capacityMbps.length * capacityMbps[0]!.byteLength];
    expect(bytes).toBeLessThanOrEqual(16e6);
    expect(entries * capacityStepS).toBeGreaterThanOrEqual(count * stepS);
  });
});
