import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { createChainWorkspace, solveChain } from './chainMultiSplit';
import { bruteForceChain, costOfChainSplit } from './testing/bruteForce';
import { quadratic, suffixMinimum } from './testing/chainAlternatives';
import { randomChain, realisticChain, type ChainOptions } from './testing/randomProblems';
import type { ChainProblem } from './types';

const chain = (computeS: number[][], shipS: number[][], finishS?: number[]): ChainProblem => ({
  computeS: computeS.map((row) => Float64Array.from(row)),
  shipS: shipS.map((row) => Float64Array.from(row)),
  finishS: Float64Array.from(finishS ?? computeS.map(() => 0)),
});

/** Fig. 2 as a chain: UE 1x, MEC 3x, cloud 10x; UE-MEC 2 Mbit/s, MEC-cloud c. */
const figure2Chain = (c: number): ChainProblem =>
  chain(
    [1, 3, 10].map((speed) => [0.5 / speed, 1 / speed, 4 / speed]),
    [2, c].map((mbps) => [1.2, 1, 4, 0].map((size) => size / mbps)),
  );

function expectOptimal(problem: ChainProblem, digits: number): void {
  const split = solveChain(problem);
  const best = bruteForceChain(problem);
  if (split === null) {
    expect(best).toBe(Infinity);
    return;
  }
  expect(split.totalS).toBeCloseTo(best, digits);
  const used = [...split.boundaries].slice(0, split.last + 1);
  expect(costOfChainSplit(problem, used)).toBeCloseTo(best, digits);
  expect([...split.boundaries].slice(split.last).every((to) => to === problem.computeS[0]!.length)).toBe(
    true,
  );
}

describe('solveChain', () => {
  it.each([
    [1, 34 / 15, [0, 1, 3]],
    [0.9, 19 / 15 + 1 / 0.9, [0, 1, 3]],
    [0.5, 73 / 30, [0, 3, 3]],
    [0.2, 73 / 30, [0, 3, 3]],
    [0.1, 73 / 30, [0, 3, 3]],
  ])('gives the multi-split of the toy of Fig. 2 at c = %s', (c, totalS, boundaries) => {
    const split = solveChain(figure2Chain(c));
    expect(split?.totalS).toBeCloseTo(totalS, 12);
    expect([...split!.boundaries]).toEqual(boundaries);
  });

  it('has the value of every split in the table of Fig. 2', () => {
    for (const r of [1, 1.5, 4, 10]) {
      const problem = figure2Chain(1 / r);
      const table: [number[], number][] = [
        [[3], 5.5],
        [[0, 0, 3], 1.15 + 1.2 * r],
        [[1, 1, 3], 1.5 + r],
        [[2, 2, 3], 3.9 + 4 * r],
        [[0, 3], 0.6 + 5.5 / 3],
        [[1, 3], 8 / 3],
        [[0, 1, 3], 19 / 15 + r],
        [[0, 2, 3], 1.5 + 4 * r],
        [[1, 2, 3], 26 / 15 + 4 * r],
        [[2, 3], 29 / 6],
      ];
      for (const [boundaries, totalS] of table) {
        expect(costOfChainSplit(problem, boundaries)).toBeCloseTo(totalS, 12);
      }
      expect(solveChain(problem)?.totalS).toBeCloseTo(Math.min(...table.map(([, totalS]) => totalS)), 12);
    }
  });

  it.each(
    deliveries.flatMap((delivery) =>
      (['integer', 'real'] as const).flatMap((numbers) =>
        [false, true].map((memory): ChainOptions => ({ delivery, numbers, memory })),
      ),
    ),
  )('equals brute force: %o', (options) => {
    const random = createRandom(20_240);
    for (let round = 0; round < 400; round++) {
      const impossible = round % 4 === 0 ? 0.15 : 0;
      const problem = randomChain(random, 1 + random.integer(5), 1 + random.integer(6), {
        ...options,
        impossible,
      });
      expectOptimal(problem, options.numbers === 'integer' ? 10 : 9);
    }
  });

  it('agrees with the suffix minimum and the quadratic recursion on long chains', () => {
    for (let seed = 0; seed < 30; seed++) {
      const problem = realisticChain(seed, 2 + (seed % 7), 156);
      const best = solveChain(problem)!.totalS;
      expect(suffixMinimum(problem)).toBeCloseTo(best, 12);
      expect(quadratic(problem)).toBeCloseTo(best, 12);
    }
  });

  it('gives the same answer from a reused workspace', () => {
    const workspace = createChainWorkspace(5, 40);
    for (let seed = 0; seed < 20; seed++) {
      const problem = realisticChain(seed, 5, 40);
      expect(solveChain(problem, workspace)).toEqual(solveChain(problem));
    }
  });

  it('runs where the data is and ends where the result is when costs are equal', () => {
    const tie = chain(
      [
        [1, 1],
        [1, 1],
      ],
      [[0, 0, 0]],
    );
    expect(solveChain(tie)).toEqual({ totalS: 2, boundaries: Int32Array.of(2, 2), last: 0 });
  });

  it('handles one node and one block', () => {
    expect(solveChain(chain([[3]], []))).toEqual({ totalS: 3, boundaries: Int32Array.of(1), last: 0 });
  });

  it('pays every hop when the result may end on the last node only', () => {
    const problem = chain([[1], [9]], [[5, 2]], [Infinity, 0]);
    expect(solveChain(problem)).toEqual({ totalS: 3, boundaries: Int32Array.of(1, 1), last: 1 });
  });

  it('says null when every way is closed', () => {
    expect(solveChain(chain([[Infinity], [1]], [[Infinity, 0]]))).toBeNull();
    expect(solveChain(chain([[1, Infinity]], []))).toBeNull();
  });

  it('passes a node whose memory is too small and takes limits as inclusive', () => {
    const base = chain([[9, 9], [1, 1], [2, 2]], [[0, 0, 0], [0, 0, 0]]); // prettier-ignore
    const withRoom = (nodeBytes: number[]): ChainProblem => ({
      ...base,
      memory: { layerBytes: Float64Array.of(5, 7), nodeBytes: Float64Array.from(nodeBytes) },
    });
    expect([...solveChain(withRoom([Infinity, 12, Infinity]))!.boundaries]).toEqual([0, 2, 2]);
    expect([...solveChain(withRoom([Infinity, 11.9, Infinity]))!.boundaries]).toEqual([0, 1, 2]);
    expect([...solveChain(withRoom([Infinity, 4, 12]))!.boundaries]).toEqual([0, 0, 2]);
    expect(solveChain(withRoom([4, 4, 4]))).toBeNull();
  });

  it('never gets worse with a faster node, a faster hop or a free extra node, and scales with its costs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(...deliveries),
        fc.boolean(),
        (seed, delivery, memory) => {
          const random = createRandom(seed);
          const options = { numbers: 'integer', delivery: 'stay', memory } as const;
          const problem = randomChain(random, 2 + random.integer(4), 1 + random.integer(8), {
            ...options,
            delivery,
          });
          const total = (changed: ChainProblem): number => solveChain(changed)?.totalS ?? Infinity;
          const before = total(problem);
          const pick = random.integer(problem.shipS.length);
          const halve = (row: Float64Array, index: number): Float64Array =>
            index === pick ? row.map((value) => value / 2) : row;
          const scale = (row: Float64Array): Float64Array => row.map((value) => value * 4);

          expect(total({ ...problem, computeS: problem.computeS.map(halve) })).toBeLessThanOrEqual(before);
          expect(total({ ...problem, shipS: problem.shipS.map(halve) })).toBeLessThanOrEqual(before);
          expect(
            total({
              ...problem,
              computeS: problem.computeS.map(scale),
              shipS: problem.shipS.map(scale),
              finishS: scale(problem.finishS),
            }),
          ).toBe(4 * before);
          expect(total(withFreeNode(problem, pick + 1, random.next()))).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

/** A node more before node `at`, reached for free. */
function withFreeNode(problem: ChainProblem, at: number, speed: number): ChainProblem {
  const width = problem.computeS[0]!.length + 1;
  const extra = problem.computeS[at]!.map((value) => Math.ceil(value * speed));
  return {
    computeS: problem.computeS.toSpliced(at, 0, extra),
    // The old hop now leads to the new node, the free one on from it.
    shipS: problem.shipS.toSpliced(at, 0, new Float64Array(width)),
    finishS: Float64Array.from([...problem.finishS].toSpliced(at, 0, problem.finishS[at]!)),
    ...(problem.memory === undefined
      ? {}
      : {
          memory: {
            layerBytes: problem.memory.layerBytes,
            nodeBytes: Float64Array.from([...problem.memory.nodeBytes].toSpliced(at, 0, 3)),
          },
        }),
  };
}
