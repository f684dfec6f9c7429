import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { planOf } from '../plans';
import { solveRouteAndSplit } from '../routeAndSplit';
import { totalOf } from '../testing/expectSound';
import { leakageOf } from '../trust';
import { paretoFront } from './paretoFront';
import { routeCriteria } from './routeCriteria';
import { everyPlan, randomCases } from './testing/everyPlan';
import { solveWeighted, type SiWeights } from './weightedSplit';

const weightsOf = (latency: number, bytes: number, leakage: number): SiWeights => ({
  latency,
  'ue-energy': 0,
  'edge-energy': 0,
  bytes,
  leakage,
});

describe('the weighted sum (eq. 11)', () => {
  it('is the least of every plan, leakage weighed too, in 900 random networks', () => {
    const random = createRandom(5);
    let plans = 0;
    for (const { route, tables } of randomCases(31, 900, 2)) {
      const weights = weightsOf(random.integer(3), random.integer(3), random.integer(4));
      const [latency, bytes] = tables;
      const outcome = solveWeighted(route, { latency: latency!, bytes: bytes! }, weights);
      const within = everyPlan(route, tables).filter(
        ([, , leak]) => leak! <= (route.trust?.limit ?? Infinity),
      );
      const valueOf = ([a, b, leak]: readonly number[]) =>
        weights.latency * a! + weights.bytes * b! + weights.leakage * leak!;
      expect(outcome.kind).toBe(within.length > 0 ? 'plan' : 'infeasible');
      if (outcome.kind !== 'plan') continue;
      plans++;
      const { steps, totalS } = outcome.plan;
      expect(totalS).toBe(planOf(route, steps).totalS);
      const priced = (k: number) => {
        const { compute, arcFixed, arcPerByte } = tables[k]!;
        return planOf(
          { ...route, computeS: compute, arcFixedS: arcFixed, arcSecondsPerByte: arcPerByte },
          steps,
        ).totalS;
      };
      const least = Math.min(...within.map(valueOf));
      expect(valueOf([priced(0), priced(1), leakageOf(route, steps)])).toBeCloseTo(least, 9);
    }
    expect(plans).toBeGreaterThan(500);
  });

  it('is a plan that is not proved when it is stopped before its last level', () => {
    let cut = 0;
    for (const { route, tables } of randomCases(33, 200, 1)) {
      if (route.trust === undefined) continue;
      const all = solveWeighted(route, { latency: tables[0]! }, weightsOf(1, 0, 2));
      let asked = 0;
      const stopped = solveWeighted(
        route,
        { latency: tables[0]! },
        weightsOf(1, 0, 2),
        () => (asked++, true),
      );
      expect(stopped.kind).toBe(all.kind);
      if (stopped.kind !== 'plan' || asked === 0) continue;
      cut++;
      expect(stopped.proven).toBe(false);
    }
    expect(cut).toBeGreaterThan(10);
  });

  it('of latency alone is the best split', () => {
    for (const { route, tables } of randomCases(32, 100, 1)) {
      const timed = {
        compute: route.computeS,
        arcFixed: route.arcFixedS,
        arcPerByte: route.arcSecondsPerByte,
      };
      const outcome = solveWeighted(route, { latency: timed, bytes: tables[0]! }, weightsOf(2, 0, 0));
      expect(totalOf(outcome)).toBeCloseTo(totalOf(solveRouteAndSplit(route)), 9);
    }
  });

  it('lies on the Pareto front wherever both weights count', () => {
    for (const { route, tables } of randomCases(33, 150, 2)) {
      if (route.trust !== undefined) continue;
      const outcome = solveWeighted(route, { latency: tables[0]!, bytes: tables[1]! }, weightsOf(1, 2, 0));
      if (outcome.kind !== 'plan') continue;
      const { problem } = routeCriteria(route, tables, false);
      const front = paretoFront(problem).plans.map(({ values: [a, b] }) => a! + 2 * b!);
      const values = tables.map(({ compute, arcFixed, arcPerByte }) => {
        const priced = { ...route, computeS: compute, arcFixedS: arcFixed, arcSecondsPerByte: arcPerByte };
        return planOf(priced, outcome.plan.steps).totalS;
      });
      expect(values[0]! + 2 * values[1]!).toBeCloseTo(Math.min(...front), 9);
    }
  });
});
