import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunksOf, createAssembly } from './assembly';

test('pieces sent in chunks of any size arrive as they were, however many are empty', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 50 }),
      (pieces, chunkBytes) => {
        const assembly = createAssembly(pieces.map((piece) => piece.length));
        for (const chunk of chunksOf(pieces, chunkBytes)) {
          expect(assembly.isComplete).toBe(false);
          expect(assembly.add(chunk)).toBe(true);
        }
        expect(assembly.isComplete).toBe(true);
        expect(assembly.pieces.map((piece) => [...piece])).toEqual(pieces.map((piece) => [...piece]));
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

test('a byte too many is refused', () => {
  const assembly = createAssembly([2, 0, 1]);
  expect(assembly.add(Uint8Array.of(1, 2, 3))).toBe(true);
  expect(assembly.add(new Uint8Array(0))).toBe(true);
  expect(assembly.add(Uint8Array.of(4))).toBe(false);
});
