import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerEnvelope, valueAt, type EnvelopeLine } from './envelope';

const line = (fixed: number, slope: number, proven = true): EnvelopeLine<number> => ({
  plan: slope,
  fixed,
  slope,
  proven,
});
const lowestOf =
  (lines: readonly EnvelopeLine<number>[]) =>
  (x: number): EnvelopeLine<number> =>
    lines.reduce((best, other) => (valueAt(other, x) < valueAt(best, x) ? other : best));

describe('the lower envelope', () => {
  it('is the lowest of all lines at every x, with a crossing wherever the lowest one changes', () => {
    const lines = fc.array(
      fc.record({ fixed: fc.integer({ min: 0, max: 50 }), slope: fc.integer({ min: 0, max: 20 }) }),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(lines, fc.double({ min: 0.01, max: 40, noNaN: true }), (drawn, x) => {
        const lowest = lowestOf(drawn.map(({ fixed, slope }) => line(fixed, slope)));
        const { lines: found, crossings } = lowerEnvelope(lowest, 0.01, 40);
        expect(found).toHaveLength(crossings.length + 1);
        const after = crossings.findIndex((crossing) => x < crossing.x);
        const here = found[after < 0 ? found.length - 1 : after]!;
        expect(valueAt(here, x)).toBeCloseTo(valueAt(lowest(x), x), 9);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('is empty where an end has no plan', () => {
    expect(lowerEnvelope((x) => (x > 1 ? line(1, 1) : null), 0.5, 2)).toEqual({ lines: [], crossings: [] });
  });

  it('that is stopped keeps its ends, and calls what it has not looked into estimated', () => {
    const lowest = lowestOf([line(0, 10), line(4, 3), line(10, 0)]);
    const { lines, crossings } = lowerEnvelope(lowest, 0.01, 40, () => true);
    expect(lines.map(({ slope }) => slope)).toEqual([10, 0]);
    expect(crossings).toEqual([{ x: 1, value: 10, proven: false }]);
  });

  it('is not proved at a crossing of a line that is not', () => {
    const { crossings } = lowerEnvelope(lowestOf([line(0, 4, false), line(4, 0)]), 0.01, 40);
    expect(crossings).toEqual([{ x: 1, value: 4, proven: false }]);
  });
});
