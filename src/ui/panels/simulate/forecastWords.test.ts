import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { changeSimulation } from '../../../core/scenario/simulationEdits';
import { settingsWith } from '../../../core/simulation/testing/randomWorld';
import { smallRun } from '../../../core/simulation/testing/smallRun';
import { defaultSimulation } from '../../../core/simulation/settings';
import type { ForecastUse, SimulationRun } from '../../../core/simulation/types';
import { forecastText, horizonText } from './forecastWords';

/** Tasks that come every `gapS`. */
function runOf(gapS: number, count: number, forecasts: Partial<ForecastUse> | null): SimulationRun {
  const startS = Float64Array.from({ length: count }, (_, n) => n * gapS);
  const none = { byHindsight: false, made: 0, changed: 0, meanGainS: null };
  return {
    ...smallRun,
    tasks: { ...smallRun.tasks, startS },
    forecasts: forecasts === null ? null : { ...none, ...forecasts },
  };
}

const aheadScenario = changeSimulation(openingScenario, { decision: 'one-task-ahead' });

describe('what forecasts did', () => {
  test('is not spoken of where nobody forecasts or nothing ran', () => {
    expect(forecastText(runOf(0.2, 5, null), openingScenario)).toBeNull();
    expect(forecastText(runOf(0.2, 0, {}), openingScenario)).toBeNull();
  });

  test('none: with the gap and the coherence time that it is below', () => {
    expect(forecastText(runOf(0.016, 7532, {}), aheadScenario)).toBe(
      'Forecasts were made for 0 of 7,532 tasks: tasks come every 16 ms on average, below the coherence time of 50 ms, so the last values stood every time.',
    );
  });

  test('none, because news is younger than a coherence time where tasks are decided on as they start', () => {
    expect(forecastText(runOf(0.2, 80, {}), openingScenario)).toBe(
      'Forecasts were made for 0 of 80 tasks: what is known when a task starts is 27 ms old at most, less than the coherence time of 50 ms, so the last values stood every time.',
    );
  });

  test('none, because the first decision stands', () => {
    const stands = changeSimulation(aheadScenario, { redecideMs: 60_000 });
    expect(forecastText(runOf(0.2, 80, {}), stands)).toBe(
      'Forecasts were made for 0 of 80 tasks: a decision stands for 60 s, so the last values stood every time.',
    );
  });

  test('some: how many were changed, and what it brought', () => {
    const some = (patch: Partial<ForecastUse>) =>
      forecastText(runOf(0.2, 80, { made: 79, ...patch }), openingScenario);
    expect(some({ changed: 21, meanGainS: -0.0058 })).toBe(
      'Forecasts were made for 79 of 80 tasks: they chose another split or route than the last values for 21 of 79 tasks, on average 5.8 ms slower than without.',
    );
    expect(some({ changed: 21, meanGainS: 0.0004 })).toContain('on average 0.4 ms faster than without.');
    expect(some({ changed: 21, meanGainS: 1e-9 })).toContain('on average as fast as without.');
    expect(some({ changed: 1 })).toContain('for 1 of 79 tasks, none of which ended both ways.');
    expect(some({})).toBe(
      'Forecasts were made for 79 of 80 tasks: they chose the same split and route as the last values for every task.',
    );
  });

  test('of some tasks: why not of the others', () => {
    expect(
      forecastText(runOf(0.045, 80, { made: 20, changed: 2, meanGainS: 0.001 }), openingScenario),
    ).toContain(' The other 60 came faster than the coherence time of 50 ms, or just after a handover.');
  });

  test('with hindsight: no forecasts at all', () => {
    expect(
      forecastText(
        runOf(0.016, 221, { byHindsight: true, made: 221, changed: 4, meanGainS: 0.000315 }),
        openingScenario,
      ),
    ).toBe(
      'Prediction is perfect and news is not late, so the best split on forecasts is that of hindsight: another split or route than the last values for 4 of 221 tasks, on average 0.315 ms faster than without.',
    );
  });
});

describe('beside the horizon', () => {
  const on = { ...defaultSimulation.prediction, kind: 'ewma' } as const;
  const last = (gapS: number) => ({ run: runOf(gapS, 500, {}), scenario: aheadScenario });

  test('the gap of the last run, and the coherence time that turns forecasts on', () => {
    expect(horizonText(last(0.0164), settingsWith({ decision: 'one-task-ahead', prediction: on }))).toBe(
      'In the last run tasks came every 16.4 ms on average, below the coherence time of 50 ms: while they do, forecasts are off. A coherence time of 16 ms or less turns them on (under Time and tasks).',
    );
  });

  test('gaps of which some are long enough: for how many tasks', () => {
    const settings = settingsWith({
      decision: 'one-task-ahead',
      prediction: { ...on, gapTasks: 1 },
    });
    const startS = Float64Array.from({ length: 100 }, (_, n) => n * 0.02 + (n < 40 ? 0 : (n - 39) * 0.05));
    const run = { ...smallRun, tasks: { ...smallRun.tasks, startS } };
    expect(horizonText({ run, scenario: aheadScenario }, settings)).toMatch(
      /on average, not below .*: forecasts are made for about 59 of 100 tasks/,
    );
  });

  test('a coherence time that nobody can set is no advice', () => {
    expect(
      horizonText(last(0.004), settingsWith({ decision: 'one-task-ahead', prediction: on })),
    ).not.toContain('A coherence');
  });

  test('at a rate the gap is known before any run', () => {
    const often = settingsWith({
      decision: 'one-task-ahead',
      prediction: on,
      arrival: 'periodic',
      periodMs: 20,
    });
    expect(horizonText(null, often)).toMatch(
      /^Tasks start every 20 ms, below .* A coherence time of 20 ms or less turns/,
    );
    expect(horizonText(null, { ...often, periodMs: 50 })).toBe(
      'Tasks start every 50 ms, not below the coherence time of 50 ms: forecasts are made.',
    );
  });

  test('a run at a rate tells nothing of tasks back to back', () => {
    const scenario = changeSimulation(aheadScenario, { arrival: 'periodic' });
    expect(
      horizonText({ ...last(0.2), scenario }, settingsWith({ decision: 'one-task-ahead', prediction: on })),
    ).toBeNull();
  });

  test('nothing before the first run, and hindsight needs no gap', () => {
    expect(horizonText(null, settingsWith({ decision: 'one-task-ahead', prediction: on }))).toBeNull();
    const perfect = settingsWith({ prediction: { ...on, kind: 'perfect' }, sciMs: 0 });
    expect(horizonText(null, perfect)).toContain('it decides with hindsight');
  });

  test('decided on as tasks start, the age of news counts, whatever the gaps', () => {
    const now = settingsWith({ prediction: on });
    expect(horizonText(last(9), now)).toBe(
      'Decisions are made as tasks start, on news that is 27 ms old at most, below the coherence time of 50 ms: forecasts are off. A coherence time of 27 ms or less turns them on (under Time and tasks).',
    );
    expect(horizonText(null, { ...now, sciMs: 50 })).toContain(
      'not below the coherence time of 50 ms: forecasts are made',
    );
  });
});
