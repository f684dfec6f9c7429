import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveries } from '../scenario/types';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { createCapacityTable } from './capacityTable';
import { createHindsightSpace, earliestEnd, earliestPlan } from './hindsight';
import { endOf } from './pay';
import { everyPlan, randomTimed, type TimedRoutes } from './testing/randomRoutes';

const shape = fc.record({
  nodes: fc.integer({ min: 2, max: 4 }),
  blocks: fc.integer({ min: 1, max: 3 }),
  steps: fc.integer({ min: 1, max: 10 }),
  delivery: fc.constantFrom(...deliveries),
});
const start = fc.integer({ min: 0, max: 12 });

const end = ({ routes, capacities }: TimedRoutes, startS: number, latestS?: number): number =>
  earliestEnd(routes, capacities, createHindsightSpace(routes.problem), startS, latestS);

describe('the least time with hindsight', () => {
  it('is that of the fastest of all plans, over every route', () => {
    fc.assert(
      fc.property(fc.integer(), shape, start, (seed, sizes, startS) => {
        const timed = randomTimed(seed, sizes);
        const ends = everyPlan(timed.routes).map((steps) =>
          endOf(timed.routes, timed.capacities, steps, startS),
        );
        expect(end(timed, startS)).toBe(Math.min(Infinity, ...ends));
      }),
      { numRuns: 150 },
    );
  });

  it('has a plan that takes just as long', () => {
    fc.assert(
      fc.property(fc.integer(), shape, start, (seed, sizes, startS) => {
        const { routes, capacities } = randomTimed(seed, sizes);
        const space = createHindsightSpace(routes.problem);
        const least = earliestEnd(routes, capacities, space, startS);
        if (least === Infinity) return;
        const steps = earliestPlan(routes, space);
        expect(endOf(routes, capacities, steps, startS)).toBe(least);
        const blocks = steps.flatMap((step) => (step.kind === 'compute' ? [step.to - step.from] : []));
        expect(blocks.reduce((sum, count) => sum + count, 0)).toBe(routes.problem.blockCount);
        expect(blocks.every((count) => count > 0)).toBe(true);
      }),
    );
  });

  it('is the static optimum while nothing changes', () => {
    fc.assert(
      fc.property(fc.integer(), shape, start, (seed, sizes, startS) => {
        const { routes } = randomTimed(seed, sizes);
        const mbps = Array.from(routes.arcs, (a) => Float32Array.of((a * 7 + Math.abs(seed)) % 5));
        const { problem } = routes;
        const outcome = solveRouteAndSplit({
          ...problem,
          arcSecondsPerByte: Float64Array.from(mbps, ([rate]) => (rate === 0 ? 0 : 1 / rate!)),
          arcFixedS: problem.arcFixedS.map((fixed, a) => (mbps[a]![0] === 0 ? Infinity : fixed)),
        });
        const least = end({ routes, capacities: createCapacityTable(1, mbps) }, startS) - startS;
        if (outcome.kind === 'plan') expect(least).toBeCloseTo(outcome.plan.totalS, 9);
        else expect(least).toBe(Infinity);
      }),
    );
  });

  it('does not change where a time is known by which it is done', () => {
    fc.assert(
      fc.property(fc.integer(), shape, start, fc.nat(9), (seed, sizes, startS, pick) => {
        const timed = randomTimed(seed, sizes);
        const plans = everyPlan(timed.routes);
        if (plans.length === 0) return;
        const knownS = endOf(timed.routes, timed.capacities, plans[pick % plans.length]!, startS);
        expect(end(timed, startS, knownS)).toBe(end(timed, startS));
      }),
    );
  });

  it('is first in, first out: a task that starts later never ends earlier', () => {
    fc.assert(
      fc.property(fc.integer(), shape, start, (seed, sizes, startS) => {
        const timed = randomTimed(seed, sizes);
        expect(end(timed, startS + 0.3)).toBeGreaterThanOrEqual(end(timed, startS));
      }),
    );
  });

  it('finds its way through a large network as through a small one', () => {
    const timed = randomTimed(5, { nodes: 60, blocks: 4, steps: 20, delivery: 'sink' });
    const space = createHindsightSpace(timed.routes.problem);
    expect(space.scratch.heap).not.toBeNull();
    const byHeap = earliestEnd(timed.routes, timed.capacities, space, 1);
    const flat = { labels: space.labels, scratch: { ...space.scratch, heap: null } };
    expect(byHeap).toBeLessThan(Infinity);
    expect(earliestEnd(timed.routes, timed.capacities, flat, 1)).toBe(byHeap);
  });
});
