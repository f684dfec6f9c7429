import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { solveChain } from './chainMultiSplit';
import type { StageTimes } from './leastPeriod';
import { slowestStage, solvePipeline } from './pipeline';
import { costOfSplit, splitFits } from './splitCost';
import { visitSplits } from './testing/bruteForce';
import { randomChain, realisticChain } from './testing/randomProblems';
import type { ChainProblem } from './types';

const ownStages = (problem: ChainProblem): StageTimes => ({ hopS: problem.shipS, finishS: problem.finishS });

/** The least period, and the least latency of a split that has it. */
function bruteForce(problem: ChainProblem, stages: StageTimes): { periodS: number; latencyS: number } {
  let best = { periodS: Infinity, latencyS: Infinity };
  visitSplits(problem, (split) => {
    const latencyS = costOfSplit(problem, split);
    if (latencyS === Infinity || !splitFits(problem, split)) return;
    const { periodS } = slowestStage(problem, stages, split);
    const isBetter = periodS < best.periodS || (periodS === best.periodS && latencyS < best.latencyS);
    if (isBetter) best = { periodS, latencyS };
  });
  return best;
}

/** Whether a split exists none of whose stages takes longer: forward, greedy in nothing, by sets of boundaries. */
function works(problem: ChainProblem, limitS: number): boolean {
  const blocks = problem.computeS[0]!.length;
  let reached = new Set([0]);
  for (const [p, row] of problem.computeS.entries()) {
    const done = new Set<number>();
    for (const start of reached) {
      let runS = 0;
      let bytes = 0;
      for (let j = start; j <= blocks; j++) {
        if (j > start) {
          runS += row[j - 1]!;
          bytes += problem.memory?.layerBytes[j - 1] ?? 0;
        }
        if (runS > limitS || bytes > (problem.memory?.nodeBytes[p] ?? Infinity)) break;
        done.add(j);
      }
    }
    if (done.has(blocks) && problem.finishS[p]! <= limitS) return true;
    const ship = problem.shipS[p];
    reached = new Set([...done].filter((j) => ship !== undefined && ship[j]! <= limitS));
  }
  return false;
}

/** The least of all stages that could be the slowest for which `works` holds, by bisection. */
function bisect(problem: ChainProblem): number {
  const values = [...problem.shipS.flatMap((row) => [...row]), ...problem.finishS, 0];
  for (const row of problem.computeS) {
    for (let i = 0; i < row.length; i++) {
      let runS = 0;
      for (let j = i; j < row.length; j++) values.push((runS += row[j]!));
    }
  }
  values.sort((a, b) => a - b);
  let low = 0;
  let high = values.length - 1;
  if (!works(problem, values[high]!)) return Infinity;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (works(problem, values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}

const variants = deliveries.flatMap((delivery) =>
  [false, true].map((memory) => ({ delivery, memory, numbers: 'integer' as const })),
);

describe('solvePipeline', () => {
  it.each(variants)('equals brute force in period, and in latency among equal periods: %o', (options) => {
    const random = createRandom(90);
    for (let round = 0; round < 300; round++) {
      const problem = randomChain(random, 1 + random.integer(5), 1 + random.integer(6), {
        ...options,
        impossible: round % 4 === 0 ? 0.15 : 0,
      });
      const best = bruteForce(problem, ownStages(problem));
      const split = solvePipeline(problem);
      expect(split?.periodS ?? Infinity).toBe(best.periodS);
      expect(split?.latencyS ?? Infinity).toBe(best.latencyS);
      if (split === null) continue;
      expect(splitFits(problem, split)).toBe(true);
      expect(slowestStage(problem, ownStages(problem), split)).toEqual({
        periodS: split.periodS,
        bottleneck: split.bottleneck,
      });
    }
  });

  it('takes a hop over several links as several stages', () => {
    const random = createRandom(91);
    for (let round = 0; round < 200; round++) {
      const problem = randomChain(random, 2 + random.integer(3), 1 + random.integer(6), {
        numbers: 'integer',
        delivery: 'return',
        memory: round % 2 === 0,
      });
      const part = (row: Float64Array) => row.map((seconds) => Math.ceil(seconds * random.next()));
      const stages = { hopS: problem.shipS.map(part), finishS: part(problem.finishS) };
      const split = solvePipeline(problem, stages);
      const best = bruteForce(problem, stages);
      expect(split?.periodS ?? Infinity).toBe(best.periodS);
      expect(split?.latencyS ?? Infinity).toBe(best.latencyS);
    }
  });

  it('agrees with bisection over every stage that could be the slowest, on 50 long chains', () => {
    const random = createRandom(92);
    for (let seed = 0; seed < 50; seed++) {
      const chain = realisticChain(seed, 2 + (seed % 4), 40);
      const nodes = chain.computeS.length;
      const memory = {
        layerBytes: Float64Array.from({ length: 40 }, () => random.integer(9)),
        nodeBytes: Float64Array.from({ length: nodes }, () => (160 / nodes) * (1.1 + random.next())),
      };
      const problem = seed % 2 === 0 ? chain : { ...chain, memory };
      expect(solvePipeline(problem)?.periodS ?? Infinity).toBeCloseTo(bisect(problem), 12);
    }
  });

  it('gives the best split so far and a bound when stopped, and the proved one when there is time', () => {
    let cutOff = 0;
    for (let seed = 0; seed < 40; seed++) {
      const problem = realisticChain(seed, 2 + (seed % 4), 60);
      const { periodS } = solvePipeline(problem)!;
      for (let polls = 0; polls < 12; polls++) {
        let left = polls;
        const split = solvePipeline(problem, ownStages(problem), () => left-- <= 0)!;
        expect(split.periodS).toBe(slowestStage(problem, ownStages(problem), split).periodS);
        expect(split.periodS).toBeGreaterThanOrEqual(periodS * (1 - 1e-12));
        if (split.proven) expect(split.periodS).toBe(periodS);
        else expect(split.boundS).toBeLessThanOrEqual(periodS);
        if (!split.proven) cutOff++;
      }
    }
    expect(cutOff).toBeGreaterThan(40);
  });

  it('needs so few sweeps on a long row that it is never asked whether to stop more than 64 times', () => {
    const problem = realisticChain(7, 8, 5000);
    let polls = 0;
    const split = solvePipeline(problem, ownStages(problem), () => polls++ > 64)!;
    expect(split.proven).toBe(true);
    expect(works(problem, split.periodS * (1 - 1e-9))).toBe(false);
  });

  it('is a stage to the last bit, whether it takes next to nothing or next to forever', () => {
    for (const scale of [1e-300, 1, 1e300]) {
      const problem: ChainProblem = {
        computeS: [Float64Array.of(0.3, 0.1, 0.2), Float64Array.of(0.2, 0.2, 0.1)].map((row) =>
          row.map((s) => s * scale),
        ),
        shipS: [Float64Array.of(9, 9, 0.25, 0.1).map((s) => s * scale)],
        finishS: new Float64Array(2),
      };
      expect(solvePipeline(problem)).toMatchObject({
        periodS: 0.3 * scale + 0.1 * scale,
        boundaries: Int32Array.of(2, 3),
        proven: true,
      });
    }
  });

  it('says how fast frames stream and what holds them up', () => {
    const problem: ChainProblem = {
      computeS: [Float64Array.of(0.04, 0.04, 0.04), Float64Array.of(0.01, 0.01, 0.01)],
      shipS: [Float64Array.of(0.2, 0.05, 0.02, 0)],
      finishS: Float64Array.of(Infinity, 0),
    };
    expect(solvePipeline(problem)).toEqual({
      periodS: 0.05,
      framesPerSecond: 20,
      bottleneck: { kind: 'hop', hop: 0 },
      latencyS: expect.closeTo(0.11, 12) as number,
      boundaries: Int32Array.of(1, 3),
      last: 1,
      proven: true,
    });
    const fast = { ...problem, shipS: [Float64Array.of(0.2, 0.02, 0.02, 0)] };
    expect(solvePipeline(fast)).toMatchObject({ periodS: 0.04, bottleneck: { kind: 'node', node: 0 } });
  });

  it('handles one node, one block, stages without time, and nothing that works', () => {
    const one: ChainProblem = { computeS: [Float64Array.of(3)], shipS: [], finishS: Float64Array.of(0) };
    expect(solvePipeline(one)).toMatchObject({ periodS: 3, latencyS: 3, last: 0 });
    const free = { ...one, computeS: [Float64Array.of(0)] };
    expect(solvePipeline(free)).toMatchObject({ periodS: 0, framesPerSecond: Infinity });
    expect(solvePipeline({ ...one, computeS: [Float64Array.of(Infinity)] })).toBeNull();
  });

  it('is never slower than the split of least latency, and its latency never lower', () => {
    for (let seed = 0; seed < 30; seed++) {
      const problem = realisticChain(seed, 2 + (seed % 5), 52);
      const stream = solvePipeline(problem)!;
      const single = solveChain(problem)!;
      expect(stream.periodS).toBeLessThanOrEqual(slowestStage(problem, ownStages(problem), single).periodS);
      expect(stream.latencyS).toBeGreaterThanOrEqual(single.totalS * (1 - 1e-12));
    }
  });
});
