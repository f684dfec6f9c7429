import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumExactly } from './sumExactly';

it('adds up to the total to the last bit, whatever rounding lost, by moving the largest value', () => {
  const positive = fc.double({ min: 1e-7, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1, maxLength: 60 }), (values) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      const rounded = values.map((value) => Number(value.toPrecision(7)));
      const exact = sumExactly(rounded, total);
      expect(exact.reduce((sum, value) => sum + value, 0)).toBe(total);
      exact.forEach((value, index) => {
        const isLargest = rounded[index] === Math.max(...rounded);
        // Others may give their last bits, no more.
        expect(Math.abs(value - rounded[index]!)).toBeLessThan(isLargest ? 1e-4 : 1e-14);
        expect(value).toBeGreaterThan(0);
      });
    }),
    { seed: 7, numRuns: 2000 },
  );
});
