import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluatePrediction, type EvaluationOptions } from './evaluate';
import { settingsOf } from './testing/series';
import type { PredictorKind } from './types';

const oneAhead: EvaluationOptions = { steps: 1, target: 'value', learnt: 0, seed: 1 };

describe('the errors of a predictor over a series', () => {
  it('are those of the forecasts with what came, as by hand', () => {
    const errors = evaluatePrediction(settingsOf('last'), [100, 105, 50, 50], oneAhead);
    // 100 for 105, 105 for 50, 50 for 50
    expect(errors.forecasts).toBe(3);
    expect(errors.maeOverMean).toBeCloseTo(60 / 205, 12);
    expect(errors.rmseOverMean).toBeCloseTo(Math.sqrt((25 + 55 * 55) / 3) / (205 / 3), 12);
    expect(errors.within10Percent).toBeCloseTo(2 / 3, 12);
  });

  it('are of the value so many steps ahead, or of the mean up to it', () => {
    const series = [10, 20, 60, 40, 0];
    const value = evaluatePrediction(settingsOf('last'), series, { ...oneAhead, steps: 2 });
    expect(value.forecasts).toBe(3);
    expect(value.maeOverMean).toBeCloseTo((50 + 20 + 60) / 100, 12);
    const mean = evaluatePrediction(settingsOf('last'), series, { ...oneAhead, steps: 2, target: 'mean' });
    // 10 for 40, 20 for 50, 60 for 20
    expect(mean.maeOverMean).toBeCloseTo((30 + 30 + 40) / 110, 12);
  });

  it('leave the part out that is only learnt from, but learn from it', () => {
    const series = [0, 0, 0, 8, 4, 8];
    const errors = evaluatePrediction(settingsOf('ewma', { ewmaWeight: 0.5 }), series, {
      ...oneAhead,
      learnt: 0.5,
    });
    // 0 for 8, 4 for 4, 4 for 8
    expect(errors.forecasts).toBe(3);
    expect(errors.maeOverMean).toBeCloseTo(12 / 20, 12);
  });

  it('are none for who knows the future', () => {
    const series = [10, 20, 60, 40, 0, 3];
    for (const target of ['value', 'mean'] as const) {
      const errors = evaluatePrediction(settingsOf('perfect'), series, { ...oneAhead, steps: 2, target });
      expect(errors).toEqual({ forecasts: 4, maeOverMean: 0, rmseOverMean: 0, within10Percent: 1 });
    }
    const erring = evaluatePrediction(settingsOf('perfect-with-error'), series, oneAhead);
    expect(erring.maeOverMean).toBeGreaterThan(0.01);
  });

  it('are not stated where there is nothing to state', () => {
    const none = { forecasts: 0, maeOverMean: null, rmseOverMean: null, within10Percent: null };
    expect(evaluatePrediction(settingsOf('last'), [], oneAhead)).toEqual(none);
    expect(evaluatePrediction(settingsOf('last'), [7], oneAhead)).toEqual(none);
    const down = evaluatePrediction(settingsOf('last'), [0, 0, 0], oneAhead);
    expect(down).toEqual({ forecasts: 2, maeOverMean: null, rmseOverMean: null, within10Percent: 1 });
  });
});

const folder = new URL('../../../../shared/data/traces/', import.meta.url);

describe.skipIf(!fs.existsSync(folder))('traces of ../shared/data/traces (skipped without them)', () => {
  const read = (trace: string): number[] =>
    fs
      .readFileSync(new URL(`${trace}.csv`, folder), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[1]));
  const evaluate = (kind: PredictorKind, trace: string, steps = 1) =>
    evaluatePrediction(settingsOf(kind), read(trace), { ...oneAhead, steps, learnt: 1 / 3 });

  /** MAE over mean of the last two thirds: of the last value, the harmonic mean of 5, and how often the first is within 10 %. */
  it.each([
    ['lumos5g_driving_run1', 0.2, 0.33, 0.37],
    ['lumos5g_driving_run14', 0.24, 0.36, 0.27],
    ['lumos5g_driving_run101', 0.37, 0.7, 0.21],
    ['5gophers_driving_verizon', 0.2, 0.4, 0.23],
    ['5gophers_driving_tmobile', 0.22, 0.36, null],
    ['nyu_lte_bus_b62', 0.15, 0.14, 0.41],
  ] as const)('%s has the errors published with it, one second ahead', (trace, last, harmonic, within) => {
    const persistence = evaluate('last', trace);
    expect(Math.abs(persistence.maeOverMean! - last)).toBeLessThan(0.006);
    expect(Math.abs(evaluate('harmonic', trace).maeOverMean! - harmonic)).toBeLessThan(0.015);
    if (within !== null) expect(Math.abs(persistence.within10Percent! - within)).toBeLessThan(0.015);
  });

  it('have the errors stated for 100 ms steps and 5 s ahead', () => {
    expect(evaluate('last', 'mssn_att_mmwave_lte_100ms').maeOverMean).toBeCloseTo(0.2, 1);
    expect(evaluate('last', 'lumos5g_driving_run1', 5).maeOverMean).toBeCloseTo(0.47, 2);
    expect(evaluate('ewma', 'nyu_lte_bus_b62', 5).maeOverMean).toBeCloseTo(0.16, 2);
  });

  it('let least squares and an autoregression win on LTE, and the last value on 5G at speed', () => {
    for (const kind of ['rls', 'ar'] as const) {
      expect(evaluate(kind, 'nyu_lte_bus_b62').maeOverMean).toBeLessThan(0.137);
      expect(evaluate(kind, 'lumos5g_driving_run1').maeOverMean).toBeGreaterThan(0.21);
      expect(evaluate(kind, 'lumos5g_driving_run1').maeOverMean).toBeLessThan(0.26);
    }
  });
});
