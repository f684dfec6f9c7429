import { describe, expect, it } from 'vitest';
import { createPredictor } from './createPredictor';
import { predictorDescriptions } from './describePredictors';
import { autoregressiveSeries, feed, settingsOf } from './testing/series';
import { predictorKinds, type PredictionSettings } from './types';

const changes: readonly Partial<PredictionSettings>[] = [
  { ewmaWeight: 0.6 },
  { window: 3 },
  { forgetting: 0.9 },
  { errorSd: 0.4 },
];
const series = autoregressiveSeries([0.8], 100, 10, 60, 1);

describe.each(predictorKinds)('what is said of %s', (kind) => {
  const { uses, does, name, source } = predictorDescriptions[kind];
  const forecast = (change: Partial<PredictionSettings>): number =>
    feed(createPredictor(settingsOf(kind, change), { seed: 2, truthAt: () => 90 }), series).forecast(2);

  it('names just the settings that change its forecasts', () => {
    for (const change of changes) {
      const setting = Object.keys(change)[0] as Exclude<keyof PredictionSettings, 'kind'>;
      expect([setting, forecast(change) !== forecast({})]).toEqual([setting, uses.includes(setting)]);
    }
  });

  it('names the horizon where the forecast is not the last value anyway', () => {
    expect(uses.includes('gapTasks')).toBe(forecast({}) !== series.at(-1));
  });

  it('is one sentence with a name and a source', () => {
    expect(does).toMatch(/^[A-Z][^!]*[^.!]\.$/);
    expect(does.replace(/\d\.\d/g, '').match(/\./g)).toHaveLength(1);
    expect(name).not.toBe('');
    expect(source).toMatch(/\.$/);
  });
});
