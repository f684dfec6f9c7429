import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberAsText, parseNumber } from './parseNumber';

const any = { min: -Infinity, max: Infinity };

describe('parseNumber', () => {
  test.each([
    ['12', 12],
    [' 12.5 ', 12.5],
    ['1,500', 1500],
    ['1 500', 1500],
    ['12,345,678.5', 12345678.5],
    ['2,5', 2.5],
    ['0,125', 0.125],
    ['2.5e3', 2500],
    ['-4', -4],
    ['−4', -4],
  ])('reads %j as a person means it', (text, value) => {
    expect(parseNumber(text, any)).toEqual({ ok: true, value });
  });

  test.each(['abc', '1.2.3', '12px', 'NaN', 'Infinity', '--1'])('refuses %j and says so', (text) => {
    const parsed = parseNumber(text, { min: 0, max: 10 });
    expect(parsed).toEqual({ ok: false, error: `"${text}" is not a number. Enter a number: 0 to 10.` });
  });

  test('accepts its own unit after the number', () => {
    expect(parseNumber('20 Mbit/s', { ...any, unit: 'Mbit/s' })).toEqual({ ok: true, value: 20 });
    expect(parseNumber('20ms', { ...any, unit: 'ms' })).toEqual({ ok: true, value: 20 });
  });

  test('an error names the limits with the unit', () => {
    const parsed = parseNumber('2000000', { min: 0.001, max: 1e6, or: 0, unit: 'Mbit/s' });
    expect(parsed).toEqual({ ok: false, error: 'Enter a number: 0, or 0.001 to 1,000,000 Mbit/s.' });
    expect(parseNumber('-1', { min: 0, max: Infinity, unit: 'ms' })).toEqual({
      ok: false,
      error: 'Enter a number: at least 0 ms.',
    });
  });

  test('the value beside the limits is allowed, what lies between is not', () => {
    const limits = { min: 0.001, max: 1e6, or: 0 };
    expect(parseNumber('0', limits)).toEqual({ ok: true, value: 0 });
    expect(parseNumber('0.0005', limits).ok).toBe(false);
  });

  test('an empty field means null only where that is allowed', () => {
    expect(parseNumber('  ', { ...any, optional: true })).toEqual({ ok: true, value: null });
    expect(parseNumber('', { min: 1, max: 2 })).toEqual({ ok: false, error: 'Enter a number: 1 to 2.' });
  });

  test('a whole number is demanded where halves make no sense', () => {
    expect(parseNumber('2.5', { min: 1, max: 9, whole: true })).toEqual({
      ok: false,
      error: 'Enter a whole number: 1 to 9.',
    });
  });

  test('what a field shows reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const parsed = parseNumber(numberAsText(value), any);
        expect(parsed.ok && Object.is(parsed.value === 0 ? 0 : parsed.value, value === 0 ? 0 : value)).toBe(
          true,
        );
      }),
      { seed: 7 },
    );
  });
});
