import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import type { ShouldStop } from '../types';
import { valuesOf, type CriteriaProblem } from './criteriaProblem';
import { paretoFront } from './paretoFront';
import { routeCriteria } from './routeCriteria';
import { chainCriteria } from './chainCriteria';
import { everyPlan, frontOf, randomCases } from './testing/everyPlan';
import { minimiseWithin } from './withinLimits';

/** SOLVERS 1.6: layer i may run on node i or i + 1 only, at (a, 0) or (0, a): every sum of a subset is on the front. */
function partition(sizes: readonly number[]): CriteriaProblem {
  const nodes = sizes.length + 1;
  const table = (cost: (p: number, l: number) => number) =>
    Array.from({ length: nodes }, (_, p) => Float64Array.from(sizes, (_, l) => cost(p, l)));
  const place = (p: number, l: number, here: number, next: number) =>
    p === l ? here : p === l + 1 ? next : Infinity;
  const free = Array.from({ length: nodes - 1 }, () => new Float64Array(sizes.length + 1));
  return chainCriteria([
    { compute: table((p, l) => place(p, l, sizes[l]!, 0)), ship: free },
    { compute: table((p, l) => place(p, l, 0, sizes[l]!)), ship: free },
  ]);
}

const never: ShouldStop = () => false;

describe('the Pareto front', () => {
  it.each([
    ['two criteria', 1, 2, 700],
    ['three criteria', 2, 3, 500],
    ['four criteria', 3, 4, 150],
  ])('of %s and leakage is that of every plan, in random networks', (_, seed, count, rounds) => {
    let points = 0;
    for (const { route, tables } of randomCases(seed, rounds, count)) {
      const all = everyPlan(route, tables);
      const { problem, stepsOf } = routeCriteria(route, tables, true);
      const { plans, complete } = paretoFront(problem);
      expect(complete).toBe(true);
      const expected = frontOf(all);
      expect(plans.length).toBe(expected.length);
      points += expected.length;
      for (const [n, { values, steps }] of plans.entries()) {
        for (const [k, value] of values.entries()) expect(value).toBeCloseTo(expected[n]![k]!, 9);
        const walked = stepsOf(steps);
        expect(walked.every((step) => step.kind === 'compute' || step.arc < route.arcFrom.length)).toBe(true);
        expect(valuesOf(problem, steps)).toEqual(values.map((value) => expect.closeTo(value, 9) as number));
      }
    }
    expect(points).toBeGreaterThan(0.8 * rounds);
  });

  it('of two criteria is that of every plan, leakage left aside, in 700 random networks', () => {
    for (const { route, tables } of randomCases(4, 700, 2)) {
      const expected = frontOf(everyPlan(route, tables).map((vector) => vector.slice(0, -1)));
      const { plans } = paretoFront(routeCriteria(route, tables, false).problem);
      expect(plans.map(({ values }) => values)).toEqual(
        expected.map((vector) => vector.map((value) => expect.closeTo(value, 9) as number)),
      );
    }
  });

  it('scales with its criteria and does not depend on their order', () => {
    for (const { route, tables } of randomCases(5, 100, 2)) {
      const { problem } = routeCriteria(route, tables, false);
      const front = paretoFront(problem).plans.map(({ values }) => values);
      const turned = paretoFront({ ...problem, criteria: [...problem.criteria].reverse() });
      expect(turned.plans.map(({ values }) => [...values].reverse()).sort((a, b) => a[0]! - b[0]!)).toEqual(
        front.map((values) => values.map((value) => expect.closeTo(value, 9) as number)),
      );
      const twice = problem.criteria.map(({ kind, compute, ship }) => ({
        kind,
        compute: compute.map((value) => 2 * value),
        ship: ship.map((value) => 2 * value),
      }));
      expect(paretoFront({ ...problem, criteria: twice }).plans.map(({ values }) => values)).toEqual(
        front.map((values) => values.map((value) => expect.closeTo(2 * value, 9) as number)),
      );
    }
  });

  it('holds every subset sum of a partition problem, and is cut off when that is too many', () => {
    const small = paretoFront(partition([1, 2, 4, 8, 16]));
    expect(small.complete).toBe(true);
    expect(small.plans.map(({ values }) => values)).toEqual(
      Array.from({ length: 32 }, (_, n) => [n, 31 - n]),
    );
    const large = partition(Array.from({ length: 30 }, (_, n) => 2 ** n));
    const capped = paretoFront(large, { mostLabels: 5000 });
    expect(capped.complete).toBe(false);
    expect(capped.labels).toBeLessThan(10_000);
    for (const { values } of capped.plans) expect(values[0]! + values[1]!).toBe(2 ** 30 - 1);
    let asked = 0;
    const stopped = paretoFront(large, { shouldStop: () => ++asked > 3 });
    expect(stopped.complete).toBe(false);
    expect(asked).toBeLessThan(6);
  });

  it('is one point for one node and one block', () => {
    const one = (value: number) => ({ compute: [Float64Array.of(value)], ship: [] });
    const { plans, complete } = paretoFront(chainCriteria([one(3), one(5)]));
    expect(complete).toBe(true);
    expect(plans.map(({ values }) => values)).toEqual([[3, 5]]);
  });

  it('is empty where nothing works', () => {
    const none = { compute: [Float64Array.of(Infinity)], ship: [] };
    expect(paretoFront(chainCriteria([none, none]))).toMatchObject({ plans: [], complete: true });
  });
});

describe('the optimum within limits', () => {
  it('is the least of every plan that keeps them, or names the first limit that cannot be kept', () => {
    const random = createRandom(9);
    const met = { plan: 0, infeasible: 0 };
    for (const count of [2, 3]) {
      for (const { route, tables } of randomCases(10 + count, 1000, count)) {
        const all = everyPlan(route, tables);
        const { problem } = routeCriteria(route, tables, true);
        const objective = random.integer(count);
        const limits = problem.criteria.map((_, k) => {
          if (random.next() < 0.3 || all.length === 0) return Infinity;
          // Often exactly what some plan needs.
          return all[random.integer(all.length)]![k]! * (random.next() < 0.7 ? 1 : 0.8 + 0.4 * random.next());
        });
        const within = all.filter((vector) => vector.every((value, k) => value <= limits[k]! * (1 + 1e-9)));
        const outcome = minimiseWithin(problem, objective, limits, { shouldStop: never });
        expect(outcome.kind).toBe(within.length > 0 ? 'plan' : 'infeasible');
        if (outcome.kind === 'plan') {
          met.plan++;
          expect(outcome.proven).toBe(true);
          expect(outcome.plan.values[objective]).toBeCloseTo(
            Math.min(...within.map((vector) => vector[objective]!)),
            9,
          );
          expect(outcome.boundValue).toBe(outcome.plan.values[objective]);
          for (const [k, value] of outcome.plan.values.entries()) {
            expect(value).toBeLessThanOrEqual(limits[k]! * (1 + 1e-9));
          }
        } else if (outcome.kind === 'infeasible' && outcome.criterion !== null) {
          met.infeasible++;
          const binding = outcome.criterion;
          const before = all.filter((vector) =>
            vector.every((value, k) => k >= binding || value <= limits[k]! * (1 + 1e-9)),
          );
          expect(outcome.least).toBeCloseTo(Math.min(...before.map((vector) => vector[binding]!)), 9);
          expect(outcome.least).toBeGreaterThan(limits[binding]!);
        } else expect(all).toHaveLength(0);
      }
    }
    expect(met.plan).toBeGreaterThan(800);
    expect(met.infeasible).toBeGreaterThan(150);
  });

  it('is on the front, at every limit that the front suggests', () => {
    for (const { route, tables } of randomCases(20, 150, 2)) {
      const { problem } = routeCriteria(route, tables, false);
      for (const { values } of paretoFront(problem).plans) {
        const outcome = minimiseWithin(problem, 1, [values[0]!, Infinity]);
        if (outcome.kind !== 'plan') throw new Error(outcome.kind);
        expect(outcome.plan.values[1]).toBeCloseTo(values[1]!, 9);
      }
    }
  });

  it('of a partition problem that is cut off says so, with a bound below what it found', () => {
    const random = createRandom(3);
    const sizes = Array.from({ length: 40 }, () => 1e6 + random.integer(1e6));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const outcome = minimiseWithin(partition(sizes), 1, [total / 2 - 0.5, Infinity], { mostLabels: 3000 });
    if (outcome.kind !== 'plan') throw new Error(outcome.kind);
    expect(outcome.proven).toBe(false);
    expect(outcome.plan.values[0]).toBeLessThanOrEqual(total / 2);
    expect(outcome.boundValue).toBeLessThanOrEqual(outcome.plan.values[1]!);
    expect(outcome.boundValue).toBeGreaterThan(0.9 * (total / 2));
    // The search follows its most promising labels to the end: all on the first side would be twice as much.
    expect(outcome.plan.values[1]).toBeLessThan(1.05 * outcome.boundValue);
  });
});
