import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { lineAt, lineEnvelope, type Line } from './lineEnvelope';

const lowest = (lines: readonly Line[], x: number): Line =>
  lines.reduce((best, line) => (lineAt(line, x) < lineAt(best, x) ? line : best));

describe('lineEnvelope', () => {
  it('is the lowest of many lines everywhere between its ends', () => {
    const random = createRandom(1);
    for (let round = 0; round < 200; round++) {
      const lines = Array.from({ length: 1 + random.integer(12) }, () => ({
        atZero: random.integer(50),
        slope: random.integer(20),
      }));
      const pieces = lineEnvelope((x) => lowest(lines, x), 0, 30);
      for (let x = 0; x <= 30; x += 0.25) {
        const piece = pieces.findLast(({ from }) => from <= x)!;
        expect(lineAt(piece.line, x)).toBeCloseTo(lineAt(lowest(lines, x), x), 9);
      }
      const starts = pieces.map(({ from }) => from);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    }
  });

  it('has no pieces where there is no line', () => {
    expect(lineEnvelope(() => ({ atZero: Infinity, slope: 0 }), 1, 9)).toEqual([]);
  });

  it('takes the line that is lower beyond a tie at its start', () => {
    const lines = [
      { atZero: 0, slope: 5 },
      { atZero: 0, slope: 1 },
    ];
    expect(lineEnvelope((x) => lowest(lines, x), 0, 9)).toEqual([{ from: 0, line: lines[1] }]);
  });
});
