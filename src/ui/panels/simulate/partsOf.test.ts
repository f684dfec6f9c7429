import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSeconds } from '../../format';
import { partsOf } from './partsOf';

test('parts add up to the whole as it is shown, in its unit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: -6, max: 3 }),
      (numbers, power) => {
        const partsS = numbers.map((number) => number * 10 ** power);
        const wholeS = partsS.reduce((sum, part) => sum + part, 0);
        fc.pre(wholeS > 1e-6);
        const { parts, unit } = partsOf(wholeS, partsS);
        const sum = parts.reduce((total, part) => total + part, 0);
        const [, number, shownUnit] = /^([\d.,]+) (.+)$/.exec(formatSeconds(wholeS))!;
        expect(unit).toBe(shownUnit);
        expect(sum / Number(number!.replaceAll(',', ''))).toBeCloseTo(1, 9);
      },
    ),
    { seed: 5 },
  );
});

test('no part is more than a figure away from what it is', () => {
  expect(partsOf(0.071, [0.0029, 0.05412, 0, 0.01398])).toEqual({ parts: [2.9, 54.1, 0, 14], unit: 'ms' });
  expect(partsOf(Infinity, [Infinity, 1]).parts).toEqual([0, 0]);
  expect(partsOf(0, [0]).parts).toEqual([0]);
});
