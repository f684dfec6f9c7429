import { describe, expect, it } from 'vitest';
import { openingScenario, presets } from '../scenario/presets/presets';
import type { Scenario } from '../scenario/types';
import { trainingStudy } from './trainingStudy';
import type { TrainingAnswer, TrainingOptions } from './trainingTypes';

const options: TrainingOptions = {
  backwardFactor: 2,
  iterations: 100,
  previous: null,
  charge: 'per-block',
  setUpS: 0,
  periods: { count: 5, minFactor: 0.02, maxFactor: 1, seed: 1 },
};

const context = { shouldStop: () => false };

function answer(scenario: Scenario, changes: Partial<TrainingOptions> = {}) {
  const result: TrainingAnswer = trainingStudy(scenario, { ...options, ...changes }, context);
  if (result.kind !== 'training') throw new Error(result.trouble.kind);
  return result;
}

describe('trainingStudy', () => {
  it.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
    'gives plans that add up and obey the order of what they know: %s',
    (_, scenario) => {
      for (const iterations of [1, 10, 1000]) {
        const { best, unaware, stay, printed } = answer(scenario, { iterations });
        for (const plan of [best, unaware, printed, stay!]) {
          expect(plan.iterationS).toBeCloseTo(
            plan.forwardS + plan.backwardS + plan.activationS + plan.gradientS,
            12,
          );
          expect(plan.totalS).toBeCloseTo(iterations * plan.iterationS + plan.moveS, 9);
          expect(plan.totalS).toBeGreaterThanOrEqual(best.totalS * (1 - 1e-12));
          expect(plan.backwardS).toBeCloseTo(2 * plan.forwardS, 12);
        }
        expect(stay!.moveS).toBe(0);
        expect(unaware.promisedS).toBeLessThanOrEqual(best.totalS * (1 + 1e-12));
      }
    },
  );

  it('starts the horizon with the plan for one iteration and ends it with the one that ignores the move', () => {
    const { horizon, unaware, best } = answer(openingScenario);
    expect(horizon.map(({ fromIterations }) => fromIterations)[0]).toBe(1);
    expect(horizon[0]!.moveS).toBe(0);
    expect(horizon.at(-1)!.iterationS).toBeCloseTo(unaware.iterationS, 12);
    const step = horizon.findLast(({ fromIterations }) => fromIterations <= 100)!;
    expect(step.boundaries).toEqual(best.boundaries);
  });

  it('moves nothing when the blocks already are where they are wanted', () => {
    const { unaware } = answer(openingScenario);
    const next = answer(openingScenario, { previous: unaware.boundaries });
    expect(next.best.boundaries).toEqual(unaware.boundaries);
    expect(next.best.moveS).toBe(0);
    expect(next.previousFits).toBe(true);
  });

  it('takes a previous place that does not fit the row for the UE, and says so', () => {
    const { blockCount, nodes } = answer(openingScenario);
    for (const previous of [[1], [5, 3, blockCount], [0, 1, 2]]) {
      const { previousFits, previous: used } = answer(openingScenario, { previous });
      expect(previousFits).toBe(false);
      expect(used).toEqual(nodes.map(() => blockCount));
    }
  });

  it.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
    'over several periods, never does worse by deciding them all at once: %s',
    (_, scenario) => {
      const { periods } = answer(scenario);
      const { whole, stepwise, stay, factors } = periods!;
      expect(whole.proven).toBe(true);
      expect(whole.totalS).toBeLessThanOrEqual(stepwise.totalS * (1 + 1e-9));
      expect(whole.totalS).toBeLessThanOrEqual(stay!.totalS * (1 + 1e-9));
      expect(factors).toHaveLength(5);
    },
  );

  it('leaves several periods out where their best splits exceed a memory limit', () => {
    const memoryMB = (kind: string) => (kind === 'ue' ? 100 : 8);
    const tight: Scenario = {
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) => ({ ...node, memoryMB: memoryMB(node.kind) })),
    };
    expect(answer(tight).periods).toBeNull();
    expect(answer(tight).best.totalS).toBeGreaterThan(answer(openingScenario).best.totalS);
  });

  it('sends gradients back even where a plan may only move on', () => {
    const forward = answer({ ...openingScenario, routing: 'forward' });
    expect(forward.best.gradientS).toBeGreaterThan(0);
  });

  it('says why there is nothing to split', () => {
    const bare: Scenario = {
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) =>
        node.id === openingScenario.sourceId ? { ...node, device: null } : node,
      ),
    };
    expect(trainingStudy(bare, options, context)).toEqual({
      kind: 'trouble',
      trouble: { kind: 'source-has-no-device' },
    });
    const alone: Scenario = {
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) =>
        node.id === openingScenario.sourceId ? node : { ...node, device: null },
      ),
    };
    expect(trainingStudy(alone, options, context)).toEqual({
      kind: 'trouble',
      trouble: { kind: 'one-node' },
    });
    const tiny: Scenario = {
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) => ({ ...node, memoryMB: 0.001 })),
    };
    expect(trainingStudy(tiny, options, context)).toMatchObject({
      trouble: { kind: 'no-split', because: { kind: 'block-does-not-fit' } },
    });
    const small: Scenario = {
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) => ({ ...node, memoryMB: node.kind === 'cloud' ? 5.2 : 4 })),
    };
    expect(trainingStudy(small, options, context)).toMatchObject({
      trouble: { kind: 'no-split', because: { kind: 'does-not-fit', node: null } },
    });
  });
});
