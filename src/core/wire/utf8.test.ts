import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from './utf8';

const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const platformText = (bytes: Uint8Array): string | null => {
  try {
    return platform.decode(bytes);
  } catch {
    return null;
  }
};

test('text becomes the bytes that the platform makes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
    { seed: 1, numRuns: 1000 },
  );
  expect([...encodeUtf8('\ud800')]).toEqual([...new TextEncoder().encode('\ud800')]);
});

test('bytes are read, or refused, exactly as the platform does', () => {
  const lead = fc.constantFrom(
    0x41,
    0x80,
    0xbf,
    0xc0,
    0xc1,
    0xc2,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xf5,
    0xff,
    0xa0,
    0x9f,
    0x90,
    0x8f,
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(lead, fc.nat({ max: 255 })), { maxLength: 8 }), (values) => {
      const bytes = Uint8Array.from(values);
      expect(decodeUtf8(bytes)).toBe(platformText(bytes));
    }),
    { seed: 2, numRuns: 20_000 },
  );
});
