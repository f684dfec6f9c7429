/** Deep versions of the solver tests (`npm run test:long`): 100,000 random instances each, and larger ones. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { findBreakpoints } from './breakpoints';
import { solveChain } from './chainMultiSplit';
import { solveGreedy } from './greedy';
import { algorithmOne, asCorrected, asPrinted } from './hivemind/algorithmOne';
import { explicitGraph, shortestPath } from './hivemind/explicitGraph';
import { float32LossBound, runSci } from './hivemind/sci';
import { slowestStage, solvePipeline } from './pipeline';
import { solveProportional } from './proportional';
import { solveRouteAndSplit } from './routeAndSplit';
import { costOfSplit, splitFits } from './splitCost';
import { bruteForceChain, bruteForceRoutes, visitSplits } from './testing/bruteForce';
import { expectSound, totalOf } from './testing/expectSound';
import { randomChain, randomNetwork } from './testing/randomProblems';
import type { ChainProblem } from './types';

const numbersOf = (round: number) => (round % 2 === 0 ? 'integer' : 'real');

describe('against exhaustive search', () => {
  it('the chain is right in 100,000 cases, with and without memory', () => {
    const random = createRandom(1);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomChain(random, 1 + random.integer(5), 1 + random.integer(7), {
        numbers: numbersOf(round),
        delivery: deliveries[round % 3]!,
        memory: round % 4 < 2,
        impossible: round % 5 === 0 ? 0.1 : 0,
      });
      expect(solveChain(problem)?.totalS ?? Infinity).toBeCloseTo(bruteForceChain(problem), 9);
    }
  });

  it('route and split is right in 100,000 cases', () => {
    const random = createRandom(2);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(4), {
        numbers: numbersOf(round),
        delivery: deliveries[round % 3]!,
      });
      expect(totalOf(solveRouteAndSplit(problem))).toBeCloseTo(bruteForceRoutes(problem), 9);
    }
  });

  it('the search under memory limits is right in 100,000 cases', () => {
    const random = createRandom(3);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(4), {
        numbers: numbersOf(round),
        delivery: deliveries[round % 3]!,
        memory: true,
      });
      const outcome = solveRouteAndSplit(problem);
      expect(totalOf(outcome)).toBeCloseTo(bruteForceRoutes(problem, { memory: true }), 9);
      if (outcome.kind === 'plan') expect(outcome.proven).toBe(true);
    }
  });
});

/** 100,000 random rows, with and without memory limits and impossible entries. */
function everyRow(seed: number, memory: boolean, check: (problem: ChainProblem) => void): void {
  const random = createRandom(seed);
  for (let round = 0; round < 100_000; round++) {
    const problem = randomChain(random, 1 + random.integer(5), 1 + random.integer(6), {
      numbers: numbersOf(round),
      delivery: deliveries[round % 3]!,
      memory: memory && round % 4 < 2,
      impossible: round % 5 === 0 ? 0.1 : 0,
    });
    check(problem);
  }
}

describe('rows against exhaustive search', () => {
  it('SCI ends in the optimum, and over float32 within its bound of it, in 100,000 cases', () => {
    everyRow(11, true, (problem) => {
      const optimumS = bruteForceChain(problem);
      expect(runSci(problem)?.actualS ?? Infinity).toBeCloseTo(optimumS, 9);
      const most = optimumS * (1 + float32LossBound(problem.computeS.length)) + 1e-12;
      expect(runSci(problem, 'float32')?.actualS ?? Infinity).toBeLessThanOrEqual(most);
    });
  });

  it('the corrected Algorithm 1 is exact and the printed one never better, in 100,000 cases', () => {
    everyRow(12, false, (problem) => {
      const optimumS = bruteForceChain(problem);
      expect(algorithmOne(problem, asCorrected)?.actualS ?? Infinity).toBeCloseTo(optimumS, 9);
      const printed = algorithmOne(problem, asPrinted);
      expect(printed?.actualS ?? Infinity).toBeGreaterThanOrEqual(optimumS * (1 - 1e-12));
    });
  });

  it('the shortest path through the explicit graph is the optimum, in 100,000 cases', () => {
    everyRow(13, true, (problem) => {
      const path = shortestPath(explicitGraph(problem));
      expect(path?.totalS ?? Infinity).toBeCloseTo(bruteForceChain(problem), 9);
    });
  });

  it('the pipeline has the least period, and the least latency among those, in 100,000 cases', () => {
    everyRow(14, true, (problem) => {
      const stages = { hopS: problem.shipS, finishS: problem.finishS };
      let periodS = Infinity;
      let latencyS = Infinity;
      visitSplits(problem, (split) => {
        const cost = costOfSplit(problem, split);
        if (cost === Infinity || !splitFits(problem, split)) return;
        const own = slowestStage(problem, stages, split).periodS;
        if (own < periodS) latencyS = Infinity;
        periodS = Math.min(periodS, own);
        if (own === periodS) latencyS = Math.min(latencyS, cost);
      });
      const found = solvePipeline(problem);
      expect(found?.periodS ?? Infinity).toBeCloseTo(periodS, 9);
      if (found !== null) expect(found.latencyS).toBeLessThanOrEqual(latencyS + 1e-9);
    });
  });

  it('greedy and proportional plans are sound and never better than the best, in 100,000 cases', () => {
    const random = createRandom(15);
    for (let round = 0; round < 100_000; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(5), {
        numbers: numbersOf(round),
        delivery: deliveries[round % 3]!,
        memory: round % 2 === 0,
      });
      const best = totalOf(solveRouteAndSplit(problem));
      for (const solve of [solveGreedy, solveProportional]) {
        const outcome = solve(problem);
        expectSound(problem, outcome);
        expect(totalOf(outcome)).toBeGreaterThanOrEqual(best * (1 - 1e-12));
      }
    }
  });
});

describe('breakpoints', () => {
  it('leave the optimum straight between them on 300 networks of 12 nodes and 30 blocks', () => {
    const random = createRandom(4);
    for (let round = 0; round < 300; round++) {
      const problem = randomNetwork(random, 12, 30, {
        numbers: 'real',
        delivery: deliveries[round % 3]!,
        density: 0.3,
      });
      const link = random.integer(problem.arcLink.length);
      const moving = Uint8Array.from(problem.arcLink, (k) => (k === link ? 1 : 0));
      const at = (x: number): number => {
        const arcSecondsPerByte = problem.arcSecondsPerByte.map((own, a) => (moving[a] === 1 ? x : own));
        return totalOf(solveRouteAndSplit({ ...problem, arcSecondsPerByte }));
      };
      const bends = findBreakpoints(problem, moving, 1e-4, 1e4).map(({ secondsPerByte }) => secondsPerByte);
      const ends = [1e-4, ...bends, 1e4];
      for (let k = 0; k + 1 < ends.length; k++) {
        const [a, b] = [ends[k]!, ends[k + 1]!];
        if (at(a) === Infinity) continue;
        for (let part = 1; part < 32; part++) {
          const t = part / 32;
          const chord = (1 - t) * at(a) + t * at(b);
          expect(Math.abs(at((1 - t) * a + t * b) - chord)).toBeLessThanOrEqual(1e-9 * chord);
        }
      }
    }
  });
});
