import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { solveChain } from '../chainMultiSplit';
import { randomChain } from '../testing/randomProblems';
import type { ChainProblem } from '../types';
import { solveDag } from './dagMinCut';
import { evaluateLabels } from './evaluateLabels';
import { costOfLabels } from './testing/bruteForceDag';
import { randomDag } from './testing/randomDags';
import type { DagProblem, DagTensor } from './types';

const totalOf = (problem: DagProblem): number => {
  const outcome = solveDag(problem);
  return outcome.kind === 'labels' ? outcome.totalS : Infinity;
};

/** A chain of blocks as an operator graph: live bytes as the one tensor between two blocks. */
function asDag({ computeS, shipS }: ChainProblem): DagProblem {
  const blocks = computeS[0]!.length;
  return {
    computeS,
    tensors: Array.from({ length: blocks + 1 }, (_, i) => ({
      producer: i - 1,
      consumers: i < blocks ? [i] : [],
      toSink: i === blocks,
      shipS: Float64Array.from(shipS, (row) => row[i]!),
    })),
    edges: [],
    upstream: false,
  };
}

describe('laws', () => {
  it('on a chain it is the lattice path, in 500 cases', () => {
    const random = createRandom(4);
    for (let round = 0; round < 500; round++) {
      const chain = randomChain(random, 1 + random.integer(6), 1 + random.integer(30), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        delivery: 'stay',
        memory: false,
        impossible: round % 5 === 0 ? 0.1 : 0,
      });
      // The result goes to the last node and pays the last column of every hop, as raw chains do.
      const problem = {
        ...chain,
        finishS: chain.finishS.map((_, p) => (p === chain.computeS.length - 1 ? 0 : Infinity)),
      };
      expect(totalOf(asDag(chain))).toBeCloseTo(solveChain(problem)?.totalS ?? Infinity, 9);
    }
  });

  it('on two nodes and a chain it is the scan of all cuts', () => {
    const random = createRandom(5);
    for (let round = 0; round < 100; round++) {
      const chain = randomChain(random, 2, 1 + random.integer(40), {
        numbers: 'real',
        delivery: 'stay',
        memory: false,
      });
      const [near, far] = chain.computeS;
      const cuts = Array.from(chain.shipS[0]!, (ship, i) => {
        const sum = (row: Float64Array) => row.reduce((total, value) => total + value, 0);
        return sum(near!.subarray(0, i)) + ship + sum(far!.subarray(i));
      });
      expect(totalOf(asDag(chain))).toBeCloseTo(Math.min(...cuts), 9);
    }
  });

  it('never gets worse with a faster node, a faster hop, one reader less or a way back, and scales with its costs', () => {
    const random = createRandom(6);
    for (let round = 0; round < 150; round++) {
      const problem = randomDag(random, 2 + random.integer(4), 2 + random.integer(12), {
        numbers: 'integer',
        upstream: true,
      });
      const before = totalOf(problem);
      const p = random.integer(problem.computeS.length);
      const k = random.integer(Math.max(1, problem.tensors.length));
      const half = (row: Float64Array): Float64Array => row.map((value) => value / 2);
      const withTensor = (change: (t: DagTensor) => DagTensor): DagProblem => ({
        ...problem,
        tensors: problem.tensors.map((t, i) => (i === k ? change(t) : t)),
      });
      expect(
        totalOf({ ...problem, computeS: problem.computeS.map((row, i) => (i === p ? half(row) : row)) }),
      ).toBeLessThanOrEqual(before);
      expect(totalOf(withTensor((t) => ({ ...t, shipS: half(t.shipS) })))).toBeLessThanOrEqual(before);
      expect(totalOf(withTensor((t) => ({ ...t, consumers: t.consumers.slice(1) })))).toBeLessThanOrEqual(
        before,
      );
      expect(before).toBeLessThanOrEqual(totalOf({ ...problem, upstream: false }));
      const scale = (row: Float64Array): Float64Array => row.map((value) => value * 8);
      const scaled = {
        ...problem,
        computeS: problem.computeS.map(scale),
        tensors: problem.tensors.map((t) => ({
          ...t,
          shipS: scale(t.shipS),
          ...(t.backS === undefined ? {} : { backS: scale(t.backS) }),
        })),
      };
      expect(totalOf(scaled)).toBe(8 * before);
    }
  });

  it('is at most the UE alone where nothing must reach the sink, and a node more with a free hop never hurts', () => {
    const random = createRandom(7);
    for (let round = 0; round < 150; round++) {
      const drawn = randomDag(random, 1 + random.integer(4), 2 + random.integer(12), { numbers: 'integer' });
      const problem = { ...drawn, tensors: drawn.tensors.map((t) => ({ ...t, toSink: false })) };
      const before = totalOf(problem);
      expect(before).toBeLessThanOrEqual(problem.computeS[0]!.reduce((sum, value) => sum + value, 0));
      const extra = Float64Array.from(problem.computeS[0]!, () => random.integer(9));
      // The first node has the input: one more before it would not be reached for free, so it comes after.
      const place = 1 + random.integer(problem.computeS.length);
      const longer = {
        ...problem,
        computeS: problem.computeS.toSpliced(place, 0, extra),
        tensors: problem.tensors.map((t) => ({
          ...t,
          shipS: Float64Array.from([...t.shipS].toSpliced(place - 1, 0, 0)),
        })),
      };
      expect(totalOf(longer)).toBeLessThanOrEqual(before);
    }
  });
});

/** true from the n-th question on. */
function stopAt(n: number): () => boolean {
  let asked = 0;
  return () => ++asked >= n;
}

describe('stopped', () => {
  it('gives a labelling, a bound and a flow that proves the bound', () => {
    const random = createRandom(8);
    let open = 0;
    for (let round = 0; round < 120; round++) {
      const problem = randomDag(random, 3 + random.integer(4), 30 + random.integer(40), {
        numbers: 'real',
        upstream: round % 2 === 0,
        impossible: round % 3 === 0 ? 0.02 : 0,
      });
      const best = solveDag(problem);
      const stopped = solveDag(problem, stopAt(1 + (round % 4)));
      expect(stopped.kind).toBe(best.kind);
      if (stopped.kind !== 'labels' || best.kind !== 'labels') continue;
      expect(stopped.boundS).toBeLessThanOrEqual(best.totalS * (1 + 1e-9));
      expect(stopped.totalS).toBeGreaterThanOrEqual(best.totalS * (1 - 1e-9));
      expect(stopped.totalS).toBeCloseTo(costOfLabels(problem, [...stopped.labels]), 9);
      expect(stopped.totalS).toBe(evaluateLabels(problem, stopped.labels));
      expect(stopped.proven).toBe(stopped.boundS === stopped.totalS);
      expect(stopped.certificate.value).toBe(stopped.boundS);
      if (!stopped.proven) open++;
    }
    expect(open).toBeGreaterThan(30);
  });
});
