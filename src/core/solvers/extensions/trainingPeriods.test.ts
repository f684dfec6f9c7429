import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { byTable, randomPeriods } from './testing/periodsByTable';
import { evaluatePeriods, solvePeriods, solveStepwise } from './trainingPeriods';

const never = (): boolean => false;

describe('training over several periods', () => {
  it('equals a table over all sequences of splits in 300 cases', () => {
    const random = createRandom(51);
    for (let round = 0; round < 300; round++) {
      const periods = randomPeriods(
        random,
        1 + random.integer(4),
        2 + random.integer(2),
        1 + random.integer(4),
      );
      const best = byTable(periods);
      const plan = solvePeriods(periods, never);
      if (best === Infinity) {
        expect(plan === null || plan.totalS === Infinity).toBe(true);
        continue;
      }
      expect(plan!.proven).toBe(true);
      expect(plan!.totalS).toBeCloseTo(best, 9);
    }
  });

  it('is never above deciding period by period, and often below', () => {
    const random = createRandom(52);
    let better = 0;
    for (let round = 0; round < 200; round++) {
      const periods = randomPeriods(random, 4, 3, 4);
      const whole = solvePeriods(periods, never)?.totalS ?? Infinity;
      const stepwise = solveStepwise(periods)?.totalS ?? Infinity;
      expect(whole).toBeLessThanOrEqual(stepwise + 1e-9);
      if (whole < stepwise - 1e-9) better++;
    }
    expect(better).toBeGreaterThan(20);
  });

  it('pays for each move from the split before', () => {
    const random = createRandom(53);
    const periods = randomPeriods(random, 3, 2, 2, { allOpen: true });
    const stays = evaluatePeriods(periods, [
      periods[0]!.previous,
      periods[0]!.previous,
      periods[0]!.previous,
    ]);
    for (const split of stays.splits) expect(split.moveS).toBe(0);
    const there = evaluatePeriods(periods, [[0, 2], [0, 2], [2, 2]]); // prettier-ignore
    expect(there.splits[1]!.moveS).toBe(0);
    const rate = periods[2]!.secondsPerByte[1]![0]!;
    const [a, b] = periods[2]!.weightBytes;
    expect(there.splits[2]!.moveS).toBe((a! + b!) * rate);
  });
});
