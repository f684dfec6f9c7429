import { describe, expect, it } from 'vitest';
import { modelBudgetS } from '../../../services/modelService';
import { shortFuzzMs } from './testing/fuzzTimes';
import { bombs, damaged, seeded, victims } from './testing/hostileModels';
import { readHostile } from './testing/readHostile';
import { readReal, realModels } from './testing/realModels';

describe('a hostile file', () => {
  // What takes longer is ended in the page, and nobody learns what was wrong with the file.
  it.each(bombs)(
    'with $name is refused or read within the budget of the page, and costs little',
    ({ bytes }) => {
      const file = bytes();
      const before = process.memoryUsage().rss;
      expect(readHostile(file, seeded(1))).not.toBe('');
      expect(process.memoryUsage().rss - before).toBeLessThan(1.5e9);
    },
    modelBudgetS.inspect * 1000,
  );

  it('damaged anywhere is refused or read, and never throws', () => {
    const random = seeded(7);
    const outcomes = new Map<string, number>();
    const real = [readReal(realModels[3]!.path)];
    const endMs = performance.now() + shortFuzzMs('models');
    for (let run = 0; run < 300 || performance.now() < endMs; run += 1) {
      const bytes = damaged(random, run % 10 === 0 ? [...victims, ...real] : victims);
      const outcome = readHostile(bytes, random);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // Damage that only ever gave one answer would not have reached far.
    expect([...outcomes.keys()]).toEqual(
      expect.arrayContaining(['read', 'inconsistent', 'not-onnx', 'cut-short']),
    );
  }, 120_000);
});
