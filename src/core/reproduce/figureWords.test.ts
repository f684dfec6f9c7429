import { describe, expect, it } from 'vitest';
import { figures } from './figures';
import { figureText, inAscii } from './figureWords';

describe('a number of a figure', () => {
  it('has three significant figures, zeros kept, so that numbers under each other agree', () => {
    expect([61.6, 94.124, 144.19, 45, 45.02, 0.13, 0.9996].map(figureText)).toEqual([
      '61.6',
      '94.1',
      '144',
      '45',
      '45.0',
      '0.130',
      '1.00',
    ]);
  });

  it('has groups of three, a true minus and no exponent', () => {
    expect([32_824, 2662.336, 999.9, -0.0083928, -2.57, 1.234e-7].map(figureText)).toEqual([
      '32,824',
      '2,660',
      '1,000',
      '−0.00839',
      '−2.57',
      '0.000000123',
    ]);
  });

  it('is 0 where rounding left something of nothing, and none where there is none', () => {
    expect([0, -0, 1e-14, NaN, Infinity].map(figureText)).toEqual(['0', '0', '0', 'none', 'none']);
  });
});

describe('the words of the figures', () => {
  // What they do is left out: functions are no words.
  const words = figures.map((figure) => JSON.stringify(figure));

  it('use the signs of print: no straight quotes, no letters for signs', () => {
    for (const text of words) {
      expect(text).not.toMatch(/\\"|\w'\w|[<>]=|\bx\d|\d-\d|\^2/);
    }
  });

  it('become plain ASCII in files', () => {
    expect(inAscii('low (×½), “≤ 79”, −0.1')).toBe('low (x1/2), "<= 79", -0.1');
    for (const text of words) expect(inAscii(text)).toMatch(/^[ -~]*$/);
  });
});
