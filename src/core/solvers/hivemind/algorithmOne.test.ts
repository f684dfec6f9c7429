import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { deliveries } from '../../scenario/types';
import { solveChain } from '../chainMultiSplit';
import { costOfSplit } from '../splitCost';
import { bruteForceChain } from '../testing/bruteForce';
import { randomChain, realisticChain } from '../testing/randomProblems';
import type { ChainProblem } from '../types';
import { algorithmOne, asCorrected, asPrinted, emptyOnly, entryCostOnly } from './algorithmOne';
import { chainOf, counterExample } from './counterExample';
import { searchCounterExample } from './testing/searchCounterExamples';

const random = createRandom(41);
const chains = Array.from({ length: 600 }, (_, round) =>
  randomChain(random, 2 + random.integer(4), 1 + random.integer(7), {
    numbers: round % 2 === 0 ? 'integer' : 'real',
    delivery: deliveries[round % 3]!,
    memory: false,
    impossible: round % 5 === 0 ? 0.1 : 0,
  }),
);

describe('Algorithm 1 with its two corrections', () => {
  it('is exact, with line 11 and without it, and keeps its promise', () => {
    for (const problem of chains) {
      const optimumS = bruteForceChain(problem);
      for (const options of [asCorrected, { ...asCorrected, skipRule: 'none' } as const]) {
        const run = algorithmOne(problem, options);
        expect(run?.actualS ?? Infinity).toBeCloseTo(optimumS, 9);
        expect(run?.promisedS ?? Infinity).toBeCloseTo(optimumS, 9);
      }
    }
  });

  it('equals the lattice on 50 long chains', () => {
    for (let seed = 0; seed < 50; seed++) {
      const problem = realisticChain(seed, 2 + (seed % 7), 156);
      expect(algorithmOne(problem, asCorrected)!.actualS).toBeCloseTo(solveChain(problem)!.totalS, 12);
    }
  });
});

describe('Algorithm 1 as printed', () => {
  it('never costs less than the optimum, whatever it promises, and says what its split costs', () => {
    for (const problem of chains) {
      const optimumS = bruteForceChain(problem);
      for (const options of [asPrinted, entryCostOnly, emptyOnly]) {
        const run = algorithmOne(problem, options);
        if (run === null) continue;
        expect(run.actualS).toBe(costOfSplit(problem, run));
        expect(run.actualS).toBeGreaterThanOrEqual(optimumS * (1 - 1e-12));
      }
    }
  });

  /** Parts of the chains on which a run is not optimal, and on which its promise is not what its split costs. */
  const parts = (options: typeof asPrinted): { suboptimal: number; broken: number } => {
    let suboptimal = 0;
    let broken = 0;
    for (const problem of chains) {
      const run = algorithmOne(problem, options);
      const optimumS = bruteForceChain(problem);
      if ((run?.actualS ?? Infinity) > optimumS + 1e-9) suboptimal++;
      if (run !== null && Math.abs(run.promisedS - run.actualS) > 1e-9) broken++;
    }
    return { suboptimal: suboptimal / chains.length, broken: broken / chains.length };
  };

  it('is wrong often: each defect alone, and both most of all', () => {
    const printed = parts(asPrinted);
    const empty = parts(emptyOnly);
    const entry = parts(entryCostOnly);
    expect(printed.suboptimal).toBeGreaterThan(0.25);
    expect(printed.broken).toBeGreaterThan(0.25);
    expect(empty.suboptimal).toBeGreaterThan(0.1);
    expect(empty.broken).toBeGreaterThan(0.25);
    expect(entry.suboptimal).toBeGreaterThan(0.1);
    // With the entry cost right, messages are honest: only the empty assignment is missing.
    expect(entry.broken).toBe(0);
    expect(printed.suboptimal).toBeGreaterThan(entry.suboptimal);
  });

  it('makes every node that is handed data run a layer, so the cloud alone is no choice', () => {
    const cloudIsBest: ChainProblem = {
      computeS: [Float64Array.of(9, 9, 9), Float64Array.of(1, 1, 1)],
      shipS: [Float64Array.of(1, 5, 5, 0)],
      finishS: new Float64Array(2),
    };
    expect(algorithmOne(cloudIsBest, entryCostOnly)).toMatchObject({
      boundaries: Int32Array.of(1, 3),
      actualS: 16,
    });
    expect(algorithmOne(cloudIsBest, asCorrected)).toMatchObject({
      boundaries: Int32Array.of(0, 3),
      actualS: 4,
    });
  });

  it('has no split where the UE cannot compute', () => {
    const problem: ChainProblem = {
      computeS: [Float64Array.of(Infinity), Float64Array.of(1)],
      shipS: [Float64Array.of(1, 0)],
      finishS: new Float64Array(2),
    };
    expect(algorithmOne(problem, asPrinted)).toBeNull();
    expect(algorithmOne(problem, asCorrected)).toMatchObject({ actualS: 2 });
  });
});

describe('the counter-example', () => {
  const chain = chainOf(counterExample.row);

  it('promises 132 ms, costs 149 ms, and the best takes 128 ms', () => {
    const printed = algorithmOne(chain, asPrinted)!;
    expect(printed.promisedS).toBeCloseTo(counterExample.promisedS, 12);
    expect(printed.actualS).toBeCloseTo(counterExample.actualS, 12);
    expect(bruteForceChain(chain)).toBeCloseTo(counterExample.optimumS, 12);
    expect([counterExample.promisedS, counterExample.actualS]).toEqual([0.132, 0.149]);
  });

  it('shows each defect alone: an honest promise that is not best, and a promise that is not kept', () => {
    const entry = algorithmOne(chain, entryCostOnly)!;
    expect(entry.promisedS).toBeCloseTo(entry.actualS, 12);
    expect(entry.actualS).toBeGreaterThan(counterExample.optimumS + 1e-3);
    const empty = algorithmOne(chain, emptyOnly)!;
    expect(Math.abs(empty.promisedS - empty.actualS)).toBeGreaterThan(1e-3);
    expect(empty.actualS).toBeGreaterThan(counterExample.optimumS + 1e-3);
  });

  it('is what the seeded search finds', () => {
    const found = searchCounterExample(40, 200_000, 132, 149);
    expect(found?.row).toEqual(counterExample.row);
  });
});
