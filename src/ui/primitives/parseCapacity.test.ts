import { describe, expect, test } from 'vitest';
import { parseCapacity } from './parseCapacity';

const limits = { min: 0.001, max: 1e6, or: 0, unit: 'Mbit/s' };

describe('a capacity as a person types it', () => {
  test.each([
    ['290', 290],
    ['290 Mbit/s', 290],
    ['1 Gbit/s', 1000],
    ['250 kbit/s', 0.25],
    ['2.5G', 2500],
    ['2.5 g', 2500],
    ['40 Mbps', 40],
    ['40Mb/s', 40],
    ['64000 bit/s', 0.064],
    ['1,500', 1500],
    ['1,500 kbit/s', 1.5],
    ['0.1 Tbit/s', 100_000],
    ['0', 0],
    ['0 Gbit/s', 0],
    ['down', 0],
    ['1e3', 1000],
  ])('%j is read', (text, mbps) => {
    expect(parseCapacity(text, limits)).toEqual({ ok: true, value: mbps });
  });

  test('a comma that could be a decimal point is refused with the way out', () => {
    for (const text of ['1,5', '0,25 Gbit/s', '1,5000']) {
      const parsed = parseCapacity(text, limits);
      expect(parsed.ok, text).toBe(false);
      if (!parsed.ok) expect(parsed.error).toContain('with a point');
    }
  });

  test('bytes are not taken for bits', () => {
    const parsed = parseCapacity('5 MB/s', limits);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error).toContain('bytes');
  });

  test('what is no capacity or lies beyond the limits is refused with the limits', () => {
    for (const text of ['', 'fast', '5 apples', '2000 Gbit/s', '-1', '1..5 G']) {
      const parsed = parseCapacity(text, limits);
      expect(parsed.ok, text).toBe(false);
      if (!parsed.ok) expect(parsed.error).toContain('1,000,000 Mbit/s');
    }
  });
});
