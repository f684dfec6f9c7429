import { describe, expect, it } from 'vitest';
import { openingScenario, presets } from '../scenario/presets/presets';
import type { Scenario } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import { collaborativeStudy } from './collaborativeStudy';
import type { CollaborativeOptions } from './collaborativeTypes';
import { extensionRow } from './extensionRow';

const options: CollaborativeOptions = {
  agents: 6,
  controller: null,
  charge: 'last-node',
  pass: 'training',
  passes: 1,
  minFactor: 0.2,
  maxFactor: 1,
  seed: 5,
};

function answer(scenario: Scenario, changes: Partial<CollaborativeOptions> = {}) {
  const result = collaborativeStudy(scenario, { ...options, ...changes });
  if (result.kind !== 'collaborative') throw new Error(result.trouble.kind);
  return result;
}

describe('collaborativeStudy', () => {
  it.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
    'never does worse by knowing of the transfer, agent by agent: %s',
    (_, scenario) => {
      for (const charge of ['last-node', 'per-block'] as const) {
        for (const pass of ['forward', 'training'] as const) {
          const { aware, unaware, printed } = answer(scenario, { charge, pass, passes: 3 });
          for (const [k, plan] of aware.entries()) {
            expect(plan.totalS).toBeCloseTo(3 * plan.passS + plan.parametersS, 9);
            expect(plan.totalS).toBeLessThanOrEqual(unaware[k]!.totalS * (1 + 1e-12));
            expect(plan.totalS).toBeLessThanOrEqual((printed?.[k]!.totalS ?? Infinity) * (1 + 1e-12));
          }
          expect(printed === null).toBe(charge === 'per-block');
        }
      }
    },
  );

  it('lists agents by their first link, drawn from the seed', () => {
    const factors = answer(openingScenario).aware.map(({ factor }) => factor);
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
    expect(Math.min(...factors)).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...factors)).toBeLessThan(1);
    expect(answer(openingScenario).aware).toEqual(answer(openingScenario).aware);
    expect(answer(openingScenario, { seed: 6 }).aware.map(({ factor }) => factor)).not.toEqual(factors);
  });

  it('is the plain best split of the row for an agent with the scenario’s own link that ignores the transfer', () => {
    const { unaware } = answer(openingScenario, { pass: 'forward', minFactor: 1, maxFactor: 1 });
    const found = extensionRow(openingScenario);
    if (found.kind !== 'row') throw new Error(found.trouble.kind);
    for (const plan of unaware) expect(plan.passS).toBeCloseTo(solveChain(found.row.chain)!.totalS, 12);
  });

  it('gathers at the sink unless told otherwise, and at the sink when told of a node that is gone', () => {
    const [ue] = openingScenario.nodes;
    expect(answer(openingScenario).controller).toBe(openingScenario.sinkId);
    const atUe = answer(openingScenario, { controller: ue!.id, charge: 'per-block' });
    expect(atUe.controller).toBe(ue!.id);
    for (const plan of atUe.aware) if (plan.boundaries[0] === 55) expect(plan.parametersS).toBe(0);
    const gone = 'gone' as typeof openingScenario.sinkId;
    expect(answer(openingScenario, { controller: gone }).controller).toBe(openingScenario.sinkId);
  });

  it('weighs the transfer less the more passes it serves', () => {
    const many = answer(openingScenario, { passes: 1e6, charge: 'per-block' });
    for (const [k, plan] of many.aware.entries()) {
      expect(plan.passS).toBeCloseTo(many.unaware[k]!.passS, 9);
    }
  });
});
