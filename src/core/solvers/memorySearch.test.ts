import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { costToGo } from './costToGo';
import { searchPlacements, workInAll } from './memorySearch';
import { strategies } from './registry';
import { solveRouteAndSplit } from './routeAndSplit';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle } from './settle';
import { bruteForceRoutes } from './testing/bruteForce';
import { expectSound, totalOf } from './testing/expectSound';
import { figure2, randomNetwork, rowNetwork } from './testing/randomProblems';
import type { RouteProblem } from './types';

const combinations = deliveries.flatMap((delivery) =>
  (['integer', 'real'] as const).map((numbers) => ({ delivery, numbers })),
);

describe('a network with memory limits', () => {
  it.each(combinations)('has the optimum of brute force, proved, also where memory binds: %o', (options) => {
    const random = createRandom(32);
    let bound = 0;
    for (let round = 0; round < 250; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(4), {
        ...options,
        memory: true,
      });
      const optimum = bruteForceRoutes(problem, { memory: true });
      const outcome = solveRouteAndSplit(problem);
      expectSound(problem, outcome);
      expect(totalOf(outcome)).toBeCloseTo(optimum, 9);
      if (outcome.kind === 'plan') expect(outcome.proven).toBe(true);
      else expect(outcome.reason.kind).not.toBe('not-found-in-time');
      if (optimum > bruteForceRoutes(problem) + 1e-9) bound++;
    }
    expect(bound).toBeGreaterThan(30);
  });

  it('comes back to a node that still has room where that is worth it', () => {
    const problem: RouteProblem = {
      ...rowNetwork(
        [
          [7, 9, 3],
          [8, 4, 9],
        ],
        [2, 0, 1, 0],
        [1],
        [2],
        { bothWays: true, delivery: 'sink' },
      ),
      arcSecondsPerByte: Float64Array.of(1, 3),
      arcFixedS: Float64Array.of(2, 0),
      weightBytes: Float64Array.of(0, 4, 4),
      memoryBytes: Float64Array.of(4, 4),
    };
    const outcome = solveRouteAndSplit(problem);
    expect(outcome).toMatchObject({ kind: 'plan', proven: true, plan: { totalS: 21 } });
    const runs = outcome.kind === 'plan' ? outcome.plan.steps : [];
    expect(runs.flatMap((step) => (step.kind === 'compute' ? [step.node] : []))).toEqual([0, 1, 0]);
  });

  it('proves what a long row of full nodes costs', () => {
    const random = createRandom(7);
    const times = [1, 3, 9, 27].map((speed) =>
      Array.from({ length: 80 }, () => (0.7 + 0.6 * random.next()) / speed),
    );
    const sizes = Array.from({ length: 81 }, (_, i) => 40 / (1 + i) + random.next());
    const row = rowNetwork(times, sizes, [0.1, 0.2, 0.3], [1, 1, 1], { bothWays: true, delivery: 'stay' });
    const full = {
      ...row,
      weightBytes: new Float64Array(80).fill(1),
      memoryBytes: new Float64Array(4).fill(24),
    };
    const outcome = solveRouteAndSplit(full);
    expectSound(full, outcome);
    expect(outcome).toMatchObject({ kind: 'plan', proven: true });
  });
});

/** The UE, which does not compute, and hosts around it, each one second a byte away. */
function star(
  memoryBytes: readonly number[],
  weightBytes: readonly number[],
  secondsOf: (host: number) => number,
) {
  const hosts = memoryBytes.map((_, k) => k + 1);
  const links = [...hosts, ...hosts];
  const nodeCount = hosts.length + 1;
  const blockCount = weightBytes.length;
  const problem: RouteProblem = {
    ...figure2(1),
    nodeCount,
    blockCount,
    sink: nodeCount - 1,
    kinds: ['ue', ...hosts.map(() => 'mec' as const)],
    computes: Uint8Array.from({ length: nodeCount }, (_, v) => (v === 0 ? 0 : 1)),
    computeS: Float64Array.from({ length: nodeCount * blockCount }, (_, k) =>
      k < blockCount ? Infinity : secondsOf(Math.floor(k / blockCount)),
    ),
    boundaryBytes: new Float64Array(blockCount + 1).fill(1),
    weightBytes: Float64Array.from(weightBytes),
    memoryBytes: Float64Array.of(0, ...memoryBytes),
    arcFrom: Int32Array.from(links, (host, k) => (k < hosts.length ? 0 : host)),
    arcTo: Int32Array.from(links, (host, k) => (k < hosts.length ? host : 0)),
    arcLink: Int32Array.from(links, (host) => host - 1),
    arcDirection: Uint8Array.from(links, (_, k) => (k < hosts.length ? 0 : 1)),
    arcSecondsPerByte: new Float64Array(links.length).fill(1),
    arcFixedS: new Float64Array(links.length),
  };
  return problem;
}

describe('many hosts', () => {
  it('are all looked at: the far ones may be the only ones with room', () => {
    const near = Array.from({ length: 28 }, () => 2);
    const problem = star([...near, 11.5, 10.5], [10, 1, 10], (host) => (host <= 28 ? 1 : 2));
    // 29, then 29 or a near host, then 30: the middle block costs 2 s beside the first or 1 + 2 s elsewhere.
    expect(solveRouteAndSplit(problem)).toMatchObject({
      kind: 'plan',
      proven: true,
      plan: { totalS: 1 + 2 + 2 + 2 + 2 },
    });
  });

  it('never cost more than one cut to any of them, however short the search', () => {
    const problem = star([...new Array<number>(40).fill(1), 3], [1, 1, 1], (host) => (host <= 40 ? 1 : 2));
    expect(solveRouteAndSplit(problem)).toMatchObject({ kind: 'plan', proven: true, plan: { totalS: 7 } });
    const { outcome } = searchPlacements(problem, costToGo(problem), { work: 0, shouldStop: () => false });
    expect(outcome).toMatchObject({ kind: 'plan', proven: false, plan: { totalS: 7 } });
  });
});

describe('a search that is told to stop', () => {
  const random = createRandom(61);
  const scarce = Array.from({ length: 60 }, (_, round) =>
    randomNetwork(random, 6, 24, {
      numbers: round % 2 === 0 ? 'integer' : 'real',
      delivery: deliveries[round % 3]!,
      memory: true,
      density: 0.6,
    }),
  );

  it('gives the best plan found and a bound that the optimum keeps', () => {
    let open = 0;
    for (const problem of scarce) {
      const proved = solveRouteAndSplit(problem);
      for (const asked of [0, 1, 3, 10]) {
        let left = asked;
        const outcome = solveRouteAndSplit(problem, () => left-- <= 0);
        expectSound(problem, outcome);
        if (outcome.kind !== 'plan') continue;
        const optimumS = totalOf(proved);
        expect(outcome.plan.totalS).toBeGreaterThanOrEqual(optimumS * (1 - 1e-12));
        if (outcome.proven) {
          expect(outcome.plan.totalS).toBeCloseTo(optimumS, 9);
          expect(outcome.boundS).toBeUndefined();
          continue;
        }
        open++;
        expect(outcome.boundS).toBeLessThanOrEqual(optimumS * (1 + 1e-9));
        expect(outcome.boundS).toBeGreaterThan(0);
      }
    }
    expect(open).toBeGreaterThan(20);
  });

  it('is never behind a strategy that is compared with it', () => {
    for (const problem of scarce) {
      const best = totalOf(solveRouteAndSplit(problem, () => true));
      for (const { solve } of strategies) {
        const other = totalOf(solve(problem, () => true));
        expect(best).toBeLessThanOrEqual(other * (1 + 1e-12));
      }
    }
  });

  it('stops soon after it was told to, however large the network', () => {
    const large = randomNetwork(createRandom(8), 200, 156, {
      numbers: 'real',
      delivery: 'return',
      density: 0.05,
    });
    const full = {
      ...large,
      weightBytes: new Float64Array(156).fill(1),
      memoryBytes: new Float64Array(200).fill(5),
    };
    let asked = 0;
    const outcome = solveRouteAndSplit(full, () => ++asked > 30);
    expectSound(full, outcome);
    expect(outcome).toMatchObject({ kind: 'plan', proven: false });
    // Every answer after "stop" is one check on the way out.
    expect(asked).toBeLessThan(40);
  });
});

describe('the reason why nothing fits', () => {
  const reasonOf = (memory: readonly number[], weights: readonly number[], work?: number) => {
    const problem = star(memory, weights, () => 1);
    const effort = { work: work ?? workInAll, shouldStop: () => false };
    const { outcome } = searchPlacements(problem, costToGo(problem), effort);
    return outcome.kind === 'infeasible' ? outcome.reason : null;
  };

  it('is the sum where all nodes together are too small', () => {
    expect(reasonOf([4, 4, 4], [5, 5, 5])).toEqual({
      kind: 'does-not-fit',
      node: null,
      needBytes: 15,
      haveBytes: 12,
    });
  });

  it('is the block that is larger than any node', () => {
    expect(reasonOf([200, 150, 200], [37, 411, 83])).toEqual({
      kind: 'block-does-not-fit',
      block: 1,
      needBytes: 411,
      largestBytes: 200,
    });
  });

  it('is how the blocks divide, only where that is proved', () => {
    const packing = { needBytes: 15, haveBytes: 18 };
    expect(reasonOf([7, 7, 4], [5, 5, 5])).toEqual({ kind: 'blocks-do-not-pack', ...packing });
    expect(reasonOf([7, 7, 4], [5, 5, 5], 0)).toEqual({ kind: 'not-found-in-time', ...packing });
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
      memoryBytes: new Float64Array(200).fill(5),
    };
    const { outcome, work } = searchPlacements(scarce, costToGo(scarce));
    expectSound(scarce, outcome);
    expect(outcome).toMatchObject({ kind: 'plan', proven: false });
    // The last step may overshoot by the runs after one label and one list of offers.
    expect(work).toBeLessThanOrEqual(1.05 * workInAll);
  });
});
