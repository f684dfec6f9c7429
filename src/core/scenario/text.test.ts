import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, cleanNotes, cut, manyLinesPattern, oneLinePattern } from './text';

test('cutting never leaves half a character', () => {
  expect(cut('a😀b', 2)).toBe('a');
  expect(cut('a😀b', 3)).toBe('a😀');
  expect(cut('abc', 3)).toBe('abc');
});

test('whatever is typed becomes a legal name or nothing, and legal notes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const name = cleanName(text);
      expect(oneLinePattern.test(name) && name.length <= 80 && name === name.trim()).toBe(true);
      expect(cleanName(name)).toBe(name);
      expect(manyLinesPattern.test(cleanNotes(text))).toBe(true);
    }),
    { seed: 12, numRuns: 1000 },
  );
});

test('scripts, accents and emoji stay, controls and direction overrides do not', () => {
  expect(cleanName('Ürümqi 北京 😀')).toBe('Ürümqi 北京 😀');
  expect(cleanName('a\u0007\u202eb')).toBe('a  b');
  expect(cleanNotes('a\n\tb\u0000')).toBe('a\n\tb ');
});
