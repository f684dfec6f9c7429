import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { deliveries } from '../../scenario/types';
import { solveChain } from '../chainMultiSplit';
import { splitFits } from '../splitCost';
import { bruteForceChain } from '../testing/bruteForce';
import { randomChain, realisticChain } from '../testing/randomProblems';
import type { ChainProblem } from '../types';
import { float32LossBound, runSci, sciProfiles } from './sci';
import { SciNode } from './sciNode';

const variants = deliveries.flatMap((delivery) =>
  [false, true].map((memory) => ({ delivery, memory, numbers: 'integer' as const })),
);

describe('SCI', () => {
  it.each(variants)('ends in the optimum of brute force, exactly as promised: %o', (options) => {
    const random = createRandom(17);
    for (let round = 0; round < 250; round++) {
      const problem = randomChain(random, 1 + random.integer(5), 1 + random.integer(6), {
        ...options,
        impossible: round % 4 === 0 ? 0.15 : 0,
      });
      const optimumS = bruteForceChain(problem);
      const run = runSci(problem);
      expect(run?.actualS ?? Infinity).toBe(optimumS);
      expect(run?.promisedS ?? Infinity).toBe(optimumS);
      if (run !== null) expect(splitFits(problem, run)).toBe(true);
    }
  });

  it('costs, bit for bit, what the centralised optimum costs, with the same split', () => {
    for (let seed = 0; seed < 50; seed++) {
      const problem = realisticChain(seed, 2 + (seed % 7), 156);
      const run = runSci(problem)!;
      const best = solveChain(problem)!;
      expect(run.promisedS).toBe(best.totalS);
      expect(run.boundaries).toEqual(best.boundaries);
      expect(run.last).toBe(best.last);
    }
  });

  it('sends P - 1 messages of L + 1 numbers, from the last node up', () => {
    const { messages, decisions } = runSci(realisticChain(1, 5, 20))!;
    expect(messages.map(({ from }) => from)).toEqual([4, 3, 2, 1]);
    for (const { zetaS } of messages) expect(zetaS).toHaveLength(21);
    expect(decisions).toHaveLength(5);
  });

  it('needs no more at a node than its own profile and the message: any other part of the row may change', () => {
    const random = createRandom(23);
    for (let round = 0; round < 100; round++) {
      const problem = randomChain(random, 4, 6, { numbers: 'integer', delivery: 'sink', memory: true });
      const [, profile] = sciProfiles(problem) as [unknown, ConstructorParameters<typeof SciNode>[0]];
      const run = runSci(problem);
      if (run === null) continue;
      const node = new SciNode(profile);
      const heard = run.messages.find(({ from }) => from === 2)!.zetaS;
      expect(node.receive(heard)).toEqual(run.messages.find(({ from }) => from === 1)!.zetaS);
      expect(node.next).toEqual(run.decisions[1]);
    }
  });

  it('has in its decision table what the node would do with any tensor: the optimum of the row from there on', () => {
    const random = createRandom(29);
    for (let round = 0; round < 60; round++) {
      const problem = randomChain(random, 4, 5, { numbers: 'integer', delivery: 'return', memory: false });
      const run = runSci(problem)!;
      for (let k = 0; k < 5; k++) {
        const rest: ChainProblem = {
          computeS: problem.computeS.slice(2).map((row) => row.slice(k)),
          shipS: problem.shipS.slice(2).map((row) => row.slice(k)),
          finishS: problem.finishS.slice(2),
        };
        const zetaS = run.messages.find(({ from }) => from === 2)!.zetaS[k]!;
        expect(zetaS - problem.shipS[1]![k]!).toBe(bruteForceChain(rest));
        expect(run.decisions[2]![k]).toBe(k + solveChain(rest)!.boundaries[0]!);
      }
    }
  });

  it('decides once: a later start within a run ends where the run ends', () => {
    for (let seed = 0; seed < 30; seed++) {
      for (const next of runSci(realisticChain(seed, 5, 60))!.decisions) {
        for (let k = 0; k < next.length; k++) expect(next[next[k]!]).toBe(next[k]);
        for (let k = 1; k < next.length; k++) expect(next[k]).toBeGreaterThanOrEqual(next[k - 1]!);
      }
    }
  });
});

describe('SCI over float32', () => {
  it('really rounds what is sent, and loses no more than its bound', () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 9 }), (seed, nodes) => {
        const random = createRandom(seed);
        const problem = randomChain(random, nodes, 1 + random.integer(12), {
          numbers: 'real',
          delivery: deliveries[seed % 3]!,
          memory: seed % 2 === 0,
        });
        const best = solveChain(problem);
        const run = runSci(problem, 'float32');
        expect(run === null).toBe(best === null);
        if (run === null || best === null) return;
        for (const { zetaS } of run.messages) {
          expect(zetaS).toBeInstanceOf(Float32Array);
          expect(zetaS.byteLength).toBe(4 * zetaS.length);
        }
        expect(run.actualS).toBeLessThanOrEqual(best.totalS * (1 + float32LossBound(nodes)) * (1 + 1e-14));
        expect(run.actualS).toBeGreaterThanOrEqual(best.totalS * (1 - 1e-14));
        expect(Math.abs(run.promisedS - best.totalS)).toBeLessThanOrEqual(
          best.totalS * (float32LossBound(nodes) + 1e-14),
        );
        if (run.promisedS !== best.totalS) changed++;
      }),
      { numRuns: 400, seed: 3 },
    );
    expect(changed).toBeGreaterThan(50);
  });

  it('can lose: two splits closer than float32 tells apart', () => {
    const tie: ChainProblem = {
      computeS: [Float64Array.of(1 + 3e-8), Float64Array.of(1)],
      shipS: [Float64Array.of(5e-8, 0)],
      finishS: new Float64Array(2),
    };
    expect(runSci(tie)).toMatchObject({ last: 0, actualS: 1 + 3e-8 });
    const rounded = runSci(tie, 'float32')!;
    expect(rounded).toMatchObject({ last: 1, promisedS: 1, actualS: 1 + 5e-8 });
    expect(rounded.actualS / (1 + 3e-8) - 1).toBeLessThanOrEqual(float32LossBound(2));
  });

  it('has a bound of twice 2^-24 a message', () => {
    expect(float32LossBound(1)).toBe(0);
    expect(float32LossBound(2)).toBeCloseTo(2 * 2 ** -24, 13);
    expect(float32LossBound(8)).toBeCloseTo(14 * 2 ** -24, 12);
  });
});
