import { describe, expect, it } from 'vitest';
import { formatBig, formatDigits, ratioOf } from './bigNumbers';

describe('exact counts', () => {
  it('show every digit while one can read them', () => {
    expect(formatDigits(5_330_020n)).toBe('5,330,020');
    expect(formatBig(0n)).toBe('0');
    expect(formatBig(999_999_999_999_999n)).toBe('999,999,999,999,999');
  });

  it('are rounded to three figures beyond that, in integers', () => {
    expect(formatBig(10n ** 15n)).toBe('1.00 × 10¹⁵');
    expect(formatBig(123_456n * 10n ** 30n)).toBe('1.23 × 10³⁵');
    expect(formatBig(123_567n * 10n ** 30n)).toBe('1.24 × 10³⁵');
    expect(formatBig(9_999n * 10n ** 20n)).toBe('1.00 × 10²⁴');
  });

  it('have ratios that a double can hold', () => {
    expect(ratioOf(3n * 10n ** 30n, 2n * 10n ** 30n)).toBe(1.5);
  });
});
