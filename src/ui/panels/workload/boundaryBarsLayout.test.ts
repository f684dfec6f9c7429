import { describe, expect, test } from 'vitest';
import { boundaryBarsLayout } from './boundaryBarsLayout';

describe('boundaryBarsLayout', () => {
  test('the largest boundary fills the height and every bar stands on the ground', () => {
    const { bars, largest } = boundaryBarsLayout([100, 400, 50, 10], 80, 60);
    expect(largest).toBe(400);
    expect(bars[1]).toMatchObject({ y: 0, height: 60 });
    for (const bar of bars) expect(bar.y + bar.height).toBeCloseTo(60);
    expect(bars.map((bar) => bar.x)).toEqual([0, 20, 40, 60]);
  });

  test('bars above the picture are marked, the picture itself is not', () => {
    const { bars, inputY } = boundaryBarsLayout([100, 400, 100, 10], 80, 60);
    expect(bars.map((bar) => bar.aboveInput)).toEqual([false, true, false, false]);
    expect(inputY).toBe(45);
  });

  test('the smallest boundary is one between blocks, never the picture or the result', () => {
    expect(boundaryBarsLayout([1, 400, 50, 2], 80, 60).smallest).toEqual({ boundary: 2, bytes: 50 });
    expect(boundaryBarsLayout([1, 2], 80, 60).smallest).toBeNull();
  });

  test('a chain that ships nothing draws flat bars instead of NaN', () => {
    const { bars } = boundaryBarsLayout([0, 0, 0], 80, 60);
    expect(bars.every((bar) => bar.height === 0 && bar.y === 60)).toBe(true);
  });
});
