import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { quadratic } from '../testing/chainAlternatives';
import { realisticChain } from '../testing/randomProblems';
import { evaluateCollaborative, solveCollaborative, type CollaborativeProblem } from './collaborative';
import { bruteForceCollaborative } from './testing/bruteForceExtensions';
import { randomCollaborative } from './testing/randomExtensions';

/** The second node is faster, but its parameters take 10 s to the controller and the first one's none. */
const toy: CollaborativeProblem = {
  pass: {
    computeS: [Float64Array.of(3, 4), Float64Array.of(1, 1)],
    shipS: [Float64Array.of(2, 1, 0)],
    finishS: Float64Array.of(0, 0),
  },
  passes: 1,
  allS: Float64Array.of(0, 10),
  blockS: [Float64Array.of(0, 0), Float64Array.of(3, 7)],
  charge: 'last-node',
};

describe('solveCollaborative', () => {
  it('keeps the pass where its parameters are cheap to send, unless passes are many', () => {
    expect(solveCollaborative(toy, 'aware')).toMatchObject({ boundaries: [2, 2], totalS: 7 });
    expect(solveCollaborative(toy, 'unaware')).toMatchObject({
      boundaries: [0, 2],
      passS: 4,
      parametersS: 10,
      totalS: 14,
    });
    expect(solveCollaborative({ ...toy, passes: 5 }, 'aware')).toMatchObject({
      boundaries: [0, 2],
      totalS: 30,
    });
    expect(solveCollaborative({ ...toy, charge: 'per-block' }, 'unaware')).toMatchObject({ totalS: 14 });
  });

  it('falls for a node that runs only the last block where eq. 13 is taken as printed', () => {
    // 3 + 1 + 1 looks cheaper than 7, and 10 s of parameters come on top.
    expect(solveCollaborative(toy, 'printed-range')).toMatchObject({ boundaries: [1, 2], totalS: 15 });
  });

  it('equals brute force in 1,500 cases', () => {
    const random = createRandom(13);
    for (let round = 0; round < 1500; round++) {
      const problem = randomCollaborative(random, 1 + random.integer(4), 1 + random.integer(6));
      const best = bruteForceCollaborative(problem);
      expect(solveCollaborative(problem, 'aware')?.totalS ?? Infinity).toBe(best);
    }
  });

  it('decides by the printed range as an exhaustive search of it does', () => {
    const random = createRandom(14);
    let charged = 0;
    for (let round = 0; round < 1000; round++) {
      const drawn = randomCollaborative(random, 1 + random.integer(4), 1 + random.integer(5));
      const problem = { ...drawn, charge: 'last-node' } as const;
      const split = solveCollaborative(problem, 'printed-range');
      const seen = bruteForceCollaborative(problem, true);
      if (split === null) {
        expect(seen).toBe(Infinity);
        continue;
      }
      const blocks = problem.pass.computeS[0]!.length;
      const last = split.boundaries.indexOf(blocks);
      const isFree = (split.boundaries[last - 1] ?? 0) === blocks - 1;
      expect(split.totalS - (isFree ? split.parametersS : 0)).toBe(seen);
      if (isFree && split.parametersS > 0) charged++;
    }
    expect(charged).toBeGreaterThan(100);
  });

  it('is aware never above unaware or as printed, whoever pays', () => {
    const random = createRandom(15);
    for (let round = 0; round < 1000; round++) {
      const problem = randomCollaborative(random, 4, 5);
      const aware = solveCollaborative(problem, 'aware')?.totalS ?? Infinity;
      for (const sees of ['unaware', 'printed-range'] as const) {
        expect(solveCollaborative(problem, sees)?.totalS ?? Infinity).toBeGreaterThanOrEqual(aware);
      }
    }
  });

  it('agrees with the quadratic recursion on 50 long chains', () => {
    for (let seed = 0; seed < 50; seed++) {
      const random = createRandom(seed);
      const pass = realisticChain(seed, 2 + (seed % 6), 156);
      const allS = pass.finishS.map(() => 0.02 * random.next());
      const blockS = pass.computeS.map((row) => row.map(() => 1e-4 * random.next()));
      const computeS = pass.computeS.map((row, p) => row.map((time, l) => time + blockS[p]![l]!));
      const folded = { ...pass, computeS };
      const problem = { pass, passes: 1, allS, blockS, charge: 'per-block' } as const;
      const split = solveCollaborative(problem, 'aware')!;
      expect(split.totalS).toBeCloseTo(quadratic(folded), 12);
      expect(evaluateCollaborative(problem, split.boundaries).totalS).toBe(split.totalS);
    }
  });
});
