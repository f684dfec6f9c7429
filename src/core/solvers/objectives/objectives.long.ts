/** Deep versions of the tests of several criteria (`npm run test:long`): 100,000 random instances each. */
import { expect, it } from 'vitest';
import { createRandom } from '../../random';
import { chainCriteria } from './chainCriteria';
import { paretoFront } from './paretoFront';
import { routeCriteria } from './routeCriteria';
import { everyPlan, frontOf, randomCases } from './testing/everyPlan';
import { frontOfWholeJoules, wholeChain } from './testing/wholeJoules';
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

it('the front agrees with dynamic programming over joules on 1,000 chains of 100 blocks', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const costs = wholeChain(1000 + seed, 5, 100);
    expect(paretoFront(chainCriteria(costs)).plans.map(({ values }) => values)).toEqual(
      frontOfWholeJoules(costs).map(([latency, joules]) => [expect.closeTo(latency!, 9) as number, joules]),
    );
  }
});
