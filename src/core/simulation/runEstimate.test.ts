import { describe, expect, it } from 'vitest';
import { presets } from '../scenario/presets/presets';
import { changeSimulation } from '../scenario/simulationEdits';
import { solveScenario } from '../solvers/solveScenario';
import { estimateRunS } from './runEstimate';

function estimated(scenario: (typeof presets)[number]['scenario']): number {
  const { best, ownStart } = solveScenario(scenario);
  return estimateRunS(scenario, { latencyS: best?.totalS ?? null, blocks: ownStart.boundaries.at(-1)! });
}

describe('the estimate of a run', () => {
  it.each(presets.map(({ id, scenario }) => [id, scenario] as const))(
    'is short for every preset: %s',
    (_id, scenario) => {
      expect(estimated(scenario)).toBeGreaterThan(0);
      expect(estimated(scenario)).toBeLessThan(2);
    },
  );

  it('grows with the duration, with finer time, with the rate of tasks, and with the size of what is split', () => {
    const { scenario } = presets.find(({ id }) => id === 'hivemind-mmwave')!;
    const drawn = { latencyS: 0.04, blocks: 20 };
    const usual = estimateRunS(scenario, drawn);
    expect(estimateRunS(changeSimulation(scenario, { durationS: 3600 }), drawn)).toBeGreaterThan(10 * usual);
    expect(estimateRunS(changeSimulation(scenario, { coherenceMs: 10 }), drawn)).toBeGreaterThan(usual);
    const rare = changeSimulation(scenario, { arrival: 'periodic', periodMs: 1000 });
    expect(estimateRunS(rare, drawn)).toBeLessThan(usual);
    expect(estimateRunS(scenario, { ...drawn, blocks: 200 })).toBeGreaterThan(5 * usual);
    expect(estimateRunS(scenario, { ...drawn, latencyS: null })).toBeGreaterThan(0);
  });

  it('never counts more tasks than a run keeps', () => {
    const hour = changeSimulation(presets[0]!.scenario, { durationS: 3600 });
    const most = estimateRunS(hour, { latencyS: 1e-9, blocks: 1 });
    expect(most).toBe(estimateRunS(hour, { latencyS: 1e-6, blocks: 1 }));
    expect(Number.isFinite(most)).toBe(true);
  });
});
