import { describe, expect, it } from 'vitest';
import { figures } from './figures';
import { assumptionPresets, figureIds, type RunOptions } from './types';

const short: RunOptions = {
  seed: 3,
  preset: 'calibrated',
  overrides: { population: 10, durationS: 2 },
  scale: 1,
};

describe('the figures', () => {
  it('are those of the paper, in its order', () => {
    expect(figures.map(({ id }) => id)).toEqual([...figureIds]);
  });

  it.each(figures)('$id: assumptions lie within their bounds and are told apart by id', ({ assumptions }) => {
    expect(new Set(assumptions.map(({ id }) => id)).size).toBe(assumptions.length);
    for (const { values, min, max, isWhole } of assumptions) {
      for (const preset of assumptionPresets) {
        expect(values[preset]).toBeGreaterThanOrEqual(min);
        expect(values[preset]).toBeLessThanOrEqual(max);
        if (isWhole) expect(Number.isInteger(values[preset])).toBe(true);
      }
    }
  });

  it.each(figures)('$id: every claim has a rule of its own', ({ claims }) => {
    expect(claims.length).toBeGreaterThan(0);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    for (const { text, rule } of claims) expect(text.length * rule.length).toBeGreaterThan(0);
  });
});

/** Where a result holds a number that is none. */
function notFinite(value: unknown, path = 'result'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => notFinite(part, `${path}.${key}`));
}

describe('a short run', () => {
  it.each(figures)('of figure $id judges every claim and draws something', (figure) => {
    const parts: number[] = [];
    const result = figure.run({ ...short, onPart: (part) => parts.push(part) });
    expect(result.verdicts.map(({ id }) => id)).toEqual(figure.claims.map(({ id }) => id));
    for (const { nothingMoves, reason, verdict } of result.verdicts) {
      expect(reason).not.toMatch(/NaN|Infinity|undefined/);
      if (nothingMoves) expect(verdict).toBe('agrees');
    }
    expect(result.charts.length).toBeGreaterThan(0);
    expect(notFinite(result)).toEqual([]);
    for (const chart of result.charts) {
      if (chart.kind !== 'table') continue;
      expect(new Set(chart.columns.map(({ name }) => name)).size).toBe(chart.columns.length);
      for (const row of chart.rows) expect(row).toHaveLength(chart.columns.length);
    }
    for (const [k, part] of parts.entries()) {
      expect(part).toBeLessThanOrEqual(1 + 1e-9);
      expect(part).toBeGreaterThanOrEqual((parts[k - 1] ?? 0) - 1e-9);
    }
  });

  it('marks what agrees only because nothing moves, and nothing else', () => {
    const marked = (id: number, overrides: Record<string, number> = {}) =>
      figures
        .find((figure) => figure.id === id)!
        .run({ ...short, overrides: { ...short.overrides, ...overrides } })
        .verdicts.filter(({ nothingMoves }) => nothingMoves)
        .map((claim) => claim.id);
    expect(marked(2)).toEqual([]);
    expect(marked(11)).toEqual(['single-stays']);
    expect(marked(14)).toContain('saturates');
    expect(marked(18)).toEqual(['within']);
    // A limit that decides something.
    expect(marked(18, { limitMs: 15 })).toEqual([]);
  });

  it('is the same for the same seed, and another for another', () => {
    const figure = figures.find(({ id }) => id === 15)!;
    const first = figure.run(short);
    expect(figure.run(short)).toEqual(first);
    expect(figure.run({ ...short, seed: 4 }).charts).not.toEqual(first.charts);
  });
});
