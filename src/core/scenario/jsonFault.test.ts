import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './jsonFault';

test.each([
  ['', 1, 1],
  ['  ', 1, 3],
  ['{', 1, 2],
  ['{]', 1, 2],
  ['[1,]', 1, 4],
  ['{"a":1,}', 1, 8],
  ['{"a" 1}', 1, 6],
  ['{"a":}', 1, 6],
  ["{'a':1}", 1, 2],
  ['[1 2]', 1, 4],
  ['{}x', 1, 3],
  ['{}\n{}', 2, 1],
  ['[\n  01\n]', 2, 4],
  ['[NaN]', 1, 2],
  ['["a\nb"]', 1, 2],
  ['{\r\n"a": tru}', 2, 6],
])('%j stops being JSON at line %d, column %d', (text, line, column) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(findJsonFault(text)).toEqual({ line, column });
});

test('everything before the place can still become JSON, and valid JSON has its place at the end', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const lines = text.split('\n');
      expect(findJsonFault(text)).toEqual({ line: lines.length, column: lines.at(-1)!.length + 1 });
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('a character that was put in by mistake is found where it stands, or later', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom('@', '}', ']', ',', '"'),
      (value, at, character) => {
        const text = JSON.stringify(value);
        const index = at % (text.length + 1);
        const broken = text.slice(0, index) + character + text.slice(index);
        try {
          JSON.parse(broken);
        } catch {
          expect(findJsonFault(broken).column).toBeGreaterThan(0);
          // An open string swallows what follows, so its fault lies at its opening quote.
          if (character !== '"' && !text.includes('"')) {
            expect(findJsonFault(broken).column).toBeGreaterThanOrEqual(index + 1 - 5);
          }
        }
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});
