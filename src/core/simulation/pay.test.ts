import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaTables } from '../energy/criteriaTables';
import { radioCurves } from '../energy/radioPower';
import { buildProblem } from '../cost/buildProblem';
import { planOf } from '../solvers/plans';
import { solveOneCutEdge } from '../solvers/oneCut';
import { strategies } from '../solvers/registry';
import type { Step } from '../solvers/types';
import { createCapacityTable } from './capacityTable';
import { endOf, energyOf } from './pay';
import { networkOf, presetOf } from './testing/randomWorld';
import { randomTimed, everyPlan } from './testing/randomRoutes';

/** The toy of Fig. 2: no cells, so arcs are as drawn: radio up and down (2 Mbit/s), wire up and down (1 Mbit/s). */
const toy = networkOf(presetOf('three-layers')).routes[0]!;
const firstOnUe: readonly Step[] = [
  { kind: 'compute', node: 0, from: 0, to: 1 },
  { kind: 'transfer', arc: 0, boundary: 1 },
  { kind: 'compute', node: 1, from: 1, to: 3 },
];

describe('what a plan pays', () => {
  it('is its time as drawn while capacities are as drawn', () => {
    const capacities = createCapacityTable(
      1,
      [2, 2, 1, 1].map((mbps) => Float32Array.of(mbps)),
    );
    for (const { solve } of strategies) {
      const outcome = solve(toy.problem);
      if (outcome.kind === 'plan') {
        expect(endOf(toy, capacities, outcome.plan.steps, 7) - 7).toBeCloseTo(outcome.plan.totalS, 12);
      }
    }
    expect(endOf(toy, capacities, firstOnUe, 0)).toBeCloseTo(planOf(toy.problem, firstOnUe).totalS, 12);
  });

  it('feels a capacity that changes while it is on its way', () => {
    // 1 Mbit from 0.5 s on: half of it at 1 Mbit/s until 1 s, the rest at 4 Mbit/s.
    const up = Float32Array.of(1, 4);
    const capacities = createCapacityTable(1, [up, up, up, up]);
    expect(endOf(toy, capacities, firstOnUe, 0)).toBeCloseTo(0.5 + 0.5 + 0.125 + (1 + 4) / 3, 9);
  });

  it('has no end over a link that stays down', () => {
    const capacities = createCapacityTable(
      1,
      [2, 2, 1, 1].map(() => Float32Array.of(1, 0)),
    );
    expect(endOf(toy, capacities, firstOnUe, 1)).toBe(Infinity);
  });

  it('never ends earlier for starting later', () => {
    const shape = { nodes: 3, blocks: 2, steps: 8, delivery: 'stay' } as const;
    fc.assert(
      fc.property(fc.nat(), fc.nat(10), fc.nat(), (seed, startS, pick) => {
        const { routes, capacities } = randomTimed(seed, shape);
        const plans = everyPlan(routes);
        const steps = plans[pick % plans.length];
        if (steps === undefined) return;
        const first = endOf(routes, capacities, steps, startS);
        expect(endOf(routes, capacities, steps, startS + 0.7)).toBeGreaterThanOrEqual(first);
      }),
    );
  });
});

describe('the energy that a plan pays', () => {
  const scenario = presetOf('opening');
  const built = buildProblem(scenario);
  const { tables } = criteriaTables(scenario, built, built.problem!);
  const network = networkOf(scenario);
  const routes = network.routes[0]!;
  const outcome = solveOneCutEdge(routes.problem);
  const steps = outcome.kind === 'plan' ? outcome.plan.steps : [];
  const drawn = network.arcs.map((arc) => {
    if (arc.kind === 'access') return 290;
    const link = scenario.links.find(({ id }) => id === arc.link)!;
    return arc.direction === 'aToB' ? link.aToBMbps : link.bToAMbps;
  });

  it('is that of the drawn network while capacities are as drawn', () => {
    const capacities = createCapacityTable(
      1,
      drawn.map((mbps) => Float32Array.of(mbps)),
    );
    // The static network has the access link as drawn, at its own place in the list of arcs.
    const same = solveOneCutEdge(built.problem!);
    expect(same.kind).toBe('plan');
    if (same.kind !== 'plan') return;
    const { compute, arcPerByte } = tables['ue-energy']!;
    let joules = 0;
    for (const step of same.plan.steps) {
      if (step.kind === 'transfer')
        joules += arcPerByte[step.arc]! * built.problem!.boundaryBytes[step.boundary]!;
      else
        for (let l = step.from; l < step.to; l++)
          joules += compute[step.node * built.problem!.blockCount + l]!;
    }
    const onAccess = solveOneCutEdge({
      ...routes.problem,
      arcSecondsPerByte: Float64Array.from(routes.arcs, (arc) => 8e-6 / drawn[arc]!),
    });
    expect(onAccess.kind).toBe('plan');
    if (onAccess.kind !== 'plan') return;
    expect(joules).toBeGreaterThan(0);
    expect(energyOf(routes, routes.ueEnergy, capacities, onAccess.plan.steps, 3)).toBeCloseTo(joules, 9);
  });

  it('is not spent on air while the link is down', () => {
    const access = routes.arcs[routes.problem.arcFrom.indexOf(routes.problem.source)]!;
    const withAccess = (mbps: readonly number[]) =>
      createCapacityTable(
        0.5,
        drawn.map((rate, arc) => Float32Array.from(arc === access ? mbps : mbps.map(() => rate))),
      );
    const raw: Step[] = [
      { kind: 'transfer', arc: routes.problem.arcFrom.indexOf(routes.problem.source), boundary: 0 },
    ];
    const size = routes.megabits[0]!;
    const { interceptW, wattsPerMbps } = radioCurves[scenario.radio].send;
    const paid = energyOf(routes, routes.ueEnergy, withAccess([0, 0, 10, 10]), raw, 0);
    expect(paid).toBeCloseTo((interceptW * size) / 10 + wattsPerMbps * size, 9);
    expect(paid).toBeCloseTo(energyOf(routes, routes.ueEnergy, withAccess([10]), raw, 0), 9);
    expect(energyOf(routes, routes.ueEnergy, withAccess([0]), raw, 0)).toBeNaN();
    expect(energyOf(routes, null, withAccess([10]), steps, 0)).toBeNaN();
  });
});
