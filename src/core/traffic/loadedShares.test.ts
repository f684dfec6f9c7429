import { describe, expect, it } from 'vitest';
import { createLoadedShares } from './loadedShares';

const steps = Float64Array.of(10, 40);
const things = [
  { cells: [0], capacity: 100 },
  { cells: [1, 0, 1], capacity: 100 },
  { cells: [], capacity: 100 },
  { cells: [0, 1], capacity: 400 },
];

function levelsOf(
  demandFactor: number,
  demands: readonly (readonly [cell: number, demand: number])[],
): number[] {
  const loaded = createLoadedShares(steps, things, 3, demandFactor);
  for (const [cell, demand] of demands) loaded.listener.add(cell, demand);
  const levels = new Float64Array(4).fill(-1);
  loaded.readLevels(levels);
  return [...levels];
}

describe('createLoadedShares', () => {
  it('lets the demands of a cell count on every link that it crosses, once, and on no other', () => {
    // Link 0: 100 - 10; links 1 and 3: without 10 and 40. Cell 2 crosses nothing.
    const levels = levelsOf(1, [
      [0, 0],
      [1, 1],
      [2, 1],
    ]);
    expect(levels).toEqual([0.9, 0.5, -1, 0.875]);
  });

  it('takes twice the demands for twice the load, as parts of the capacity', () => {
    // 20 and 80 of 100: level 40, for (100 - 20) / 2.
    expect(
      levelsOf(2, [
        [0, 0],
        [1, 1],
      ]),
    ).toEqual([0.8, 0.4, -1, 0.75]);
  });

  it('forgets those who leave, and all of them at once', () => {
    const loaded = createLoadedShares(steps, things, 3, 1);
    const levels = new Float64Array(4);
    loaded.listener.add(0, 0);
    loaded.listener.add(1, 1);
    loaded.listener.remove(0, 0);
    loaded.readLevels(levels);
    expect([...levels]).toEqual([1, 0.6, 0, 0.9]);
    loaded.clear();
    loaded.readLevels(levels);
    expect([...levels]).toEqual([1, 1, 0, 1]);
  });
});
