/** Several periods of training, and their optimum without a minimum cut. */
import type { Random } from '../../../random';
import type { TrainingProblem } from '../training';
import type { TrainingPeriods } from '../trainingPeriods';
import { iterationCost, moveCost, placements } from './bruteForceExtensions';
import { randomTraining } from './randomExtensions';

/** Whole numbers; unless `allOpen`, some ways are closed and some blocks have no parameters, so that they move all the same. */
export function randomPeriods(
  random: Random,
  count: number,
  nodes: number,
  blocks: number,
  { allOpen = false } = {},
): TrainingPeriods {
  const base = randomTraining(random, nodes, blocks);
  return Array.from({ length: count }, (): TrainingProblem => {
    const { activationS, gradientS, forwardS, backwardS } = randomTraining(random, nodes, blocks);
    const rates = Array.from({ length: nodes }, () =>
      Float64Array.from({ length: nodes }, () =>
        !allOpen && random.next() < 0.1 ? Infinity : random.integer(6),
      ),
    );
    return {
      forwardS,
      backwardS,
      activationS,
      gradientS,
      previous: base.previous,
      weightBytes: base.weightBytes.map((bytes, l) => (!allOpen && l % 3 === 0 ? 0 : bytes)),
      secondsPerByte: rates,
      charge: 'per-hop',
      setUpS: 0,
      iterations: 1 + random.integer(3),
    };
  });
}

/** The best sequence of splits by a table over every split of every period. */
export function byTable(periods: TrainingPeriods): number {
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
