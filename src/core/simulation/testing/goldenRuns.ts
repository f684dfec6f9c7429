/** Runs whose hashes are known: what Node finds here, every browser must find too. */
import type { Scenario } from '../../scenario/types';
import { settingsWith, presetOf } from './randomWorld';
import { simulateScenario } from '../simulate';
import type { SimulationRun } from '../types';

interface GoldenRun {
  readonly name: string;
  readonly scenario: Scenario;
  readonly run: () => SimulationRun;
  readonly hash: string;
}

const usual = settingsWith({});

export const goldenRuns: readonly GoldenRun[] = [
  golden(
    'the opening preset, with forecasts by autoregression and a shadowed street',
    {
      ...presetOf('opening'),
      seed: 5,
      simulation: settingsWith({
        durationS: 20,
        // Forecasts look ahead by the gap between tasks, which is longer than capacities stay the same.
        arrival: 'periodic',
        periodMs: 120,
        decision: 'one-task-ahead',
        radio: { ...usual.radio, shadowing: { sdDb: 6, decorrelationM: 20 } },
        prediction: { ...usual.prediction, kind: 'ar' },
        mobility: {
          ...usual.mobility,
          way: [
            { xM: 0, yM: 0 },
            { xM: 560, yM: 40 },
          ],
        },
      }),
    },
    'e29830476115731e0d74b38436659a0703239fbe8f9eb4cd3be3aa3f48e61e47',
  ),
  golden(
    'the calibrated tree, on a drive over six cells with perfect forecasts that err',
    {
      ...presetOf('hivemind-calibrated'),
      seed: 11,
      delivery: 'return',
      simulation: settingsWith({
        durationS: 30,
        coherenceMs: 10,
        prediction: { ...usual.prediction, kind: 'perfect-with-error' },
        mobility: {
          ...usual.mobility,
          speedKmh: 120,
          way: [
            { xM: 180, yM: 150 },
            { xM: 480, yM: 300 },
            { xM: 840, yM: 500 },
            { xM: 560, yM: 700 },
          ],
        },
      }),
    },
    'ae4f8fc461d3f91c7d4055091ed0343c581aa5586e0510641412300529d620c1',
  ),
];

function golden(name: string, scenario: Scenario, hash: string): GoldenRun {
  const run = (): SimulationRun => {
    const done = simulateScenario(scenario);
    if (!done.ok) throw new Error(done.error.kind);
    return done.value;
  };
  return { name, scenario, run, hash };
}
