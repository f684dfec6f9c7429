import { describe, expect, it } from 'vitest';
import { agreesIf, digits, isNear, meanOf, msText, orNull, percentText } from './judge';

describe('numbers in reasons', () => {
  it('have three significant digits and no exponent', () => {
    expect([0, 0.00412, 0.412, 4.123, 41.23, 412.3, 4123].map(digits)).toEqual([
      '0.00',
      '0.00412',
      '0.412',
      '4.12',
      '41.2',
      '412',
      '4123',
    ]);
    expect(digits(-41.23)).toBe('-41.2');
  });

  it('say that there is none rather than NaN or Infinity', () => {
    expect([digits(NaN), percentText(NaN), msText(Infinity)]).toEqual(['none', 'none', 'no end']);
    expect([orNull(NaN), orNull(Infinity), orNull(0)]).toEqual([null, null, 0]);
  });
});

describe('a mean', () => {
  it('is over what is finite', () => {
    expect(meanOf([1, Infinity, 3, NaN])).toBe(2);
    expect(meanOf([])).toBeNaN();
  });
});

describe('agreement', () => {
  it('is within a fifth of the printed number, on either side', () => {
    expect([79, 121].map((ours) => isNear(ours, 100))).toEqual([false, false]);
    expect([81, 119].map((ours) => isNear(ours, 100))).toEqual([true, true]);
    expect(isNear(NaN, 100)).toBe(false);
  });

  it('differs where the predicate does not hold', () => {
    expect([true, false].map((holds) => agreesIf(holds, '').verdict)).toEqual(['agrees', 'differs']);
  });
});
