import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostTraceSamples, resample } from './resample';

describe('resample', () => {
  it('takes time-weighted means over steps of the median gap', () => {
    // 10 for 1 s, 20 for 1 s, 40 for 2 s, 0 for the median gap of 1 s.
    const even = resample(Float64Array.of(5, 6, 7, 9), Float64Array.of(10, 20, 40, 0));
    expect(even).toEqual({
      stepS: 1,
      samples: [10, 20, 40, 40, 0],
      durationS: 5,
      medianGapS: 1,
      sampling: 'evened',
    });
    const odd = resample(Float64Array.of(0, 0.5, 1.5, 2.5), Float64Array.of(10, 20, 40, 80));
    expect(odd.samples).toEqual([15, 30, 60, 80]);
  });

  it('keeps rows whose clock shakes by less than a thousandth of the step', () => {
    const times = Float64Array.from({ length: 50 }, (_, k) => k * 0.1 + (k % 2) * 4e-5);
    const { sampling, stepS } = resample(times, new Float64Array(50).fill(3));
    expect(sampling).toBe('kept');
    expect(stepS).toBeCloseTo(0.1, 5);
  });

  it('keeps what is transferred, however uneven the rows', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0.05, max: 3, noNaN: true }),
            fc.double({ min: 0, max: 1000, noNaN: true }),
          ),
          { minLength: 2, maxLength: 60 },
        ),
        (rows) => {
          let at = 100;
          const times = Float64Array.from(rows, ([gap]) => (at += gap));
          const mbps = Float64Array.from(rows, ([, rate]) => rate);
          const { samples, stepS, durationS, medianGapS } = resample(times, mbps);
          const sent = mbps.reduce(
            (sum, rate, k) => sum + rate * ((times[k + 1] ?? times[k]! + medianGapS) - times[k]!),
            0,
          );
          // The last step holds only what is left of the trace.
          const last = durationS - (samples.length - 1) * stepS;
          const kept = samples.reduce(
            (sum, rate, k) => sum + rate * (k === samples.length - 1 ? last : stepS),
            0,
          );
          expect(Math.abs(kept - sent)).toBeLessThan(1e-5 * (sent + 1));
        },
      ),
      { seed: 56, numRuns: 200 },
    );
  });

  it('thins what has too many rows, or a gap that would need too many samples', () => {
    const many = resample(
      Float64Array.from({ length: 50_000 }, (_, k) => k / 10),
      Float64Array.from({ length: 50_000 }, (_, k) => k % 2),
    );
    expect(many.sampling).toBe('thinned');
    expect(many.samples.length).toBe(mostTraceSamples);
    expect(many.stepS).toBeCloseTo(0.25, 9);
    expect(many.samples.reduce((sum, rate) => sum + rate) / mostTraceSamples).toBeCloseTo(0.5, 3);
    const gap = resample(Float64Array.of(0, 0.01, 0.02, 1e6), Float64Array.of(1, 2, 3, 4));
    expect(gap.samples.length).toBe(mostTraceSamples);
    expect(gap.samples[100]).toBe(3);
  });

  it('has no step below 1 ms or above an hour', () => {
    const fine = resample(
      Float64Array.from({ length: 100 }, (_, k) => k * 1e-4),
      new Float64Array(100).fill(8),
    );
    expect(fine).toMatchObject({ stepS: 0.001, sampling: 'thinned', samples: Array<number>(10).fill(8) });
    const coarse = resample(Float64Array.of(0, 7200), Float64Array.of(1, 2));
    expect(coarse).toMatchObject({ stepS: 3600, samples: [1, 1, 2, 2], sampling: 'evened' });
  });
});
