import { describe, expect, it } from 'vitest';
import { figures } from './figures';
import { laneOf, runSetting } from './methods';
import { inTime, paperScenario, paperSettings, type PaperNetwork } from './networks';
import { assumedValues, type Experiment } from './defineFigure';
import { allInCloud, allOnUe, leastEnergy, leastLatency } from './objectives';
import { runRowTasks } from './rowTasks';

function experimentOf(preset: 'calibrated' | 'honest', seed: number): Experiment {
  const overrides = { population: 10, durationS: 4 };
  const { assumptions } = figures.find(({ id }) => id === 11)!;
  const values = assumedValues(assumptions, { preset, overrides });
  return { seed, preset, scale: 1, value: (id) => values[id]!, onPart: () => undefined };
}

const cases = (['mmwave', 'sub6'] as const).flatMap((network) =>
  (['calibrated', 'honest'] as const).map((preset) => [network, preset] as const),
);

function settingOf(network: PaperNetwork, preset: 'calibrated' | 'honest') {
  const experiment = experimentOf(preset, 5);
  const scenario = paperScenario(experiment, network);
  return inTime(scenario, paperSettings(experiment, scenario, { load: 2 }));
}

describe.each(cases)('in the %s network, %s', (network, preset) => {
  const setting = settingOf(network, preset);

  it('no baseline is faster on any task when nothing is unknown', () => {
    const { settings } = setting;
    const prediction = { ...settings.prediction, kind: 'perfect' as const };
    const run = runSetting({ ...setting, settings: { ...settings, sciMs: 0, prediction } });
    const hivemind = laneOf(run, 'best-predicted').latencyS;
    expect(hivemind.length).toBeGreaterThan(10);
    for (const { latencyS } of run.tasks.lanes) {
      for (const [n, seconds] of latencyS.entries()) expect(hivemind[n]!).toBeLessThanOrEqual(seconds);
    }
  });

  it('nobody regrets less than nothing, however late the news', () => {
    const run = runSetting(setting);
    for (const { latencyS } of run.tasks.lanes) {
      for (const [n, seconds] of latencyS.entries()) {
        expect(seconds).toBeGreaterThanOrEqual(run.tasks.hindsightS[n]!);
      }
    }
  });

  it('tasks of a row are paid in full: on the UE always the same, and forward less than with training', () => {
    const everyS = 0.5;
    const methods = [
      { name: 'UE', choose: allOnUe },
      { name: 'cloud', choose: allInCloud },
      { name: 'fast', choose: leastLatency },
      { name: 'lean', choose: leastEnergy },
    ];
    const forward = runRowTasks(setting, methods, { task: 'inference', everyS, backwardFactor: 2 });
    const training = runRowTasks(setting, methods, { task: 'training', everyS, backwardFactor: 2 });
    const [ue] = forward;
    expect(ue!.onUe).toBe(ue!.latencyS.length);
    for (const [n, seconds] of ue!.latencyS.entries()) {
      expect(seconds).toBeCloseTo(ue!.latencyS[0]!, 12);
      expect(training[0]!.latencyS[n]).toBeCloseTo(3 * seconds, 9);
      expect(training[0]!.energyJ[n]).toBeCloseTo(3 * ue!.energyJ[n]!, 9);
      expect(training[1]!.latencyS[n]).toBeGreaterThan(forward[1]!.latencyS[n]!);
    }
  });
});
