import { describe, expect, it } from 'vitest';
import { answerText } from './answerText';
import { answerChain, readChain } from './rawChain';

/** Fig. 2 of HiveMind with 1 Mbit/s between MEC host and cloud. */
const toy = {
  kind: 'chain',
  computeS: [1, 3, 10].map((speed) => [0.5 / speed, 1 / speed, 4 / speed]),
  shipS: [2, 1].map((mbps) => [1.2 / mbps, 1 / mbps, 4 / mbps, 0]),
};

function answer(problem: unknown): unknown {
  const reply = answerText(JSON.stringify(problem));
  return reply.ok ? JSON.parse(reply.output) : reply.error;
}
const best = (value: number, boundaries: readonly number[]) => ({
  feasible: true,
  value: expect.closeTo(value, 12) as number,
  boundaries,
  optimal: true,
});

describe('a raw chain that minimises the period', () => {
  it('is answered with its slowest stage, column L of every hop included', () => {
    // Tensor 1 takes 1 s over the last hop. Block 1 on the MEC host has the same period as on the UE, and less latency.
    expect(answer({ ...toy, objective: 'period' })).toEqual(best(1, [0, 1, 3]));
    const heavyEnd = { ...toy, shipS: toy.shipS.map((row) => [...row.slice(0, 3), 7]) };
    expect(answer({ ...heavyEnd, objective: 'period' })).toEqual(best(1, [0, 1, 3]));
    expect(answer({ kind: 'chain', objective: 'period', computeS: [[3, 4], [9, 9]], shipS: [[20, 30, 8]] })).toEqual(
      best(8, [2, 2]),
    ); // prettier-ignore
  });

  it('takes the lower latency where two splits have the same period', () => {
    const problem = { kind: 'chain', objective: 'period', computeS: [[4, 1, 4], [4, 3, 4]], shipS: [[9, 2, 1, 9]] }; // prettier-ignore
    // After block 1: 4, 2, 7. After block 2: 5, 1, 4.
    expect(answer(problem)).toEqual(best(5, [2, 3]));
    const tie = { kind: 'chain', objective: 'period', computeS: [[4, 1, 4], [4, 1, 4]], shipS: [[9, 2, 1, 9]] }; // prettier-ignore
    // Both cuts have the period 5; shipping after block 2 takes 1 s less.
    expect(answer(tie)).toEqual(best(5, [2, 3]));
  });

  it('gives a bound and claims no proof when it is cut off', () => {
    const cut = answerChain(readChain({ ...toy, objective: 'period' }), () => true);
    expect(cut).toMatchObject({ feasible: true, optimal: false });
    expect(cut['value']).toBeGreaterThanOrEqual(1);
    expect(cut['bound']).toBeLessThanOrEqual(1);
  });

  it('keeps memory limits, inclusive, and says which one binds', () => {
    const roomy = { layerBytes: [1, 1, 1], nodeBytes: [1, 1, null] };
    expect(answer({ ...toy, objective: 'period', memory: roomy })).toEqual(best(1, [0, 1, 3]));
    const rounded = { layerBytes: [0.1, 0.2, 0.3], nodeBytes: [0.1 + 0.2, 0, 0.3] };
    expect(answer({ ...toy, objective: 'period', memory: rounded })).toEqual(best(4, [2, 2, 3]));
    for (const objective of ['latency', 'period']) {
      const ask = (nodeBytes: number[], layerBytes = [3, 3, 3]) =>
        answer({ ...toy, objective, memory: { layerBytes, nodeBytes } });
      expect(ask([3, 3, 2])).toEqual({
        feasible: false,
        reason: { kind: 'does-not-fit', needBytes: 9, haveBytes: 8 },
      });
      expect(ask([5, 5, 5], [3, 6, 0])).toEqual({
        feasible: false,
        reason: { kind: 'block-does-not-fit', block: 1, needBytes: 6, largestBytes: 5 },
      });
      expect(ask([5, 5, 2])).toEqual({
        feasible: false,
        reason: { kind: 'blocks-do-not-pack', block: 2, needBytes: 9, haveBytes: 12 },
      });
    }
  });
});

describe('a raw chain at its edges', () => {
  it.each(['latency', 'period'])('may have one node, one block, or zeros: %s', (objective) => {
    expect(answer({ kind: 'chain', objective, computeS: [[2, 3]], shipS: [] })).toEqual(best(5, [2]));
    expect(answer({ kind: 'chain', objective, computeS: [[2], [1]], shipS: [[0, 0]] })).toEqual(
      best(1, [0, 1]),
    );
    expect(answer({ kind: 'chain', objective, computeS: [[0], [0]], shipS: [[0, 0]] })).toEqual(
      best(0, [1, 1]),
    );
  });

  it.each(['latency', 'period'])('may have hops without capacity: %s', (objective) => {
    const cut = { kind: 'chain', objective, computeS: [[4, 4], [1, 1]], shipS: [[null, null, 0]] }; // prettier-ignore
    expect(answer(cut)).toEqual(best(8, [2, 2]));
    expect(answer({ ...cut, shipS: [[null, null, null]] })).toEqual({
      feasible: false,
      reason: { kind: 'no-route', hop: 0 },
    });
  });

  it('says when a sum is beyond doubles', () => {
    expect(answer({ kind: 'chain', computeS: [[1e308, 1e308]], shipS: [] })).toEqual({
      feasible: false,
      reason: { kind: 'overflow' },
    });
  });
});
