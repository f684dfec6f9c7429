import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { changeSimulation, type SimulationPatch } from '../../../core/scenario/simulationEdits';
import { simulationOf } from '../../../core/simulation/settings';
import { simulateScenario } from '../../../core/simulation/simulate';
import type { Scenario } from '../../../core/scenario/types';
import { forecastRemedy } from './forecastRemedy';

/** Tasks back to back take less than 50 ms here. */
const fast = changeSimulation(openingScenario, { durationS: 5, prediction: { kind: 'ewma' } });

function runOf(scenario: Scenario) {
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  return run.value;
}

const told = (scenario: Scenario) => ({ run: runOf(scenario), scenario });

/** What is offered after a run, and how many forecasts a run has with it. */
function offered(patch: SimulationPatch) {
  const scenario = changeSimulation(fast, patch);
  const last = told(scenario);
  const remedy = forecastRemedy(last, simulationOf(scenario));
  if (remedy === null) return { remedy, made: last.run.forecasts!.made, tasks: 0, before: 0 };
  const { forecasts, tasks } = runOf(changeSimulation(scenario, remedy.patch));
  return { remedy, made: forecasts!.made, tasks: tasks.startS.length, before: last.run.forecasts!.made };
}

describe('what turns forecasts on', () => {
  test.each([
    ['as tasks start, too fast', {}, /^Decide one task ahead and start a task every 50 ms$/],
    ['one task ahead, too fast', { decision: 'one-task-ahead' }, /^Start a task every 50 ms$/],
    [
      'at a rate that is too high',
      { arrival: 'periodic', periodMs: 20 },
      /^Decide .* and start a task every 50 ms$/,
    ],
    ['at a rate that is low enough', { arrival: 'periodic', periodMs: 80 }, /^Decide one task ahead$/],
    ['slow enough back to back', { coherenceMs: 10, sciMs: 5 }, /^Decide one task ahead$/],
    ['a decision that stands', { redecideMs: 60_000 }, /^Decide one task .* and decide for every task$/],
  ] as const)('%s: all that it takes, and it does', (_, patch, label) => {
    const { before, made, remedy, tasks } = offered(patch);
    expect(remedy?.label).toMatch(label);
    expect(before).toBeLessThan(3);
    expect(made).toBeGreaterThan(0.9 * tasks);
  });

  test('says what it changes', () => {
    expect(offered({}).remedy!.says).toMatch(
      /^What a decision rests on is then older by the gap between tasks\. Tasks then start every 50 ms, the coherence time, instead of every [\d.]+ ms on average, back to back: 100 of them in a run/,
    );
    expect(offered({ coherenceMs: 10, sciMs: 5 }).remedy!.says).toMatch(
      /By the gaps of the last run, forecasts are made for about \d+ of \d+ tasks\.$/,
    );
  });

  test('nothing where they are on, where nobody forecasts, and with hindsight', () => {
    expect(offered({ sciMs: 50 })).toMatchObject({ remedy: null });
    expect(offered({ sciMs: 50 }).made).toBeGreaterThan(0);
    expect(offered({ decision: 'one-task-ahead', coherenceMs: 10 }).remedy).toBeNull();
    expect(forecastRemedy(null, simulationOf(openingScenario))).toBeNull();
    const perfect = changeSimulation(fast, { sciMs: 0, prediction: { kind: 'perfect' } });
    expect(forecastRemedy(null, simulationOf(perfect))).toBeNull();
  });

  test('before any run: what works however fast tasks come', () => {
    expect(forecastRemedy(null, simulationOf(fast))!.label).toBe(
      'Decide one task ahead and start a task every 50 ms',
    );
    const ahead = changeSimulation(fast, { decision: 'one-task-ahead' });
    expect(forecastRemedy(null, simulationOf(ahead))).toBeNull();
  });
});
