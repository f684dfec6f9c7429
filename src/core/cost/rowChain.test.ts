import { describe, expect, it } from 'vitest';
import { fiveNodes } from '../scenario/presets/fiveNodes';
import { openingScenario, presets } from '../scenario/presets/presets';
import { solveChain } from '../solvers/chainMultiSplit';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { deliveries } from '../scenario/types';
import { buildProblem } from './buildProblem';
import { rowChain, rowPlan } from './rowChain';

describe('rowChain', () => {
  it('costs a split of the row exactly what its plan over the drawing costs', () => {
    for (const { scenario } of presets) {
      for (const delivery of deliveries) {
        const problem = buildProblem({ ...scenario, delivery }).problem!;
        const row = rowChain(problem);
        const split = solveChain(row.chain)!;
        const plan = rowPlan(problem, row, split.boundaries, split.last);
        expect(plan.totalS).toBeCloseTo(split.totalS, 12);
      }
    }
  });

  it('is never better than the best split over any route', () => {
    for (const { scenario } of presets) {
      const problem = buildProblem(scenario).problem!;
      const best = solveRouteAndSplit(problem);
      if (best.kind !== 'plan') throw new Error('every preset has a plan');
      const onRow = solveChain(rowChain(problem).chain)!.totalS;
      expect(onRow).toBeGreaterThanOrEqual(best.plan.totalS * (1 - 1e-12));
    }
  });

  it('starts at the UE and carries memory limits only where there are some', () => {
    const problem = buildProblem(openingScenario).problem!;
    expect(rowChain(problem).nodes[0]).toBe(problem.source);
    const unlimited = { ...problem, memoryBytes: problem.memoryBytes.map(() => Infinity) };
    expect(rowChain(unlimited).chain.memory).toBeUndefined();
    expect(rowChain(buildProblem(fiveNodes.scenario).problem!).nodes.length).toBeGreaterThan(2);
  });

  it('starts at the UE even where it computes nothing, and charges the way of the input from there', () => {
    const problem = buildProblem(fiveNodes.scenario).problem!;
    const { source, blockCount } = problem;
    const idle = {
      ...problem,
      computes: problem.computes.map((one, v) => (v === source ? 0 : one)),
      computeS: problem.computeS.map((time, k) => (Math.floor(k / blockCount) === source ? Infinity : time)),
    };
    const row = rowChain(idle);
    expect(row.nodes).toEqual(rowChain(problem).nodes);
    const split = solveChain(row.chain)!;
    expect(split.boundaries[0]).toBe(0);
    expect(split.totalS).toBeGreaterThan(row.chain.shipS[0]![0]!);
    expect(rowPlan(idle, row, split.boundaries, split.last).totalS).toBeCloseTo(split.totalS, 12);
  });
});
