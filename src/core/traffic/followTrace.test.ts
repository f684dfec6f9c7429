import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillFromTrace, traceAt } from './followTrace';

const once = { stepS: 0.1, mbps: [10, 20, 60], loop: false };
const looped = { ...once, loop: true };

function filled(trace: typeof once, length: number, stepS: number): number[] {
  const series = new Float32Array(length);
  fillFromTrace(trace, series, stepS);
  return [...series];
}

describe('traceAt', () => {
  it('holds each sample for a step, then the last, or starts anew', () => {
    const times = [0, 0.05, 0.1, 0.25, 0.3, 0.31, 5];
    expect(times.map((timeS) => traceAt(once, timeS))).toEqual([10, 10, 20, 60, 60, 60, 60]);
    expect(times.map((timeS) => traceAt(looped, timeS))).toEqual([10, 10, 20, 60, 10, 10, 60]);
  });

  it('is 0 without samples', () => {
    expect(traceAt({ ...looped, mbps: [] }, 1)).toBe(0);
    expect(filled({ ...looped, mbps: [] }, 2, 0.5)).toEqual([0, 0]);
  });
});

describe('fillFromTrace', () => {
  it('repeats samples in finer series', () => {
    expect(filled(once, 8, 0.05)).toEqual([10, 10, 20, 20, 60, 60, 60, 60]);
    expect(filled(looped, 8, 0.05)).toEqual([10, 10, 20, 20, 60, 60, 10, 10]);
  });

  it('takes means in coarser ones', () => {
    expect(filled(looped, 3, 0.3)).toEqual([30, 30, 30]);
    expect(filled(once, 2, 0.2)).toEqual([15, 60]);
    expect(filled(looped, 2, 0.2)).toEqual([15, 35]);
    expect(filled(once, 1, 0.15)[0]).toBeCloseTo(40 / 3, 5);
  });

  it('carries the same amount as the trace over many rounds, whatever the steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.02, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (mbps, traceStepS, stepS) => {
          const count = Math.ceil((60 * traceStepS * mbps.length) / stepS);
          const series = filled({ stepS: traceStepS, mbps, loop: true }, count, stepS);
          const mean = series.reduce((sum, value) => sum + value) / count;
          const wanted = mbps.reduce((sum, value) => sum + value) / mbps.length;
          const most = Math.max(...mbps);
          expect(Math.abs(mean - wanted)).toBeLessThan(0.03 * most + 1e-6);
          expect(series.every((value) => value >= 0 && value <= most * (1 + 1e-6))).toBe(true);
        },
      ),
      { seed: 57, numRuns: 100 },
    );
  });
});
