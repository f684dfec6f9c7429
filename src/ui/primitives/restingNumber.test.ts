import { describe, expect, it } from 'vitest';
import { restingNumber } from './restingNumber';

describe('a number at rest', () => {
  it('has four significant digits', () => {
    expect(restingNumber(86.03812345)).toBe('86.04');
    expect(restingNumber(0.0123456)).toBe('0.01235');
    expect(restingNumber(-2.000049)).toBe('-2');
  });

  it('keeps every digit before the point', () => {
    expect(restingNumber(301056)).toBe('301056');
    expect(restingNumber(123456.789)).toBe('123457');
  });

  it('is empty where there is none', () => {
    expect(restingNumber(null)).toBe('');
  });
});
