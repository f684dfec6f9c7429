import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { solveDag } from './dagMinCut';
import { bruteForceDag } from './testing/bruteForceDag';
import { expectBruteForce } from './testing/expectBruteForce';
import { randomDag } from './testing/randomDags';
import type { DagOutcome, DagProblem, DagTensor } from './types';

type Labels = Extract<DagOutcome, { kind: 'labels' }>;

function solved(problem: DagProblem): Labels {
  const outcome = solveDag(problem);
  if (outcome.kind !== 'labels') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function dag(
  computeS: readonly (readonly number[])[],
  tensors: readonly DagTensor[] = [],
  more: Partial<DagProblem> = {},
): DagProblem {
  return {
    computeS: computeS.map((row) => Float64Array.from(row)),
    tensors,
    edges: [],
    upstream: false,
    ...more,
  };
}
function tensor(
  producer: number,
  consumers: readonly number[],
  shipS: readonly number[],
  backS?: readonly number[],
): DagTensor {
  const base = { producer, consumers, toSink: false, shipS: Float64Array.from(shipS) };
  return backS === undefined ? base : { ...base, backS: Float64Array.from(backS) };
}

describe('against exhaustive search', () => {
  it.each([false, true])('is right in 800 small cases; links back: %s', (upstream) => {
    const seen = expectBruteForce(createRandom(upstream ? 2 : 1), 800, upstream);
    expect(seen.infeasible).toBeGreaterThan(10);
    expect(seen.split).toBeGreaterThan(100);
    if (upstream) expect(seen.back).toBeGreaterThan(20);
    else expect(seen.back).toBe(0);
  });

  it('takes the lowest labels of those that cost the same, whatever order they are met in', () => {
    const random = createRandom(3);
    for (let round = 0; round < 200; round++) {
      const problem = randomDag(random, 2 + random.integer(3), 1 + random.integer(5), { numbers: 'integer' });
      const { labels, totalS } = solved(problem);
      expect([...labels]).toEqual(bruteForceDag(problem).labels);
      const reversed = {
        ...problem,
        tensors: problem.tensors.map((t) => ({ ...t, consumers: t.consumers.toReversed() })).toReversed(),
        edges: problem.edges.toReversed(),
      };
      expect(solved(reversed)).toMatchObject({ labels, totalS });
    }
  });
});

describe('small and odd graphs', () => {
  it('has one plan on one node', () => {
    expect(solved(dag([[1, 2, 3]], [tensor(0, [1, 2], [])]))).toMatchObject({
      totalS: 6,
      proven: true,
      boundS: 6,
    });
    expect([...solved(dag([[7]])).labels]).toEqual([0]);
  });

  it('places an operator without tensors where it is fastest, and leaves it near the UE on a tie', () => {
    const { labels, totalS } = solved(dag([[3, 5, 1], [2, 5, 4], [2, 5, 0]])); // prettier-ignore
    expect([...labels]).toEqual([1, 0, 2]);
    expect(totalS).toBe(2 + 5 + 0);
  });

  it('costs nothing where nothing costs anything', () => {
    expect(solved(dag([[0, 0], [0, 0]], [tensor(-1, [0], [0]), tensor(0, [1], [0])]))).toMatchObject({ totalS: 0, proven: true }); // prettier-ignore
  });

  it('keeps the order of operators that share no tensor', () => {
    const apart = [[9, 1], [1, 9]]; // prettier-ignore
    expect([...solved(dag(apart)).labels]).toEqual([1, 0]);
    expect([...solved(dag(apart, [], { edges: [[0, 1]] })).labels]).toEqual([0, 0]);
    expect([...solved(dag(apart, [], { edges: [[1, 0]] })).labels]).toEqual([1, 0]);
  });

  it('pays a tensor once for all its readers, out and back', () => {
    const computeS = [[1, 9, 9, 9, 1, 1], [9, 9, 9, 9, 9, 9], [9, 1, 1, 1, 9, 9]]; // prettier-ignore
    const out = tensor(0, [1, 2, 3], [2, 3], [0, 0]);
    const back = tensor(1, [4, 5, 2], [1, 1], [4, 1]);
    const { labels, totalS } = solved(dag(computeS, [out, back], { upstream: true }));
    expect([...labels]).toEqual([0, 2, 2, 2, 0, 0]);
    expect(totalS).toBe(6 + (2 + 3) + (4 + 1));
  });

  it('uses no way back that is not given', () => {
    const computeS = [[9, 1], [1, 9]]; // prettier-ignore
    const ship = [tensor(0, [1], [0])];
    expect(solved(dag(computeS, ship, { upstream: true })).totalS).toBe(10);
    expect(solved(dag(computeS, [tensor(0, [1], [0], [3])], { upstream: true })).totalS).toBe(1 + 3 + 1);
    expect(solved(dag(computeS, [tensor(0, [1], [0], [Infinity])], { upstream: true })).totalS).toBe(10);
  });
});

describe('what has no labelling', () => {
  const cyclic = (edges: DagProblem['edges'], tensors: readonly DagTensor[] = []): unknown =>
    solveDag(dag([[1, 1, 1, 1], [1, 1, 1, 1]], tensors, { edges, upstream: true })); // prettier-ignore

  it('names the operators of a cycle, through tensors and order alike', () => {
    const reason = (operators: number[]) => ({ kind: 'infeasible', reason: { kind: 'cyclic', operators } });
    expect(cyclic([[3, 3]])).toEqual(reason([3]));
    expect(cyclic([[0, 1], [1, 2], [2, 1], [2, 3]])).toEqual(reason([2, 1])); // prettier-ignore
    expect(cyclic([[2, 0]], [tensor(0, [1, 3], [1]), tensor(1, [2], [1])])).toMatchObject({
      reason: { kind: 'cyclic', operators: expect.arrayContaining([0, 1, 2]) as number[] },
    });
  });

  it('names an operator that no node runs, and what excludes each other', () => {
    expect(
      solveDag(
        dag([
          [1, Infinity],
          [1, Infinity],
        ]),
      ),
    ).toEqual({
      // prettier-ignore
      kind: 'infeasible',
      reason: { kind: 'no-node-computes', operator: 1 },
    });
    expect(solveDag(dag([[Infinity]]))).toMatchObject({ reason: { kind: 'no-node-computes', operator: 0 } });
    // 2 must run beyond hop 1 and 1 before hop 0, though 1 reads what 2 writes.
    const row = [1, 1, 1];
    const apart = dag([[1, 1, Infinity], [1, Infinity, Infinity], [1, Infinity, 1]], [tensor(2, [1], [0, 0])]); // prettier-ignore
    expect(solveDag(apart)).toMatchObject({
      kind: 'infeasible',
      reason: { kind: 'no-labelling', operators: [1, 2] },
    });
    expect(solveDag(dag([[Infinity, 1, 1], row], [tensor(-1, [0], [Infinity])]))).toEqual({
      kind: 'infeasible',
      reason: { kind: 'no-labelling', operators: [0], hops: [0] },
    });
  });

  it.each([
    [dag([]), 'empty', 'computeS'],
    [dag([[]]), 'empty', 'computeS[0]'],
    [dag([[1, -1]]), 'not-a-cost', 'computeS[0][1]'],
    [dag([[1], [Number.NaN]]), 'not-a-cost', 'computeS[1][0]'],
    [dag([[1, 1], [1]]), 'wrong-length', 'computeS[1]'],
    [dag([[1], [1]], [tensor(0, [], [])]), 'wrong-length', 'tensors[0].shipS'],
    [dag([[1], [1]], [tensor(0, [], [1], [1, 2])]), 'wrong-length', 'tensors[0].backS'],
    [dag([[1], [1]], [tensor(0, [], [-2])]), 'not-a-cost', 'tensors[0].shipS[0]'],
    [dag([[1], [1]], [tensor(0, [], [1], [Number.NaN])]), 'not-a-cost', 'tensors[0].backS[0]'],
    [dag([[1], [1]], [tensor(1, [], [1])]), 'no-such-operator', 'tensors[0].producer'],
    [dag([[1], [1]], [tensor(-2, [], [1])]), 'no-such-operator', 'tensors[0].producer'],
    [dag([[1], [1]], [tensor(0, [0.5], [1])]), 'no-such-operator', 'tensors[0].consumers[0]'],
    [dag([[1], [1]], [], { edges: [[0, 1]] }), 'no-such-operator', 'edges[0]'],
    [dag([[1e308, 1e308]]), 'sum-overflows', 'computeS[0]'],
  ])('refuses what is no problem: %#', (problem, kind, path) => {
    expect(solveDag(problem)).toEqual({ kind: 'refused', fault: { kind, path } });
  });
});
