import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { quadratic } from '../testing/chainAlternatives';
import { realisticChain } from '../testing/randomProblems';
import { bruteForceTraining, iterationCost, moveCost, placements } from './testing/bruteForceExtensions';
import { randomSplit, randomTraining } from './testing/randomExtensions';
import { lineAt } from './lineEnvelope';
import { evaluateTraining, solveTraining, trainingHorizon, type TrainingProblem } from './training';

const totalOf = (problem: TrainingProblem): number => solveTraining(problem, 'all')?.totalS ?? Infinity;

/** Two nodes, two blocks: the second node is faster, and moving block l there takes 10 s a byte. */
const toy: TrainingProblem = {
  forwardS: [Float64Array.of(2, 4), Float64Array.of(1, 1)],
  backwardS: [Float64Array.of(4, 8), Float64Array.of(2, 2)],
  activationS: [Float64Array.of(9, 1, 0)],
  gradientS: [Float64Array.of(0, 1, 0)],
  previous: Int32Array.of(2, 2),
  weightBytes: Float64Array.of(1, 2),
  secondsPerByte: [Float64Array.of(0, 10), Float64Array.of(10, 0)],
  charge: 'per-block',
  setUpS: 0,
  iterations: 1,
};

describe('solveTraining', () => {
  it('stays while a move does not pay, and moves once enough iterations follow', () => {
    expect(solveTraining(toy, 'all')).toMatchObject({ boundaries: [2, 2], moveS: 0, totalS: 18 });
    // The second block there: 6 + 3 + 2 an iteration, after a move of 20 s.
    expect(solveTraining({ ...toy, iterations: 5 }, 'all')).toMatchObject({
      boundaries: [1, 2],
      forwardS: 3,
      backwardS: 6,
      activationS: 1,
      gradientS: 1,
      moveS: 20,
      moveBytes: 2,
      totalS: 75,
    });
  });

  it('pays afterwards for what the decision did not see', () => {
    const unaware = solveTraining(toy, 'none')!;
    expect(unaware).toMatchObject({ boundaries: [1, 2], promisedS: 11, totalS: 31 });
  });

  it('sees no move beyond the neighbour where eq. 9 is taken as printed', () => {
    const far: TrainingProblem = {
      ...toy,
      forwardS: [Float64Array.of(9), Float64Array.of(1), Float64Array.of(2)],
      backwardS: [Float64Array.of(0), Float64Array.of(0), Float64Array.of(0)],
      activationS: [Float64Array.of(0, 0), Float64Array.of(0, 0)],
      gradientS: [Float64Array.of(0, 0), Float64Array.of(0, 0)],
      previous: Int32Array.of(1, 1, 1),
      weightBytes: Float64Array.of(1),
      secondsPerByte: [Float64Array.of(0, 5, 30), Float64Array.of(5, 0, 5), Float64Array.of(30, 5, 0)],
    };
    expect(solveTraining(far, 'neighbours')).toMatchObject({
      boundaries: [0, 0, 1],
      promisedS: 2,
      totalS: 32,
    });
    expect(solveTraining(far, 'all')).toMatchObject({ boundaries: [0, 1, 1], totalS: 6 });
  });

  it('equals brute force in 1,500 cases, charged per block and per hop, with and without memory limits', () => {
    const random = createRandom(8_9);
    let finite = 0;
    for (let round = 0; round < 1500; round++) {
      const problem = randomTraining(random, 1 + random.integer(4), 1 + random.integer(6));
      const best = bruteForceTraining(problem);
      expect(totalOf(problem)).toBe(best);
      if (best !== Infinity) finite++;
    }
    expect(finite).toBeGreaterThan(1200);
  });

  it('prices a given split as the definitions do', () => {
    const random = createRandom(90);
    for (let round = 0; round < 300; round++) {
      const problem = randomTraining(random, 3, 4);
      for (const labels of placements(3, 4)) {
        const boundaries = [0, 1, 2].map((p) => labels.filter((q) => q <= p).length);
        const split = evaluateTraining(problem, boundaries);
        expect(split.iterationS).toBe(iterationCost(problem, labels));
        expect(split.moveS).toBe(moveCost(problem, labels));
      }
    }
  });

  it('agrees with the quadratic recursion on 50 long chains', () => {
    for (let seed = 0; seed < 50; seed++) {
      const random = createRandom(seed);
      const nodes = 2 + (seed % 6);
      const chain = realisticChain(seed, nodes, 156);
      const rates = Array.from({ length: nodes }, () =>
        Float64Array.from({ length: nodes }, () => 1e-9 * random.next()),
      );
      const weightBytes = Float64Array.from({ length: 156 }, () => 1e6 * random.next());
      const previous = randomSplit(random, nodes, 156);
      const problem: TrainingProblem = {
        forwardS: chain.computeS,
        backwardS: chain.computeS.map((row) => row.map((time) => 2 * time)),
        activationS: chain.shipS,
        gradientS: chain.shipS.map((row) => row.map((time, i) => (i === 0 ? 0 : time))),
        previous,
        weightBytes,
        secondsPerByte: rates.map((row, a) => row.map((rate, q) => (a === q ? 0 : rate))),
        charge: 'per-block',
        setUpS: 0,
        iterations: 30,
      };
      const folded = {
        computeS: problem.forwardS.map((row, p) =>
          row.map((time, l) => {
            const a = previous.findIndex((done) => done > l);
            return 90 * time + weightBytes[l]! * problem.secondsPerByte[a]![p]!;
          }),
        ),
        shipS: problem.activationS.map((row) => row.map((time, i) => 30 * (i === 0 ? time : 2 * time))),
        finishS: new Float64Array(nodes),
      };
      expect(totalOf(problem) / quadratic(folded)).toBeCloseTo(1, 10);
    }
  });

  it('is never above staying, and a decision that sees less never costs less', () => {
    const random = createRandom(91);
    for (let round = 0; round < 500; round++) {
      const problem = { ...randomTraining(random, 4, 5), charge: 'per-block' } as const;
      const best = totalOf(problem);
      for (const sees of ['none', 'neighbours'] as const) {
        const other = solveTraining(problem, sees);
        if (other === null) continue;
        expect(other.totalS).toBeGreaterThanOrEqual(best);
        expect(other.promisedS).toBeLessThanOrEqual(best);
      }
      if (problem.memory === undefined) {
        expect(best).toBeLessThanOrEqual(evaluateTraining(problem, problem.previous).totalS);
      }
    }
  });

  it('costs no more over direct routes than relayed, where a direct route is the way through', () => {
    const random = createRandom(92);
    for (let round = 0; round < 300; round++) {
      const drawn = randomTraining(random, 4, 5);
      const hops = [0, 1, 2].map(() => 1 + random.integer(5));
      const rate = (a: number, q: number): number =>
        hops.slice(Math.min(a, q), Math.max(a, q)).reduce((sum, hop) => sum + hop, 0);
      const rates = [0, 1, 2, 3].map((a) => Float64Array.from([0, 1, 2, 3], (q) => rate(a, q)));
      const problem = { ...drawn, secondsPerByte: rates, setUpS: 0 };
      const direct = totalOf({ ...problem, charge: 'per-block' });
      expect(totalOf({ ...problem, charge: 'per-hop' })).toBe(direct);
      expect(totalOf({ ...problem, charge: 'per-hop', setUpS: 3 })).toBeGreaterThanOrEqual(direct);
    }
  });
});

describe('trainingHorizon', () => {
  it('is the best split for every number of iterations', () => {
    const random = createRandom(93);
    let bends = 0;
    for (let round = 0; round < 150; round++) {
      const problem = randomTraining(random, 4, 5);
      const pieces = trainingHorizon(problem, 1, 1000);
      bends += Math.max(0, pieces.length - 1);
      for (const iterations of [1, 2, 3, 7, 20, 65.5, 400, 1000]) {
        const piece = pieces.findLast(({ from }) => from <= iterations);
        const value = piece === undefined ? Infinity : lineAt(piece.line, iterations);
        const best = totalOf({ ...problem, iterations });
        if (best === Infinity) expect(value).toBe(Infinity);
        else expect(value / Math.max(best, 1e-9)).toBeCloseTo(best === 0 ? value : 1, 9);
      }
    }
    expect(bends).toBeGreaterThan(100);
  });

  it('shows where moving starts to pay', () => {
    const pieces = trainingHorizon(toy, 1, 1000);
    expect(pieces.map(({ line }) => line.split.boundaries)).toEqual([[2, 2], [1, 2]]); // prettier-ignore
    expect(pieces[1]!.from).toBeCloseTo(20 / 7, 12);
  });
});
