import { expect, it } from 'vitest';
import { createRandom } from '../../random';
import { chainCriteria } from './chainCriteria';
import { paretoFront } from './paretoFront';
import { frontOfWholeJoules, wholeChain } from './testing/wholeJoules';
import { minimiseWithin } from './withinLimits';

it('the front and the optimum under limits agree with dynamic programming over joules on 50 chains of 30 to 60 blocks', () => {
  const random = createRandom(1);
  let points = 0;
  for (let seed = 0; seed < 50; seed++) {
    const costs = wholeChain(seed, 3 + (seed % 4), 30 + random.integer(31));
    const problem = chainCriteria(costs);
    const front = frontOfWholeJoules(costs);
    const { plans, complete } = paretoFront(problem);
    expect(complete).toBe(true);
    expect(plans.length).toBe(front.length);
    for (const [n, [latency, joules]] of front.entries()) {
      expect(plans[n]!.values[0]).toBeCloseTo(latency!, 9);
      expect(plans[n]!.values[1]).toBe(joules);
    }
    points += front.length;
    const [latency, joules] = front[random.integer(front.length)]!;
    const within = minimiseWithin(problem, 1, [latency!, Infinity]);
    expect(within).toMatchObject({ kind: 'plan', proven: true });
    expect(within.kind === 'plan' && within.plan.values[1]).toBe(joules);
  }
  expect(points).toBeGreaterThan(1000);
});
