import { describe, expect, it } from 'vitest';
import { agreesIf, isNear, isSame, listText, meanOf, msText, orNull, percentText } from './judge';

describe('numbers in reasons', () => {
  it('have three significant figures and their unit', () => {
    expect([percentText(0.000113), percentText(-0.0257), msText(0.0036391)]).toEqual([
      '0.0113 %',
      '−2.57 %',
      '3.64 ms',
    ]);
  });

  it('say that there is none rather than NaN or Infinity', () => {
    expect([percentText(NaN), msText(Infinity)]).toEqual(['none', 'no end']);
    expect([orNull(NaN), orNull(Infinity), orNull(0)]).toEqual([null, null, 0]);
  });
});

describe('several numbers', () => {
  it('are listed as one says them', () => {
    expect([listText([]), listText(['1']), listText(['1', '2']), listText(['1', '2', '3'])]).toEqual([
      '',
      '1',
      '1 and 2',
      '1, 2 and 3',
    ]);
  });

  it('are the same within a thousandth', () => {
    expect([isSame(16.8, 16.81), isSame(-1, -1), isSame(16.8, 16.9), isSame(0, 1e-9)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
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

  it('says where nothing moves; a difference needs no such word', () => {
    expect([true, false].map((holds) => agreesIf(holds, '', true).nothingMoves)).toEqual([true, false]);
    expect(agreesIf(true, '').nothingMoves).toBe(false);
  });
});
