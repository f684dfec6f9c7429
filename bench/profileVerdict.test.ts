import { describe, expect, it } from 'vitest';
import { compareBlocks, type Judged, modelsApart, modelsByMeans } from './profileVerdict';

/** Blocks of these seconds as measured, each known within 1 %, used times `factor`. */
const measured = (seconds: readonly number[], more: Partial<Judged['source']> = {}): Judged => {
  const { factor = 1 } = more;
  return {
    blocks: seconds.map((one) => ({
      time: { seconds: one * factor },
      intervalS: [one * factor * 0.99, one * factor * 1.01],
    })),
    source: { endToEndS: 1, sumS: 1, ratio: 1, factor, statistic: 'median', ...more },
  };
};

describe('models whose blocks do not add up', () => {
  const good = measured([0.5, 0.5]);
  const bad = measured([0.5, 0.5], { ratio: 1.11 });

  it('count once, in whichever pass it was', () => {
    const first = new Map([
      ['a', bad],
      ['b', good],
    ]);
    const second = new Map([
      ['a', bad],
      ['b', measured([0.5, 0.5], { ratio: 0.89 })],
    ]);
    expect(modelsApart([first, first])).toEqual(['a']);
    expect(modelsApart([first, second])).toEqual(['a', 'b']);
    expect(modelsApart([new Map([['a', good]])])).toEqual([]);
  });
});

describe('the same blocks measured twice', () => {
  it('agree by what was measured, not by what it was scaled to', () => {
    const first = measured([0.001, 0.002, 0.00009]);
    expect(compareBlocks(first, first)).toEqual({ long: 2, agreeing: 2 });
    const scaled = measured([0.001, 0.002, 0.00009], { factor: 1.3 });
    expect(compareBlocks(first, scaled)).toEqual({ long: 2, agreeing: 2 });
    const slower = measured([0.0013, 0.002, 0.00009], { factor: 1 / 1.3 });
    expect(compareBlocks(first, slower)).toEqual({ long: 2, agreeing: 1 });
  });

  it('agree within 10 %, or where the intervals meet', () => {
    const of = (seconds: number, intervalS: readonly [number, number] | null): Judged => ({
      ...measured([]),
      blocks: [{ time: { seconds }, intervalS }],
    });
    expect(compareBlocks(of(0.001, null), of(0.00109, null)).agreeing).toBe(1);
    expect(compareBlocks(of(0.001, null), of(0.0012, null)).agreeing).toBe(0);
    const wide = of(0.0012, [0.001, 0.0014]);
    expect(compareBlocks(of(0.001, [0.0009, 0.0011]), wide).agreeing).toBe(1);
    expect(compareBlocks(of(0.001, null), wide).agreeing).toBe(0);
  });

  it('that were answered by means are named', () => {
    const means = measured([1], { statistic: 'mean' });
    expect(modelsByMeans([new Map([['a', measured([1])]]), new Map([['a', means]])])).toEqual(['a']);
  });
});
