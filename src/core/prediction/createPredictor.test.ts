import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPredictor } from './createPredictor';
import { autoregressiveSeries, feed, settingsOf, unseen } from './testing/series';
import { predictorKinds, type PredictionSettings, type PredictorKind } from './types';

const blind = predictorKinds.filter((kind) => kind !== 'perfect' && kind !== 'perfect-with-error');
const seeing = ['perfect', 'perfect-with-error'] as const;

const value = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 2000, noNaN: true }),
  fc.constantFrom(1e-300, 1e-9, 1e9, 1e300, Number.MAX_VALUE),
);
const junk = fc.oneof(value, fc.constantFrom(NaN, Infinity, -Infinity, -1, -0));
const settings: fc.Arbitrary<Partial<PredictionSettings>> = fc.record({
  ewmaWeight: fc.double({ min: 0, max: 1, noNaN: true }),
  window: fc.integer({ min: 1, max: 25 }),
  forgetting: fc.double({ min: 0.5, max: 1, noNaN: true }),
  errorSd: fc.double({ min: 0, max: 3, noNaN: true }),
});
const wild: fc.Arbitrary<Partial<PredictionSettings>> = fc.record({
  ewmaWeight: fc.constantFrom(NaN, -1, 0, 1, 7),
  window: fc.constantFrom(NaN, -3, 0, 1.5, 1e9, Infinity),
  forgetting: fc.constantFrom(NaN, -1, 0, 0.2, 1, 4),
  errorSd: fc.constantFrom(NaN, -1, 0, 50, Infinity),
});

function overSeries(kind: PredictorKind, changes: Partial<PredictionSettings>, series: readonly number[]) {
  let now = 0;
  const truthAt = (steps: number): number => series[Math.min(now + steps, series.length - 1)]!;
  const predictor = createPredictor(settingsOf(kind, changes), { seed: 3, truthAt });
  return {
    predictor,
    step: (t: number) => {
      now = t;
      predictor.observe(series[t]!);
    },
  };
}

describe.each(predictorKinds)('predictor %s', (kind) => {
  it('answers 0 before anything was observed', () => {
    const predictor = createPredictor(settingsOf(kind), { seed: 1, truthAt: () => 8 });
    expect([0, 1, 7].map((steps) => predictor.forecast(steps))).toEqual([0, 0, 0]);
  });

  it('is finite and never below 0, whatever is observed, set or asked', () => {
    fc.assert(
      fc.property(
        fc.array(junk, { minLength: 1, maxLength: 80 }),
        fc.oneof(settings, wild),
        (series, changes) => {
          const { predictor, step } = overSeries(kind, changes, series);
          for (let t = 0; t < series.length; t += 1) {
            step(t);
            for (const steps of [0, 1, 2.4, 9, 5000, -1, NaN, Infinity]) {
              const answer = predictor.forecast(steps);
              expect(Number.isFinite(answer) && answer >= 0).toBe(true);
            }
          }
        },
      ),
      { seed: 11, numRuns: 40 },
    );
  });

  it('says of a constant series that constant, any number of steps ahead', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1000, noNaN: true }),
        settings,
        fc.integer({ min: 1, max: 60 }),
        (constant, changes, count) => {
          const { predictor, step } = overSeries(
            kind,
            { ...changes, errorSd: 0 },
            Array<number>(count).fill(constant),
          );
          for (let t = 0; t < count; t += 1) step(t);
          for (const steps of [0, 1, 3, 50]) {
            expect(Math.abs(predictor.forecast(steps) - constant)).toBeLessThanOrEqual(1e-6 * constant);
          }
        },
      ),
      { seed: 12, numRuns: 60 },
    );
  });

  it('says of now what was observed last', () => {
    const series = autoregressiveSeries([0.8], 100, 20, 90, 5);
    const { predictor, step } = overSeries(kind, {}, series);
    series.forEach((observed, t) => {
      step(t);
      expect(predictor.forecast(0)).toBe(observed);
      expect(predictor.forecast(0.4)).toBe(observed);
    });
  });

  it('answers the same question the same way until the next observation, and rounds steps', () => {
    const series = autoregressiveSeries([0.8], 100, 20, 90, 6);
    const { predictor, step } = overSeries(kind, {}, series);
    const quiet = overSeries(kind, {}, series);
    for (let t = 0; t < 60; t += 1) {
      step(t);
      quiet.step(t);
      const answers = [1, 2, 5].map((steps) => predictor.forecast(steps));
      expect([1.2, 1.5, 4.9999].map((steps) => predictor.forecast(steps))).toEqual(answers);
    }
    expect([1, 2, 5].map((steps) => quiet.predictor.forecast(steps))).toEqual(
      [1, 2, 5].map((steps) => predictor.forecast(steps)),
    );
  });
});

describe.each(blind)('predictor %s, which does not look at the future', (kind) => {
  it('never answers beyond twice the largest value seen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(value, fc.constantFrom(1, 100)), { minLength: 1, maxLength: 100 }),
        settings,
        (series, changes) => {
          const predictor = createPredictor(settingsOf(kind, changes), unseen);
          let largest = 0;
          for (const observed of series) {
            predictor.observe(observed);
            largest = Math.max(largest, Math.min(observed, 1e15));
            for (const steps of [1, 2, 20]) {
              expect(predictor.forecast(steps)).toBeLessThanOrEqual(2 * largest);
            }
          }
        },
      ),
      { seed: 13, numRuns: 60 },
    );
  });

  it('scales with its values', () => {
    const series = autoregressiveSeries([0.7, 0.2], 100, 10, 150, 8);
    const small = feed(createPredictor(settingsOf(kind), unseen), series);
    const large = feed(
      createPredictor(settingsOf(kind), unseen),
      series.map((observed) => observed * 64),
    );
    for (const steps of [1, 4]) expect(large.forecast(steps)).toBeCloseTo(small.forecast(steps) * 64, 6);
  });
});

describe('the perfect predictors', () => {
  it.each(seeing)('%s without an error tells the truth', (kind) => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 2, maxLength: 30 }),
        (series) => {
          const { predictor, step } = overSeries(kind, { errorSd: 0 }, series);
          for (let t = 0; t < series.length; t += 1) {
            step(t);
            for (let steps = 0; t + steps < series.length; steps += 1) {
              expect(predictor.forecast(steps)).toBe(series[t + steps]);
            }
          }
        },
      ),
      { seed: 14, numRuns: 30 },
    );
  });
});
