import { describe, expect, it } from 'vitest';
import { rowChain } from '../cost/rowChain';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { evaluateSplit } from './evaluateSplit';
import { solveGreedy } from './greedy';
import { solveProportional } from './proportional';
import { solveRouteAndSplit } from './routeAndSplit';
import { expectSound, totalOf } from './testing/expectSound';
import { figure2, randomNetwork, rowNetwork } from './testing/randomProblems';
import type { IndexOutcome, RouteProblem } from './types';

/** Where the runs of a plan end, by node. */
const runsOf = (outcome: IndexOutcome): unknown =>
  outcome.kind === 'plan'
    ? outcome.plan.steps.flatMap((step) => (step.kind === 'compute' ? [[step.node, step.to]] : []))
    : outcome.reason;

describe.each([
  ['greedy', solveGreedy],
  ['proportional', solveProportional],
])('%s', (_, solve) => {
  it('makes sound plans that are never better than the best split, and names a limit where it has none', () => {
    const random = createRandom(21);
    let plans = 0;
    for (let round = 0; round < 1500; round++) {
      const problem = randomNetwork(random, 2 + random.integer(5), 1 + random.integer(6), {
        numbers: 'integer',
        delivery: deliveries[round % 3]!,
        memory: round % 2 === 0,
      });
      const outcome = solve(problem);
      expectSound(problem, outcome);
      if (outcome.kind === 'plan') plans++;
      expect(totalOf(outcome)).toBeGreaterThanOrEqual(totalOf(solveRouteAndSplit(problem)) - 1e-9);
    }
    expect(plans).toBeGreaterThan(300);
  });
});

describe('greedy', () => {
  it('cuts hop by hop: the best cut of the first hop stands, whatever comes after', () => {
    // To the MEC host alone all blocks go at once; with the cloud beyond, block 1 would rather stay on the UE.
    const problem = rowNetwork(
      [
        [4, 40],
        [3, 4],
        [1, 1],
      ],
      [10, 1, 0],
      [0.1, 1],
      [0, 0],
      { bothWays: true, delivery: 'stay' },
    );
    // UE-MEC: 0 | 2 costs 1 + 7, 1 | 2 costs 4 + 0.1 + 4. MEC-cloud: 1 | 2 costs 3 + 1 + 1.
    expect(runsOf(solveGreedy(problem))).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(totalOf(solveGreedy(problem))).toBe(6);
  });

  it('equals the best single cut at every hop, by scanning all of them', () => {
    const random = createRandom(22);
    for (let round = 0; round < 200; round++) {
      const nodes = 2 + random.integer(4);
      const blocks = 1 + random.integer(6);
      const draw = (length: number, top: number) =>
        Array.from({ length }, () => random.integer(top) + random.next());
      const problem = rowNetwork(
        Array.from({ length: nodes }, (_, p) => draw(blocks, 12 / (1 + p))),
        draw(blocks + 1, 8),
        draw(nodes - 1, 2),
        draw(nodes - 1, 2),
        { bothWays: true, delivery: 'stay' },
      );
      const { nodes: row, chain } = rowChain(problem);
      const boundaries: number[] = [];
      let done = 0;
      for (let p = 0; p + 1 < row.length; p++) {
        const run = (node: number, from: number, to: number) =>
          chain.computeS[node]!.slice(from, to).reduce((sum, seconds) => sum + seconds, 0);
        const cost = (j: number) =>
          run(p, done, j) + (j === blocks ? 0 : chain.shipS[p]![j]! + run(p + 1, j, blocks));
        const cuts = Array.from({ length: blocks + 1 - done }, (_, k) => done + k);
        done = cuts.reduce((best, j) => (cost(j) < cost(best) ? j : best));
        boundaries.push(done);
      }
      const expected = evaluateSplit(problem, { nodes: row, boundaries: [...boundaries, blocks] });
      expect(totalOf(solveGreedy(problem))).toBeCloseTo(totalOf(expected), 9);
    }
  });

  it('does not see past a node that has no room; what it cannot keep itself it hands on', () => {
    const problem = (memoryBytes: number[]): RouteProblem => ({
      ...figure2(1),
      weightBytes: Float64Array.of(2, 2, 2),
      memoryBytes: Float64Array.from(memoryBytes),
    });
    // The cloud would do it all in 2.35 s, but the MEC host in between has no room: all 5.5 s on the UE.
    expect(runsOf(solveGreedy(problem([6, 1, 6])))).toEqual([[0, 3]]);
    expect(runsOf(solveGreedy(problem([4, 0, 2])))).toEqual([
      [0, 2],
      [2, 3],
    ]);
    expect(runsOf(solveGreedy(problem([2, 2, 1])))).toEqual({
      kind: 'does-not-fit',
      node: 2,
      needBytes: 2,
      haveBytes: 1,
    });
  });
});

describe('in proportion to speed', () => {
  const row = (times: number[][], change: Partial<RouteProblem> = {}): RouteProblem => ({
    ...rowNetwork(
      times,
      new Array<number>(times[0]!.length + 1).fill(100),
      times.slice(1).map(() => 1),
      times.slice(1).map(() => 0),
      { bothWays: true, delivery: 'stay' },
    ),
    ...change,
  });
  const eight = (seconds: number) => new Array<number>(8).fill(seconds);

  it('shares blocks by speed alone, however dear the links', () => {
    expect(runsOf(solveProportional(row([eight(3), eight(1)])))).toEqual([
      [0, 2],
      [1, 8],
    ]);
    expect(runsOf(solveProportional(row([eight(2), eight(2), eight(1)])))).toEqual([
      [0, 2],
      [1, 4],
      [2, 8],
    ]);
  });

  it('leaves out what cannot run the model, and lets nodes that need no time share', () => {
    const idle = row([eight(Infinity), eight(1), eight(1)], { computes: Uint8Array.of(0, 1, 1) });
    expect(runsOf(solveProportional(idle))).toEqual([
      [1, 4],
      [2, 8],
    ]);
    expect(runsOf(solveProportional(row([eight(1), eight(0), eight(0)])))).toEqual([
      [1, 4],
      [2, 8],
    ]);
  });

  it('does not look at memory, and then says where it does not fit', () => {
    const full = row([eight(1), eight(1)], {
      weightBytes: new Float64Array(8).fill(1),
      memoryBytes: Float64Array.of(3, 9),
    });
    expect(runsOf(solveProportional(full))).toEqual({
      kind: 'does-not-fit',
      node: 0,
      needBytes: 4,
      haveBytes: 3,
    });
  });
});
