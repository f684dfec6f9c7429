import { describe, expect, it } from 'vitest';
import { shipmentsOf } from './shipments';

/** x -> a -> b -> c -> y, where the raw x is read again by c's maker, and a by y's. */
const boundaries = [['x'], ['x', 'a'], ['x', 'a', 'b'], ['a', 'c'], ['y']];

describe('what crosses the cuts of a split', () => {
  it('names for every tensor the part that made it, however often it was passed on', () => {
    expect(shipmentsOf(boundaries, [1, 3])).toEqual([
      [
        { tensor: 'x', madeBy: null },
        { tensor: 'a', madeBy: 0 },
      ],
      [
        { tensor: 'a', madeBy: 0 },
        { tensor: 'c', madeBy: 1 },
      ],
      [{ tensor: 'y', madeBy: 2 }],
    ]);
  });

  it('is the raw input at the first boundary and the results at the last', () => {
    expect(shipmentsOf(boundaries, [0])).toEqual([
      [{ tensor: 'x', madeBy: null }],
      [{ tensor: 'y', madeBy: 1 }],
    ]);
    expect(shipmentsOf(boundaries, [])).toEqual([[{ tensor: 'y', madeBy: 0 }]]);
  });

  it('passes everything on over a part that computes nothing', () => {
    const [first, second] = shipmentsOf(boundaries, [2, 2]);
    expect(second).toEqual(first);
  });

  it('knows a result that was made early, and an input that is a result', () => {
    expect(shipmentsOf([['x'], ['x', 'early'], ['x', 'early', 'y']], [1]).at(-1)).toEqual([
      { tensor: 'x', madeBy: null },
      { tensor: 'early', madeBy: 0 },
      { tensor: 'y', madeBy: 1 },
    ]);
  });
});
