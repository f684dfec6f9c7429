import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { evaluateSplit } from './evaluateSplit';
import { solveOneCutCloud, solveOneCutEdge } from './oneCut';
import { strategies } from './registry';
import { solveRouteAndSplit } from './routeAndSplit';
import { solveCloudOnly, solveEdgeOnly, solveUeOnly } from './singleNode';
import { bruteForceRoutes } from './testing/bruteForce';
import { expectSound, totalOf } from './testing/expectSound';
import { figure2, randomNetwork, withTrust } from './testing/randomProblems';
import { leakReason } from './trust';
import { leastLeak } from './trustToGo';
import type { RouteProblem, TrustRule } from './types';

const rule = (trusted: number[], leakage: number[], limit: number): TrustRule => ({
  trusted: Uint8Array.from(trusted),
  leakage: Float64Array.from(leakage),
  limit,
});
/** UE and MEC host trusted, cloud not. */
const toy = (leakage: number[], limit: number): RouteProblem => ({
  ...figure2(1),
  trust: rule([1, 1, 0], leakage, limit),
});

function randomTrusted(seed: number, rounds: number, memory: boolean, check: (p: RouteProblem) => void) {
  const random = createRandom(seed);
  for (let round = 0; round < rounds; round++) {
    const network = randomNetwork(random, 2 + random.integer(3), 1 + random.integer(4), {
      numbers: round % 2 === 0 ? 'integer' : 'real',
      delivery: deliveries[round % 3]!,
      memory,
    });
    check(withTrust(random, network));
  }
}

describe('untrusted nodes', () => {
  it('are handed only what is within the limit, whatever else that costs', () => {
    const free = solveRouteAndSplit(toy([9, 5, 5, 0], 9));
    expect(totalOf(free)).toBeCloseTo(34 / 15, 9);
    // Boundary 1 leaks too much for the cloud: everything stays on the MEC host.
    expect(totalOf(solveRouteAndSplit(toy([9, 5, 5, 0], 4)))).toBeCloseTo(73 / 30, 9);
    expect(totalOf(solveCloudOnly(toy([9, 5, 5, 0], 9)))).toBeCloseTo(2.35, 9);
    expect(solveCloudOnly(toy([9, 5, 5, 0], 8))).toEqual({
      kind: 'infeasible',
      reason: { kind: 'leaks', boundary: 0, leakage: 9, limit: 8 },
    });
    expect(totalOf(solveUeOnly(toy([9, 5, 5, 0], 0)))).toBe(5.5);
  });

  it('may be handed what is exactly at the limit, rounding allowed for', () => {
    expect(totalOf(solveCloudOnly(toy([0.3, 1, 1, 1], 0.1 + 0.2)))).toBeCloseTo(2.35, 9);
    expect(totalOf(solveCloudOnly(toy([0.1 + 0.2, 1, 1, 1], 0.3)))).toBeCloseTo(2.35, 9);
    expect(totalOf(solveCloudOnly(toy([0.3 * (1 + 1e-6), 1, 1, 1], 0.3)))).toBe(Infinity);
  });

  it('pass on what they do not compute on, and what another untrusted node already held', () => {
    const problem = { ...figure2(1), trust: rule([1, 0, 1], [9, 9, 9, 9], 0) };
    expect(totalOf(solveCloudOnly(problem))).toBeCloseTo(2.35, 9);
    const chain = { ...figure2(1), trust: rule([1, 0, 0], [9, 2, 9, 9], 2) };
    // UE 1, MEC 2, cloud 3: only boundary 1 is handed over by a trusted node.
    const split = { nodes: [0, 1, 2], boundaries: [1, 2, 3] };
    expect(totalOf(evaluateSplit(chain, split))).toBeCloseTo(0.5 + 0.5 + 1 / 3 + 4 + 0.4, 9);
  });

  it('are why nothing works if nobody is trusted: the boundary that leaks least of those that would help is named', () => {
    const problem = { ...figure2(1), trust: rule([0, 0, 0], [7, 1, 1, 1], 3) };
    const reason = { kind: 'leaks', boundary: 0, leakage: 7, limit: 3 };
    expect(solveRouteAndSplit(problem)).toEqual({ kind: 'infeasible', reason });
    expect(leastLeak(problem, problem.trust)).toBe(0);
    for (const { solve } of strategies) {
      expect(solve(problem)).toMatchObject({ kind: 'infeasible', reason: { kind: 'leaks' } });
    }
  });

  it('are used as well as exhaustive search says, in 1,500 cases without and 1,500 with memory limits', () => {
    for (const memory of [false, true]) {
      let bound = 0;
      randomTrusted(memory ? 2 : 1, 1500, memory, (problem) => {
        const outcome = solveRouteAndSplit(problem);
        expectSound(problem, outcome);
        expect(totalOf(outcome)).toBeCloseTo(bruteForceRoutes(problem, { memory }), 9);
        if (outcome.kind === 'plan') expect(leakReason(problem, outcome.plan.steps)).toBeNull();
        const free = { ...problem, trust: { ...problem.trust!, limit: Infinity } };
        if (totalOf(solveRouteAndSplit(free)) < totalOf(outcome)) bound++;
      });
      expect(bound).toBeGreaterThan(150);
    }
  });

  it('are kept to the rule by every strategy, and none beats the best split', () => {
    randomTrusted(3, 1000, false, (problem) => {
      const best = totalOf(solveRouteAndSplit(problem));
      for (const { id, solve } of strategies) {
        const outcome = solve(problem);
        expectSound(problem, outcome);
        if (outcome.kind === 'plan') expect(leakReason(problem, outcome.plan.steps), id).toBeNull();
        expect(best, id).toBeLessThanOrEqual(totalOf(outcome) * (1 + 1e-12));
      }
      const single = Math.min(totalOf(solveUeOnly(problem)), totalOf(solveCloudOnly(problem)));
      expect(totalOf(solveOneCutCloud(problem))).toBeLessThanOrEqual(single * (1 + 1e-12));
      if (solveEdgeOnly(problem).kind === 'plan') {
        expect(totalOf(solveOneCutEdge(problem))).toBeLessThanOrEqual(
          totalOf(solveEdgeOnly(problem)) * (1 + 1e-12),
        );
      }
    });
  });

  it('never cost more at a higher limit', () => {
    randomTrusted(4, 300, false, (problem) => {
      const totals = [0, 1, 2, 3, 4, 5].map((limit) =>
        totalOf(solveRouteAndSplit({ ...problem, trust: { ...problem.trust!, limit } })),
      );
      for (let k = 1; k < totals.length; k++) {
        expect(totals[k]).toBeLessThanOrEqual(totals[k - 1]! * (1 + 1e-12));
      }
    });
  });
});
