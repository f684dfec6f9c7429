import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSimulation } from '../simulation/settings';
import { wayEnds, type MobilitySettings, type PlanPoint, type WayEnd } from './types';
import { createWay, distanceM, type Way } from './way';

const home = { xM: 7, yM: -3 };
/** 36 km/h are 10 m/s. */
const settings = (
  way: readonly (readonly [number, number])[],
  end: WayEnd,
  speedKmh = 36,
): MobilitySettings => ({
  ...defaultSimulation.mobility,
  way: way.map(([xM, yM]) => ({ xM, yM })),
  speedKmh,
  end,
});

function at(way: Way, atS: number): readonly [number, number] {
  const place = { xM: NaN, yM: NaN };
  way.placeAt(atS, place);
  return [place.xM, place.yM];
}

const corner = [
  [0, 0],
  [100, 0],
  [100, 50],
] as const;

describe('a way', () => {
  it('is driven at the speed given, from its first corner', () => {
    const way = createWay(settings(corner, 'stop'), home);
    expect(way.lengthM).toBe(150);
    expect([0, 5, 12.5].map((s) => at(way, s))).toEqual([
      [0, 0],
      [50, 0],
      [100, 25],
    ]);
  });

  it('passes its corners exactly', () => {
    const odd = [
      [0.1, 0.2],
      [300.7, 0.2],
      [300.7, 77.3],
      [-10.1, 3.3],
    ] as const;
    // 3.6 km/h are 1 m/s exactly: seconds are metres.
    const way = createWay(settings(odd, 'stop', 3.6), home);
    let driven = 0;
    odd.forEach(([xM, yM], k) => {
      if (k > 0) driven += distanceM({ xM: odd[k - 1]![0], yM: odd[k - 1]![1] }, { xM, yM });
      expect(at(way, driven)).toEqual([xM, yM]);
    });
  });

  it('ends where it ends, turns back, or goes round', () => {
    expect(at(createWay(settings(corner, 'stop'), home), 1000)).toEqual([100, 50]);
    const turning = createWay(settings(corner, 'turn'), home);
    expect([15, 20, 25, 30, 35].map((s) => at(turning, s))).toEqual([
      [100, 50],
      [100, 0],
      [50, 0],
      [0, 0],
      [50, 0],
    ]);
    const square = [...corner, [0, 50]] as const;
    const round = createWay(settings(square, 'loop'), home);
    expect(round.lengthM).toBe(300);
    expect([25, 27.5, 30, 35].map((s) => at(round, s))).toEqual([
      [0, 50],
      [0, 25],
      [0, 0],
      [50, 0],
    ]);
  });

  it('tells how far was driven: no further once stopped', () => {
    expect(createWay(settings(corner, 'stop'), home).drivenM(1000)).toBe(150);
    expect(createWay(settings(corner, 'turn'), home).drivenM(1000)).toBe(10_000);
    expect(createWay(settings([], 'turn'), home).drivenM(1000)).toBe(0);
  });

  it.each(wayEnds)('without a length is a place (%s)', (end) => {
    expect(at(createWay(settings([], end), home), 12)).toEqual([7, -3]);
    expect(at(createWay(settings([[5, 6]], end), home), 12)).toEqual([5, 6]);
    const samePlace = [
      [5, 6],
      [5, 6],
      [5, 6],
    ] as const;
    expect(at(createWay(settings(samePlace, end), home), 12)).toEqual([5, 6]);
    expect(at(createWay(settings(corner, end, 0), home), 12)).toEqual([0, 0]);
  });

  it.each(wayEnds)('is the same with corners drawn twice (%s)', (end) => {
    const once = createWay(settings(corner, end), home);
    const twice = createWay(
      settings(
        corner.flatMap((point) => [point, point]),
        end,
      ),
      home,
    );
    for (let k = 0; k <= 100; k += 1) expect(at(twice, k * 0.5)).toEqual(at(once, k * 0.5));
  });

  it('never goes faster than its speed, and never leaves the box of its corners', () => {
    const coordinate = fc.integer({ min: -500, max: 500 });
    const point = fc.record<PlanPoint>({ xM: coordinate, yM: coordinate });
    const way = fc.array(point, { minLength: 1, maxLength: 6 });
    const time = fc.double({ min: 0, max: 3600, noNaN: true });
    fc.assert(
      fc.property(way, fc.constantFrom(...wayEnds), time, time, (points, end, a, b) => {
        const made = createWay({ ...defaultSimulation.mobility, way: points, end, speedKmh: 50 }, home);
        const [ax, ay] = at(made, a);
        const [bx, by] = at(made, b);
        const drivenM = distanceM({ xM: ax, yM: ay }, { xM: bx, yM: by });
        expect(drivenM).toBeLessThanOrEqual((50 / 3.6) * Math.abs(a - b) + 1e-6);
        const xs = points.map(({ xM }) => xM);
        const ys = points.map(({ yM }) => yM);
        expect(ax).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-9);
        expect(ax).toBeLessThanOrEqual(Math.max(...xs) + 1e-9);
        expect(ay).toBeGreaterThanOrEqual(Math.min(...ys) - 1e-9);
        expect(ay).toBeLessThanOrEqual(Math.max(...ys) + 1e-9);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
