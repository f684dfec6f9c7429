import { describe, expect, it } from 'vitest';
import { bombs, damaged, seeded } from './testing/hostileModels';
import { readHostile } from './testing/readHostile';
import { readReal, realModels } from './testing/realModels';

/** How long damaged files are tried [ms]. */
const budgetMs = 15_000;

describe('a hostile file', () => {
  it.each(bombs)('with $name is refused or read, and costs little', ({ bytes }) => {
    const file = bytes();
    const before = process.memoryUsage().rss;
    expect(readHostile(file, seeded(1))).not.toBe('');
    expect(process.memoryUsage().rss - before).toBeLessThan(1.5e9);
  });

  it('damaged anywhere is refused or read, and never throws', () => {
    const random = seeded(7);
    const outcomes = new Map<string, number>();
    const real = [readReal(realModels[3]!.path)];
    const endMs = performance.now() + budgetMs;
    for (let run = 0; run < 300 || performance.now() < endMs; run += 1) {
      const bytes = damaged(random, run % 10 === 0 ? real : []);
      const outcome = readHostile(bytes, random);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // Damage that only ever gave one answer would not have reached far.
    expect([...outcomes.keys()]).toEqual(
      expect.arrayContaining(['read', 'inconsistent', 'not-onnx', 'cut-short']),
    );
  });
}, 120_000);
