import { describe, expect, it } from 'vitest';
import { figure2 } from './figure2';

const result = figure2.run({ seed: 1, preset: 'calibrated', overrides: {}, scale: 1 });
const [chart] = result.charts;

/** Total time of a method at a capacity. */
function at(name: string, capacity: number): number {
  if (chart?.kind !== 'lines') throw new Error('a chart of lines');
  const { x, y } = chart.series.find((series) => series.name === name)!;
  return y[x.findIndex((value) => Math.abs(value - capacity) < 1e-9)]!;
}

describe('figure 2', () => {
  it.each([
    [1, 2.35, 2.35, 2.2667],
    [0.9, 2.4833, 2.4833, 2.3778],
    [0.5, 3.55, 3.5, 2.4333],
    [0.2, 7.15, 5.5, 2.4333],
    [0.1, 13.15, 5.5, 2.4333],
  ])('has the times worked out on paper at capacity %s', (capacity, cloud, single, multi) => {
    expect(at('UE only', capacity)).toBeCloseTo(5.5, 4);
    expect(at('Cloud only', capacity)).toBeCloseTo(cloud, 4);
    expect(at('Single split', capacity)).toBeCloseTo(single, 4);
    expect(at('HiveMind', capacity)).toBeCloseTo(multi, 4);
  });

  it('agrees with the paper, whatever the seed', () => {
    expect(result.verdicts.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['order', 'agrees'],
      ['grows', 'agrees'],
    ]);
    expect(figure2.run({ ...result, overrides: {}, seed: 2 }).charts).toEqual(result.charts);
  });
});
