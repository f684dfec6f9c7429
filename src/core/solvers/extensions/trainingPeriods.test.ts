import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../random';
import { iterationCost, moveCost, placements } from './testing/bruteForceExtensions';
import { randomTraining } from './testing/randomExtensions';
import { evaluatePeriods, solvePeriods, solveStepwise, type TrainingPeriods } from './trainingPeriods';
import type { TrainingProblem } from './training';

const never = (): boolean => false;

function randomPeriods(random: Random, count: number, nodes: number, blocks: number): TrainingPeriods {
  const base = randomTraining(random, nodes, blocks);
  return Array.from({ length: count }, (): TrainingProblem => {
    const { activationS, gradientS, forwardS, backwardS } = randomTraining(random, nodes, blocks);
    const rates = Array.from({ length: nodes }, () =>
      Float64Array.from({ length: nodes }, () => random.integer(6)),
    );
    return {
      forwardS,
      backwardS,
      activationS,
      gradientS,
      previous: base.previous,
      weightBytes: base.weightBytes,
      secondsPerByte: rates,
      charge: 'per-hop',
      setUpS: 0,
      iterations: 1 + random.integer(3),
    };
  });
}

/** The best sequence of splits by a table over every split of every period. */
function byTable(periods: TrainingPeriods): number {
  const { forwardS, weightBytes } = periods[0]!;
  const blocks = weightBytes.length;
  const all = [...placements(forwardS.length, blocks)];
  const boundariesOf = (labels: readonly number[]): Int32Array =>
    Int32Array.from(forwardS, (_, p) => labels.filter((q) => q <= p).length);
  let cost: number[] | null = null;
  for (const period of periods) {
    const before = cost;
    cost = all.map((labels) => {
      const inPeriod = period.iterations * iterationCost(period, labels);
      if (before === null) return inPeriod + moveCost(period, labels);
      let best = Infinity;
      for (const [k, old] of all.entries()) {
        const moved = moveCost({ ...period, previous: boundariesOf(old) }, labels);
        best = Math.min(best, before[k]! + moved);
      }
      return inPeriod + best;
    });
  }
  return Math.min(...cost!);
}

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
    const periods = randomPeriods(random, 3, 2, 2);
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
