import { describe, expect, it } from 'vitest';
import { learn } from './agents';
import { assumedValues, type Experiment } from './defineFigure';
import { figure19 } from './figure19';
import { inTime, paperScenario, paperSettings } from './networks';
import { tag } from './tagger';

const values = assumedValues(figure19.assumptions, {
  preset: 'calibrated',
  overrides: { population: 10, durationS: 4 },
});
const experiment: Experiment = {
  seed: 2,
  preset: 'calibrated',
  scale: 1,
  value: (id) => values[id]!,
  onPart: () => undefined,
};
const scenario = paperScenario(experiment, 'mmwave');
const setting = inTime(scenario, paperSettings(experiment, scenario, { load: 2 }));
const sizes = { modules: 40, embedding: 100, hidden: 200, tags: 20, wordBytes: 4 };

describe('the tagger of figure 19 (a)', () => {
  it('never takes more energy unrolled than with its module split once, whatever the limit', () => {
    for (const limitS of [0.004, 0.02, 1]) {
      const { unrolled, perModule } = tag(setting, sizes, limitS);
      if (perModule.latencyS > limitS) continue;
      expect(unrolled.latencyS).toBeLessThanOrEqual(limitS);
      expect(unrolled.energyJ).toBeLessThanOrEqual(perModule.energyJ * (1 + 1e-9));
    }
  });

  it('takes less energy the later it may be', () => {
    const joules = [0.0005, 0.005, 1].map((limitS) => tag(setting, sizes, limitS).unrolled);
    const kept = joules.filter(({ latencyS }, k) => latencyS <= [0.0005, 0.005, 1][k]!);
    expect(kept.length).toBeGreaterThan(1);
    for (const [k, { energyJ }] of kept.slice(1).entries())
      expect(energyJ).toBeLessThanOrEqual(kept[k]!.energyJ);
  });

  it('is no faster than the fastest that the study of recurrent models finds, and as fast where only the fastest keeps the limit', () => {
    const { unrolled, perModule, fastest } = tag(setting, sizes, 1e-9);
    expect(unrolled.latencyS).toBeCloseTo(fastest.unrolledS, 9);
    expect(perModule.latencyS).toBeGreaterThanOrEqual(fastest.perModuleS - 1e-12);
  });
});

describe('the agents of figure 19 (b)', () => {
  const agent = { hidden: 64, observed: 80, actions: 14, steps: 60 };
  const rounds = { agents: 5, passes: 1, limitS: 1, backwardFactor: 2, seed: 4 };

  it('never take more energy when they count parameters', () => {
    for (const passes of [1, 3, 20, 1000]) {
      const { awareJ, unawareJ } = learn(setting, agent, { ...rounds, passes });
      expect(awareJ).toBeLessThanOrEqual(unawareJ * (1 + 1e-12));
    }
  });

  it('gain less by it the rarer parameters travel', () => {
    const gains = [1, 10, 10_000].map((passes) => {
      const { awareJ, unawareJ } = learn(setting, agent, { ...rounds, passes });
      return unawareJ / awareJ;
    });
    expect(gains[0]).toBeGreaterThan(1.1);
    expect(gains[2]).toBeCloseTo(1, 1);
  });
});
