import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { evaluateSplit } from './evaluateSplit';
import { strategies } from './registry';
import { fits } from './sweepWindow';
import { totalOf } from './testing/expectSound';
import { figure2, randomNetwork } from './testing/randomProblems';
import { strategyIds, type IndexOutcome, type RouteProblem, type StrategyId } from './types';

const solve = (id: StrategyId, problem: RouteProblem): IndexOutcome =>
  strategies.find((strategy) => strategy.id === id)!.solve(problem);
const reasonOf = (outcome: IndexOutcome): unknown => (outcome.kind === 'infeasible' ? outcome.reason : null);

/** The cheapest split of the UE and one host, by costing every boundary as a split of its own. */
function scan(problem: RouteProblem, hosts: readonly number[]): number {
  let best = Infinity;
  for (const host of hosts) {
    for (let i = 0; i <= problem.blockCount; i++) {
      const split = { nodes: [problem.source, host], boundaries: [i, problem.blockCount] };
      best = Math.min(best, totalOf(evaluateSplit(problem, split)));
    }
  }
  return best;
}

const edgeOf = (problem: RouteProblem): number[] =>
  Array.from({ length: problem.nodeCount }, (_, v) => v).filter(
    (v) =>
      v !== problem.source &&
      v !== problem.sink &&
      problem.computes[v] === 1 &&
      ['gnb', 'iab', 'mec', 'core'].includes(problem.kinds[v]!),
  );

describe('the registry', () => {
  it('holds every strategy once, in the order of their ids', () => {
    expect(strategies.map(({ id }) => id)).toEqual([...strategyIds]);
  });

  it('says what each strategy assumes in one sentence', () => {
    for (const { assumes } of strategies) expect(assumes).toMatch(/^[A-Z][^.]*\.$/);
  });
});

describe('the toy of Fig. 2', () => {
  it.each([
    [1, 2.35, 2.35, 2.2667],
    [0.9, 2.4833, 2.4833, 2.3778],
    [0.5, 3.55, 3.5, 2.4333],
    [0.2, 7.15, 5.5, 2.4333],
    [0.1, 13.15, 5.5, 2.4333],
  ])('has the golden values at c = %s', (c, cloud, single, best) => {
    const problem = figure2(c);
    expect(totalOf(solve('ue-only', problem))).toBeCloseTo(5.5, 4);
    expect(totalOf(solve('cloud-only', problem))).toBeCloseTo(cloud, 4);
    expect(totalOf(solve('one-cut-cloud', problem))).toBeCloseTo(single, 4);
    expect(totalOf(solve('best', problem))).toBeCloseTo(best, 4);
    expect(totalOf(solve('edge-only', problem))).toBeCloseTo(0.6 + 5.5 / 3, 12);
    expect(totalOf(solve('one-cut-edge', problem))).toBeCloseTo(0.6 + 5.5 / 3, 12);
  });

  const gainOver = (singles: readonly StrategyId[], c: number): number => {
    const problem = figure2(c);
    const single = Math.min(...singles.map((id) => totalOf(solve(id, problem))));
    return 1 - totalOf(solve('best', problem)) / single;
  };
  const capacities = Array.from({ length: 1801 }, (_, k) => 0.1 + k / 2e3);

  it('gains 55.8 % over one cut between UE and cloud', () => {
    expect(Math.max(...capacities.map((c) => gainOver(['one-cut-cloud'], c)))).toBeCloseTo(0.558, 3);
  });

  it('gains 4.0 % over the better of both single cuts, near c = 0.935', () => {
    const gains = capacities.map((c) => gainOver(['one-cut-cloud', 'one-cut-edge'], c));
    const most = Math.max(...gains);
    expect(most).toBeCloseTo(0.04, 3);
    expect(capacities[gains.indexOf(most)]).toBeCloseTo(0.935, 3);
    expect(gainOver(['one-cut-cloud', 'one-cut-edge'], 0.85)).toBeCloseTo(0, 12);
  });
});

describe('the baselines', () => {
  const rounds = deliveries.flatMap((delivery) => [false, true].map((memory) => ({ delivery, memory })));

  it.each(rounds)('equal a scan of every boundary, each costed as a split of its own: %o', (options) => {
    const random = createRandom(77);
    for (let round = 0; round < 150; round++) {
      const problem = randomNetwork(random, 2 + random.integer(5), 1 + random.integer(6), {
        ...options,
        numbers: 'integer',
      });
      const hosts = edgeOf(problem);
      expect(totalOf(solve('one-cut-cloud', problem))).toBe(scan(problem, [problem.sink]));
      expect(totalOf(solve('one-cut-edge', problem))).toBe(scan(problem, hosts));
      const alone = hosts.map((host) =>
        totalOf(evaluateSplit(problem, { nodes: [host], boundaries: [problem.blockCount] })),
      );
      expect(totalOf(solve('edge-only', problem))).toBe(Math.min(Infinity, ...alone));
    }
  });

  it.each(rounds)('keep the order best <= one cut <= min(UE only, cloud only): %o', (options) => {
    const random = createRandom(78);
    for (let round = 0; round < 300; round++) {
      const problem = randomNetwork(random, 2 + random.integer(6), 1 + random.integer(8), {
        ...options,
        numbers: 'integer',
      });
      const total = (id: StrategyId): number => totalOf(solve(id, problem));
      expect(total('best')).toBeLessThanOrEqual(Math.min(total('one-cut-cloud'), total('one-cut-edge')));
      expect(total('one-cut-cloud')).toBeLessThanOrEqual(Math.min(total('ue-only'), total('cloud-only')));
      if (edgeOf(problem).length > 0) {
        expect(total('one-cut-edge')).toBeLessThanOrEqual(Math.min(total('ue-only'), total('edge-only')));
      }
      if (options.delivery === 'stay') expect(total('best')).toBeLessThanOrEqual(total('ue-only'));
    }
  });

  it('say why they have no plan', () => {
    const problem = figure2(1);
    const without = (node: number): RouteProblem => ({
      ...problem,
      computes: problem.computes.map((one, v) => (v === node ? 0 : one)),
      computeS: problem.computeS.map((time, k) => (Math.floor(k / 3) === node ? Infinity : time)),
    });
    expect(reasonOf(solve('cloud-only', without(2)))).toEqual({ kind: 'node-cannot-compute', node: 2 });
    expect(totalOf(solve('one-cut-cloud', without(2)))).toBe(5.5);
    expect(reasonOf(solve('ue-only', without(0)))).toEqual({ kind: 'node-cannot-compute', node: 0 });
    expect(reasonOf(solve('edge-only', without(1)))).toEqual({ kind: 'no-edge-host' });
    expect(reasonOf(solve('one-cut-edge', without(1)))).toEqual({ kind: 'no-edge-host' });

    const cutOff = { ...problem, arcFrom: Int32Array.of(0), arcTo: Int32Array.of(1) };
    expect(reasonOf(solve('cloud-only', cutOff))).toEqual({ kind: 'no-route', from: 0, to: 2 });
    expect(reasonOf(solve('ue-only', { ...cutOff, delivery: 'sink' }))).toEqual({
      kind: 'no-route',
      from: 0,
      to: 2,
    });

    const heavy = {
      ...problem,
      weightBytes: Float64Array.of(5, 5, 5),
      memoryBytes: Float64Array.of(9, 14, 4),
    };
    expect(reasonOf(solve('ue-only', heavy))).toEqual({
      kind: 'does-not-fit',
      node: 0,
      needBytes: 15,
      haveBytes: 9,
    });
    expect(reasonOf(solve('edge-only', heavy))).toEqual({
      kind: 'does-not-fit',
      node: 1,
      needBytes: 15,
      haveBytes: 14,
    });
    expect(totalOf(solve('one-cut-edge', heavy))).toBeCloseTo(8 / 3, 12);
    expect(reasonOf(solve('one-cut-cloud', heavy))).toMatchObject({ kind: 'does-not-fit', node: 0 });
  });
});

describe('evaluateSplit', () => {
  const problem = figure2(0.5);

  it('leaves out nodes that run nothing and takes the cheapest route between the others', () => {
    const outcome = evaluateSplit(problem, { nodes: [0, 1, 2], boundaries: [1, 1, 3] });
    expect(totalOf(outcome)).toBeCloseTo(1.5 + 2, 12);
    expect(outcome.kind === 'plan' && outcome.plan.steps.map(({ kind }) => kind)).toEqual([
      'compute',
      'transfer',
      'transfer',
      'compute',
    ]);
  });

  it('brings the result to where it is delivered', () => {
    const there = figure2(0.5, 'sink');
    const withResult = { ...there, boundaryBytes: Float64Array.of(1, 1, 1, 1e6 / 8) };
    expect(totalOf(evaluateSplit(withResult, { nodes: [0], boundaries: [3] }))).toBeCloseTo(
      5.5 + 0.5 + 2,
      12,
    );
  });

  it('refuses a way back that does not exist, and a node that is too small', () => {
    expect(reasonOf(evaluateSplit(problem, { nodes: [1, 0], boundaries: [1, 3] }))).toEqual({
      kind: 'no-route',
      from: 1,
      to: 0,
    });
    const small = {
      ...problem,
      weightBytes: Float64Array.of(1, 1, 1),
      memoryBytes: Float64Array.of(2, 9, 9),
    };
    expect(reasonOf(evaluateSplit(small, { nodes: [0], boundaries: [3] }))).toEqual({
      kind: 'does-not-fit',
      node: 0,
      needBytes: 3,
      haveBytes: 2,
    });
  });
});

describe('fits', () => {
  it('takes a limit as inclusive, with room for rounding only', () => {
    expect(fits(0.1 + 0.2, 0.3)).toBe(true);
    expect(fits(0, 0)).toBe(true);
    expect(fits(1.000001, 1)).toBe(false);
    expect(fits(1e30, Infinity)).toBe(true);
  });
});
