import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../core/network/types';
import { openingScenario } from '../../../core/scenario/presets/presets';
import type { OwnSplit } from '../../../core/scenario/types';
import { fitsDocument, moveCut } from './ownSplit';

const split = (boundaries: readonly number[]): OwnSplit => ({
  nodes: boundaries.map((_, index) => `n${index}` as NodeId),
  boundaries,
});

describe('moving a cut', () => {
  test('pushes the cuts in its way, both ways', () => {
    expect(moveCut(split([2, 5, 9, 12]), 1, 10).boundaries).toEqual([2, 10, 10, 12]);
    expect(moveCut(split([2, 5, 9, 12]), 1, 0).boundaries).toEqual([0, 0, 9, 12]);
  });

  test('always lands where it was put, never decreases, never moves the end', () => {
    const cases = fc.record({
      raw: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 }),
      to: fc.integer({ min: 0, max: 50 }),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ raw, to, at }) => {
        const before = split([...raw.sort((a, b) => a - b), 50]);
        const index = at % raw.length;
        const { boundaries } = moveCut(before, index, to);
        expect(boundaries[index]).toBe(to);
        expect(boundaries.at(-1)).toBe(50);
        expect([...boundaries].sort((a, b) => a - b)).toEqual(boundaries);
      }),
      { seed: 7 },
    );
  });

  test('a split of another model or another network is not taken for one of this', () => {
    const nodes = [openingScenario.sourceId, openingScenario.sinkId];
    expect(fitsDocument({ nodes, boundaries: [3, 55] }, openingScenario)).toBe(true);
    expect(fitsDocument({ nodes, boundaries: [3, 24] }, openingScenario)).toBe(false);
    expect(fitsDocument({ nodes: ['gone' as NodeId], boundaries: [55] }, openingScenario)).toBe(false);
    expect(fitsDocument({ nodes: [], boundaries: [] }, openingScenario)).toBe(false);
  });
});
