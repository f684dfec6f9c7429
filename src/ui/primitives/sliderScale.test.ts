import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capacityAfterKey,
  capacityAt,
  capacityOf,
  placeTickNumbers,
  placeTickTargets,
  positionOf,
  sliderRange,
  tickMarks,
} from './sliderScale';

const usual = sliderRange(50);

describe('the range of the slider', () => {
  test('is 0.1 Mbit/s to 10 Gbit/s for ordinary values and for a link that is down', () => {
    for (const value of [0, 0.1, 50, 10_000]) {
      expect(sliderRange(value)).toEqual({ minMbps: 0.1, maxMbps: 10_000, positions: 1000 });
    }
  });

  test('is widened by whole factors of ten until it holds every value', () => {
    expect(sliderRange(0.001)).toEqual({ minMbps: 0.001, maxMbps: 10_000, positions: 1400 });
    expect(sliderRange(50, 123_456)).toEqual({ minMbps: 0.1, maxMbps: 1e6, positions: 1400 });
    expect(sliderRange(0.05, 1e6)).toEqual({ minMbps: 0.01, maxMbps: 1e6, positions: 1600 });
  });
});

describe('positions and capacities', () => {
  test('every position comes back from its capacity', () => {
    for (const range of [usual, sliderRange(0.001, 1e6)]) {
      for (let position = 0; position <= range.positions; position += 1) {
        expect(Math.round(positionOf(capacityAt(position, range), range))).toBe(position);
      }
    }
  });

  test('the ends of the track are the ends of the range, and nothing lies beyond', () => {
    expect(capacityAt(0, usual)).toBe(0.1);
    expect(capacityAt(usual.positions, usual)).toBe(10_000);
    expect(capacityAt(usual.positions + 50, usual)).toBe(10_000);
    expect(positionOf(1e9, usual)).toBe(usual.positions);
    expect(positionOf(0, usual)).toBe(0);
  });

  test('capacities have three significant figures and grow with the position', () => {
    for (let position = 1; position <= usual.positions; position += 1) {
      const mbps = capacityAt(position, usual);
      expect(mbps).toBeGreaterThan(capacityAt(position - 1, usual));
      expect(Number(mbps.toPrecision(3))).toBe(mbps);
    }
  });
});

describe('keys', () => {
  test('an arrow changes a capacity by about 5 %, and stays in the range', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.12, max: 9000, noNaN: true }), (mbps) => {
        const more = capacityAfterKey('ArrowRight', mbps, usual)!;
        const less = capacityAfterKey('ArrowLeft', mbps, usual)!;
        expect(more / mbps).toBeGreaterThan(1);
        expect(more / mbps).toBeLessThan(1.06);
        expect(mbps / less).toBeGreaterThan(1);
        expect(mbps / less).toBeLessThan(1.06);
      }),
      { seed: 3 },
    );
  });

  test('once on the grid, up and down undo each other over the whole range', () => {
    let mbps = 0.1;
    while (mbps < 10_000) {
      const more = capacityAfterKey('ArrowUp', mbps, usual)!;
      expect(capacityAfterKey('ArrowDown', more, usual)).toBe(mbps);
      mbps = more;
    }
    expect(mbps).toBe(10_000);
  });

  test('PageUp doubles, PageDown halves, Home and End go to the ends', () => {
    expect(capacityAfterKey('PageUp', 50, usual)).toBe(100);
    expect(capacityAfterKey('PageDown', 50, usual)).toBe(25);
    expect(capacityAfterKey('PageUp', 8000, usual)).toBe(10_000);
    expect(capacityAfterKey('Home', 50, usual)).toBe(0.1);
    expect(capacityAfterKey('End', 50, usual)).toBe(10_000);
  });

  test('a link that is down comes up at the low end and does not go lower', () => {
    expect(capacityAfterKey('ArrowUp', 0, usual)).toBe(0.1);
    expect(capacityAfterKey('ArrowDown', 0, usual)).toBe(0);
    expect(capacityAfterKey('ArrowDown', 0.1, usual)).toBe(0.1);
  });

  test('other keys mean nothing', () => {
    expect(capacityAfterKey('a', 50, usual)).toBeNull();
    expect(capacityAfterKey('Tab', 50, usual)).toBeNull();
  });
});

describe('ticks', () => {
  test('stand where the thumb stands at their capacity', () => {
    const [tick] = tickMarks([31.6], usual);
    expect(tick!.fraction).toBeCloseTo(positionOf(31.6, usual) / usual.positions, 12);
    expect(tick!.fraction).toBeCloseTo(0.5, 3);
  });

  test('outside the range are left out, the others keep their index and are sorted', () => {
    const marks = tickMarks([500, 0.02, 3, 1e5], usual);
    expect(marks.map(({ index, capacityMbps }) => [index, capacityMbps])).toEqual([
      [2, 3],
      [0, 500],
    ]);
  });

  test('numbers that would touch move apart by as little as it takes, the others stay', () => {
    const widths = [30, 30, 30];
    expect(placeTickNumbers([100, 300, 312], widths, 20)).toEqual([0, -9, 9]);
    expect(placeTickNumbers([100, 200, 300], widths, 20)).toEqual([0, 0, 0]);
  });

  test('in a crowd some numbers are left out, and those that stay are clear of each other', () => {
    const tick = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(fc.array(tick, { maxLength: 30 }), (unsorted) => {
        const ticks = unsorted.sort((one, other) => one - other);
        const shifts = placeTickNumbers(
          ticks,
          ticks.map(() => 34),
          22,
        );
        const middles = ticks.flatMap((at, index) => (shifts[index] === null ? [] : [at + shifts[index]!]));
        expect(middles.length).toBeGreaterThanOrEqual(ticks.length === 0 ? 0 : 1);
        for (const shift of shifts) if (shift !== null) expect(Math.abs(shift)).toBeLessThanOrEqual(22);
        for (const [index, middle] of middles.slice(1).entries()) {
          expect(middle - middles[index]!).toBeGreaterThanOrEqual(34 - 1e-6);
        }
      }),
      { seed: 11 },
    );
  });
});

test('each direction shows its own capacity', () => {
  const link = { aToBMbps: 5, bToAMbps: 7 };
  expect(capacityOf(link, 'aToB')).toBe(5);
  expect(capacityOf(link, 'bToA')).toBe(7);
  expect(capacityOf({ aToBMbps: 6, bToAMbps: 6 }, 'both')).toBe(6);
});

describe('targets of ticks', () => {
  const track = 240;
  const ticks = fc
    .array(fc.double({ min: 0, max: track, noNaN: true }), { minLength: 1, maxLength: 11 })
    .map((places) => [...places].sort((a, b) => a - b));

  test('never overlap, are 24 px wide wherever there is room for that, and end half of that beyond the track', () => {
    fc.assert(
      fc.property(ticks, (ticksPx) => {
        const middles = placeTickTargets(ticksPx, track);
        for (const [place, middle] of middles.entries()) {
          if (place > 0) expect(middle - middles[place - 1]!).toBeGreaterThanOrEqual(24 - 1e-9);
        }
        expect(middles[0]).toBeGreaterThanOrEqual(-1e-9);
        expect(middles.at(-1)).toBeLessThanOrEqual(track + 1e-9);
      }),
      { seed: 5 },
    );
  });

  test('stay around ticks that are far apart, and share a move where they are not', () => {
    expect(placeTickTargets([10, 60, 200], track)).toEqual([10, 60, 200]);
    expect(placeTickTargets([100, 112], track)).toEqual([94, 118]);
    expect(placeTickTargets([0, 6], track)).toEqual([0, 24]);
    expect(placeTickTargets([236, 240], track)).toEqual([216, 240]);
  });

  test('share a track that is too short for all of them', () => {
    const middles = placeTickTargets([0, 1, 2, 3], 40);
    expect(middles).toEqual([-4, 12, 28, 44]);
  });
});
