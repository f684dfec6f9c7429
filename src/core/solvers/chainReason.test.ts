import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { solveChain } from './chainMultiSplit';
import { whyNoSplit } from './chainReason';
import { bruteForceChain } from './testing/bruteForce';
import { randomChain } from './testing/randomProblems';
import type { ChainProblem } from './types';

const no = Infinity;
const row = (computeS: number[][], shipS: number[][], more: Partial<ChainProblem> = {}): ChainProblem => ({
  computeS: computeS.map((times) => Float64Array.from(times)),
  shipS: shipS.map((times) => Float64Array.from(times)),
  finishS: new Float64Array(computeS.length),
  ...more,
});
const memory = (layerBytes: number[], nodeBytes: number[]) => ({
  memory: { layerBytes: Float64Array.from(layerBytes), nodeBytes: Float64Array.from(nodeBytes) },
});

describe('whyNoSplit', () => {
  it.each<[string, ChainProblem, unknown]>([
    [
      'a block that nobody runs',
      row(
        [
          [1, no],
          [1, no],
        ],
        [[0, 0, 0]],
      ),
      { kind: 'no-node-computes', block: 1 },
    ],
    [
      'the hop that lets nothing through',
      row(
        [
          [1, no],
          [no, no],
          [1, 1],
        ],
        [
          [0, 0, 0],
          [no, no, 0],
        ],
      ),
      { kind: 'no-route', hop: 1 },
    ],
    [
      'a hop that is open, but not for what can be computed before it',
      row(
        [
          [no, no],
          [1, 1],
        ],
        [[no, 0, 0]],
      ),
      { kind: 'no-route', hop: 0 },
    ],
    [
      'the node that is stuck',
      row(
        [
          [no, 1],
          [2, no],
        ],
        [[0, 1, 0]],
      ),
      { kind: 'node-cannot-compute', node: 1, block: 1 },
    ],
    [
      'a result that cannot be delivered',
      row([[1], [1]], [[0, 0]], { finishS: Float64Array.of(no, no) }),
      { kind: 'no-delivery', node: 1 },
    ],
    ['a sum beyond doubles', row([[1e308, 1e308]], []), { kind: 'overflow' }],
    [
      'the memory of all nodes',
      row(
        [
          [1, 1],
          [1, 1],
        ],
        [[0, 0, 0]],
        memory([2, 2], [2, 1]),
      ),
      { kind: 'does-not-fit', needBytes: 4, haveBytes: 3 },
    ],
    [
      'the block too large for every node that could run it',
      row(
        [
          [1, 1],
          [1, no],
        ],
        [[0, 0, 0]],
        memory([2, 5], [4, 9]),
      ),
      { kind: 'block-does-not-fit', block: 1, needBytes: 5, largestBytes: 4 },
    ],
    [
      'the block at which packing in order stops',
      row(
        [
          [1, 1, 1],
          [1, 1, 1],
        ],
        [[0, 0, 0, 0]],
        memory([3, 3, 3], [5, 5]),
      ),
      { kind: 'blocks-do-not-pack', block: 2, needBytes: 9, haveBytes: 10 },
    ],
  ])('names %s', (_, problem, reason) => {
    expect(solveChain(problem)).toBeNull();
    expect(whyNoSplit(problem)).toEqual(reason);
  });

  it('names a limit that binds: once it is lifted, the reason is another one or there is a split', () => {
    const random = createRandom(55);
    const lifted = (problem: ChainProblem): ChainProblem => {
      const reason = whyNoSplit(problem);
      const open = (rows: readonly Float64Array[], at: number) =>
        rows.map((times, index) => (index === at ? new Float64Array(times.length) : times));
      switch (reason.kind) {
        case 'no-node-computes':
          return { ...problem, computeS: problem.computeS.map((times) => times.with(reason.block, 0)) };
        case 'no-route':
          return { ...problem, shipS: open(problem.shipS, reason.hop) };
        case 'node-cannot-compute':
          return { ...problem, computeS: open(problem.computeS, reason.node) };
        case 'no-delivery':
          return { ...problem, finishS: new Float64Array(problem.finishS.length) };
        case 'overflow':
          throw new Error('small numbers do not overflow');
        case 'does-not-fit':
        case 'block-does-not-fit':
        case 'blocks-do-not-pack': {
          const { computeS, shipS, finishS } = problem;
          return { computeS, shipS, finishS };
        }
      }
    };
    let infeasible = 0;
    for (let round = 0; round < 1500; round++) {
      let problem = randomChain(random, 1 + random.integer(4), 1 + random.integer(5), {
        numbers: 'integer',
        delivery: deliveries[round % 3]!,
        memory: round % 2 === 0,
        impossible: 0.35,
      });
      if (bruteForceChain(problem) < Infinity) continue;
      infeasible++;
      for (let lifts = 0; solveChain(problem) === null; lifts++) {
        expect(lifts).toBeLessThan(20);
        problem = lifted(problem);
      }
    }
    expect(infeasible).toBeGreaterThan(300);
  });
});
