import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { pairsInAll, searchSequences } from './memorySearch';
import { costToGo, solveRouteAndSplit } from './routeAndSplit';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle } from './settle';
import { bruteForceRoutes } from './testing/bruteForce';
import { expectSound, totalOf } from './testing/expectSound';
import { figure2, randomNetwork } from './testing/randomProblems';
import type { RouteProblem } from './types';

const combinations = deliveries.flatMap((delivery) =>
  (['integer', 'real'] as const).map((numbers) => ({ delivery, numbers })),
);

describe('a network with memory limits', () => {
  it.each(combinations)('equals brute force over one run a node where memory binds: %o', (options) => {
    const random = createRandom(32);
    let bound = 0;
    for (let round = 0; round < 150; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(4), {
        ...options,
        memory: true,
      });
      const outcome = solveRouteAndSplit(problem);
      expectSound(problem, outcome);
      if (totalOf(outcome) === bruteForceRoutes(problem)) continue;
      bound++;
      // Without looking at memory a node may be visited twice; such a plan, if it fits, may also be cheaper.
      expect(totalOf(outcome)).toBeLessThanOrEqual(bruteForceRoutes(problem, { oneRun: true }) + 1e-9);
      const { outcome: searched } = searchSequences(problem, costToGo(problem));
      expect(totalOf(searched)).toBeCloseTo(bruteForceRoutes(problem, { oneRun: true }), 9);
      if (searched.kind === 'plan') expect(searched.proven).toBe(true);
    }
    expect(bound).toBeGreaterThan(20);
  });
});

describe('a search that is cut off', () => {
  it('does not fall behind one cut to a host that it does not look at', () => {
    // 40 near hosts with room for one block, and one far host with room for all.
    const hosts = 40;
    const count = hosts + 2;
    const arcs = Array.from({ length: count - 1 }, (_, k) => k + 1);
    const star: RouteProblem = {
      ...figure2(1),
      nodeCount: count,
      blockCount: 3,
      sink: count - 1,
      kinds: ['ue', ...arcs.map(() => 'mec' as const)],
      computes: Uint8Array.from({ length: count }, (_, v) => (v === 0 ? 0 : 1)),
      computeS: Float64Array.from({ length: 3 * count }, (_, k) =>
        k < 3 ? Infinity : k < 3 * hosts ? 1 : 2,
      ),
      boundaryBytes: Float64Array.of(1, 1, 1, 1),
      weightBytes: Float64Array.of(1, 1, 1),
      memoryBytes: Float64Array.from({ length: count }, (_, v) => (v > hosts ? 3 : 1)),
      arcFrom: Int32Array.from(arcs, () => 0),
      arcTo: Int32Array.from(arcs),
      arcLink: Int32Array.from(arcs),
      arcDirection: new Uint8Array(count - 1),
      arcSecondsPerByte: new Float64Array(count - 1).fill(1),
      arcFixedS: new Float64Array(count - 1),
    };
    expect(solveRouteAndSplit(star)).toMatchObject({ kind: 'plan', proven: false, plan: { totalS: 7 } });
  });
});

describe('the largest network', () => {
  const random = createRandom(8);
  const large = randomNetwork(random, 200, 156, { numbers: 'real', delivery: 'return', density: 0.05 });

  it('has about 2,000 arcs, and a search looks at each of them once at most', () => {
    const arcs = large.arcFrom.length;
    expect(arcs).toBeGreaterThan(1800);
    const arcCostS = new Float64Array(arcs);
    fillArcCosts(large, 3, arcCostS);
    const labels = createLabels(200);
    labels.costS[0] = 0;
    expect(settle(routingIndex(large).out, arcCostS, labels, 0, createScratch(200))).toBeLessThanOrEqual(
      arcs,
    );
    expectSound(large, solveRouteAndSplit(large));
  });

  it('is searched within its limit when memory is scarce everywhere, and says so', () => {
    const scarce = {
      ...large,
      weightBytes: new Float64Array(156).fill(1),
      memoryBytes: new Float64Array(200).fill(20),
    };
    const { outcome, pairs } = searchSequences(scarce, costToGo(scarce));
    expectSound(scarce, outcome);
    expect(outcome).toMatchObject({ kind: 'plan', proven: false });
    // A level may overshoot by one state's neighbours; there are at most as many levels as blocks.
    expect(pairs).toBeLessThanOrEqual(pairsInAll + 156 * 200);
  });
});
