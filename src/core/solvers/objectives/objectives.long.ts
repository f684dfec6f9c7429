/** Deep versions of the tests of several criteria (`npm run test:long`): 100,000 random instances each. */
import { expect, it } from 'vitest';
import { createRandom } from '../../random';
import { planOf } from '../plans';
import { leakageOf } from '../trust';
import { chainCriteria } from './chainCriteria';
import { paretoFront } from './paretoFront';
import { routeCriteria } from './routeCriteria';
import { everyPlan, frontOf, randomCases } from './testing/everyPlan';
import { expectEveryRow } from './testing/everyRow';
import { frontOfWholeJoules, wholeChain } from './testing/wholeJoules';
import { solveWeighted } from './weightedSplit';
import { minimiseWithin } from './withinLimits';

it('the front is that of every plan in 100,000 networks, with trust and memory limits', () => {
  let round = 0;
  for (const { route, tables } of randomCases(101, 100_000, 2)) {
    const leakage = round++ % 2 === 0;
    const vectors = everyPlan(route, tables).map((vector) => (leakage ? vector : vector.slice(0, -1)));
    const { plans } = paretoFront(routeCriteria(route, tables, leakage).problem);
    expect(plans.map(({ values }) => values)).toEqual(
      frontOf(vectors).map((vector) => vector.map((value) => expect.closeTo(value, 9) as number)),
    );
  }
});

it('the optimum under limits is the least of every plan that keeps them in 100,000 networks', () => {
  const random = createRandom(102);
  for (const { route, tables } of randomCases(103, 100_000, 3)) {
    const all = everyPlan(route, tables);
    const { problem } = routeCriteria(route, tables, true);
    const limits = problem.criteria.map((_, k) =>
      random.next() < 0.3 || all.length === 0 ? Infinity : all[random.integer(all.length)]![k]!,
    );
    const within = all.filter((vector) => vector.every((value, k) => value <= limits[k]! * (1 + 1e-9)));
    const outcome = minimiseWithin(problem, 0, limits);
    expect(outcome.kind).toBe(within.length > 0 ? 'plan' : 'infeasible');
    if (outcome.kind !== 'plan') continue;
    expect(outcome.plan.values[0]).toBeCloseTo(Math.min(...within.map((vector) => vector[0]!)), 9);
  }
});

it('the weighted sum is the least of every plan in 100,000 networks, leakage weighed too', () => {
  const random = createRandom(104);
  for (const { route, tables } of randomCases(105, 100_000, 2)) {
    const [latency, bytes, leakage] = [random.integer(3), random.integer(3), random.integer(4)];
    const weights = { latency, bytes, leakage, 'ue-energy': 0, 'edge-energy': 0 };
    const values = everyPlan(route, tables)
      .filter(([, , leak]) => leak! <= (route.trust?.limit ?? Infinity))
      .map(([a, b, leak]) => latency * a! + bytes * b! + leakage * leak!);
    const outcome = solveWeighted(route, { latency: tables[0]!, bytes: tables[1]! }, weights);
    expect(outcome.kind).toBe(values.length > 0 ? 'plan' : 'infeasible');
    if (outcome.kind !== 'plan') continue;
    const { steps } = outcome.plan;
    const priced = tables.map(({ compute, arcFixed, arcPerByte }) => {
      const inPlace = { ...route, computeS: compute, arcFixedS: arcFixed, arcSecondsPerByte: arcPerByte };
      return planOf(inPlace, steps).totalS;
    });
    const value = latency * priced[0]! + bytes * priced[1]! + leakage * leakageOf(route, steps);
    expect(value).toBeCloseTo(Math.min(...values), 9);
  }
});

it('eq. 12 is the least of every split, and so is its largest edge, in 100,000 rows, memory limits included', () => {
  expect(expectEveryRow(createRandom(106), 100_000).none).toBeGreaterThan(2_000);
});

it('the front agrees with dynamic programming over joules on 1,000 chains of 100 blocks', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const costs = wholeChain(1000 + seed, 5, 100);
    expect(paretoFront(chainCriteria(costs)).plans.map(({ values }) => values)).toEqual(
      frontOfWholeJoules(costs).map(([latency, joules]) => [expect.closeTo(latency!, 9) as number, joules]),
    );
  }
});
