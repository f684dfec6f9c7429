import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { changeSimulation, type SimulationPatch } from '../scenario/simulationEdits';
import { runToCsv } from './exportRun';
import { createForecastCount, meanGapS } from './forecastUse';
import { simulateScenario } from './simulate';
import { presetOf } from './testing/randomWorld';
import type { LaneId, LaneLog, SimulationRun } from './types';

const scenarioWith = (patch: SimulationPatch) =>
  changeSimulation(presetOf('opening'), { durationS: 8, mobility: { speedKmh: 60 }, ...patch });

function runWith(patch: SimulationPatch): SimulationRun {
  const run = simulateScenario(scenarioWith(patch));
  if (!run.ok) throw new Error(run.error.kind);
  return run.value;
}

const laneOf = ({ tasks }: SimulationRun, id: LaneId): LaneLog =>
  tasks.lanes.find(({ lane }) => lane === id)!;
const often = { arrival: 'periodic', periodMs: 100, decision: 'one-task-ahead' } as const;

describe('what forecasts did in a run', () => {
  it('is nothing where nobody forecasts', () => {
    expect(runWith({ prediction: { kind: 'last' } }).forecasts).toBeNull();
  });

  it('is nothing for tasks that come faster than capacities change: any predictor, the same results', () => {
    const runs = (['ewma', 'ar', 'perfect-with-error'] as const).map((kind) =>
      runWith({ decision: 'one-task-ahead', prediction: { kind, errorSd: 0.5 } }),
    );
    for (const run of runs) {
      expect(meanGapS(run.tasks)!).toBeLessThan(0.05);
      expect(run.forecasts).toEqual({ byHindsight: false, made: 0, changed: 0, meanGainS: null });
      const { lane, ...best } = laneOf(run, 'best');
      expect(lane).toBe('best');
      expect(laneOf(run, 'best-predicted')).toMatchObject(best);
    }
    // The hash is of results: these settings change none.
    expect(new Set(runs.map(({ hash }) => hash)).size).toBe(1);
  });

  it('counts tasks that another plan was chosen for, and what came of it', () => {
    const run = runWith({ ...often, prediction: { kind: 'perfect-with-error', errorSd: 0.5 } });
    const [best, predicted] = [laneOf(run, 'best'), laneOf(run, 'best-predicted')];
    const other = Array.from(best.plan.keys()).filter((n) => best.plan[n] !== predicted.plan[n]);
    expect(other.length).toBeGreaterThan(0);
    // The first two are decided on before there is a gap to look ahead by.
    expect(run.forecasts).toMatchObject({ byHindsight: false, made: 78, changed: other.length });
    const gains = other.map((n) => best.latencyS[n]! - predicted.latencyS[n]!).filter(Number.isFinite);
    const sum = gains.reduce((total, gain) => total + gain, 0);
    expect(run.forecasts!.meanGainS).toBeCloseTo(sum / gains.length, 9);
  });

  it('counts no task as decided on a forecast while a decision without one stands', () => {
    const { forecasts, tasks } = runWith({
      ...often,
      redecideMs: 60_000,
      mobility: { speedKmh: 0 },
      prediction: { kind: 'ewma' },
    });
    expect(tasks.startS).toHaveLength(80);
    expect(forecasts!.made).toBe(0);
  });

  it('tells hindsight from forecasts: whoever knows everything never takes more', () => {
    const { forecasts, tasks } = runWith({ sciMs: 0, prediction: { kind: 'perfect' } });
    expect(forecasts).toMatchObject({ byHindsight: true, made: tasks.startS.length });
    expect(forecasts!.changed).toBeGreaterThan(0);
    expect(forecasts!.meanGainS).toBeGreaterThanOrEqual(0);
  });

  it('leaves out of the mean what has no end', () => {
    const count = createForecastCount(false);
    count.task(true, { plan: 0, latencyS: 2 }, { plan: 1, latencyS: 1 });
    count.task(true, { plan: 0, latencyS: 2 }, { plan: 1, latencyS: 3.5 });
    count.task(true, { plan: 0, latencyS: Infinity }, { plan: 1, latencyS: 1 });
    count.task(true, { plan: 0, latencyS: 1 }, { plan: 0, latencyS: 1 });
    count.task(false, { plan: 0, latencyS: 9 }, { plan: 1, latencyS: 1 });
    expect(count.finish()).toEqual({ byHindsight: false, made: 4, changed: 3, meanGainS: -0.25 });
  });
});

it('with forecasts on, the table expects something else of them than of the last values', () => {
  const differing = (patch: SimulationPatch): number => {
    const table = runToCsv(runWith(patch), scenarioWith(patch)).split('\r\n').slice(1).join('\n');
    return csvParse(table).filter((row) => row['best_expected_ms'] !== row['best_predicted_expected_ms'])
      .length;
  };
  const prediction = { kind: 'perfect-with-error', errorSd: 0.5 } as const;
  expect(differing({ ...often, prediction })).toBeGreaterThan(40);
  expect(differing({ prediction })).toBe(0);
  expect(differing({ coherenceMs: 10, prediction })).toBeGreaterThan(40);
});

it('a gap needs two tasks', () => {
  expect(meanGapS({ startS: Float64Array.of(3) })).toBeNull();
  expect(meanGapS({ startS: Float64Array.of(1, 1.5, 3) })).toBe(1);
});
