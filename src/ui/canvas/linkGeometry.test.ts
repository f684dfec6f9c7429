import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  angleOf,
  boundsOf,
  crosses,
  distanceTo,
  isSteep,
  linkSegment,
  middleOf,
  overlap,
  pathOf,
  type Box,
} from './linkGeometry';

const box = (x: number, y: number, width = 100, height = 60): Box => ({ x, y, width, height });

describe('the visible part of a link', () => {
  test('runs from box to box, a little apart from both', () => {
    const segment = linkSegment(box(0, 0), box(300, 0))!;
    expect(segment).toEqual({ from: { x: 53, y: 0 }, to: { x: 247, y: 0 } });
    expect(middleOf(segment)).toEqual({ x: 150, y: 0 });
    expect(pathOf(segment)).toBe('M53,0L247,0');
    expect(isSteep(segment)).toBe(false);
    expect(angleOf(segment)).toBe(0);
  });

  test('leaves a box through its top when the other one is above', () => {
    const segment = linkSegment(box(0, 300), box(0, 0))!;
    expect(segment).toEqual({ from: { x: 0, y: 267 }, to: { x: 0, y: 33 } });
    expect(isSteep(segment)).toBe(true);
    expect(angleOf(segment)).toBe(-90);
  });

  test('is nothing where the boxes touch or lie on each other', () => {
    expect(linkSegment(box(0, 0), box(90, 10))).toBeNull();
    expect(linkSegment(box(5, 5), box(5, 5))).toBeNull();
  });

  test('never lies inside either box, wherever they are', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (ax, ay, bx, by) => {
        const [a, b] = [box(ax, ay), box(bx, by)];
        const segment = linkSegment(a, b);
        if (segment === null) return;
        for (const [end, of] of [
          [segment.from, a],
          [segment.to, b],
        ] as const) {
          const isInside = Math.abs(end.x - of.x) < of.width / 2 && Math.abs(end.y - of.y) < of.height / 2;
          expect(isInside).toBe(false);
        }
      }),
      { seed: 5 },
    );
  });

  test('links that join the same nodes run side by side', () => {
    const [one, other] = [-0.5, 0.5].map((lane) => linkSegment(box(0, 0), box(300, 0), lane)!);
    expect(other!.from.y - one!.from.y).toBe(34);
    expect(one!.from.y).toBe(one!.to.y);
  });
});

test('boxes share the area where they lie on each other, and none where they only touch', () => {
  expect(overlap(box(0, 0), box(50, 30))).toBe(1500);
  expect(overlap(box(0, 0), box(100, 0))).toBe(0);
});

test('a line runs through a box where one of its points lies within', () => {
  const at = fc.integer({ min: -200, max: 200 });
  fc.assert(
    fc.property(at, at, at, at, (x1, y1, x2, y2) => {
      const [from, to] = [
        { x: x1, y: y1 },
        { x: x2, y: y2 },
      ];
      const points = Array.from({ length: 2001 }, (_, k) => ({
        x: x1 + ((x2 - x1) * k) / 2000,
        y: y1 + ((y2 - y1) * k) / 2000,
      }));
      const within = (margin: number) =>
        points.some(({ x, y }) => Math.abs(x - 10) < 50 + margin && Math.abs(y) < 30 + margin);
      fc.pre(x1 !== x2 || y1 !== y2);
      // Between two points a line may just touch a corner.
      if (within(-0.2)) expect(crosses({ from, to }, box(10, 0))).toBe(true);
      if (!within(0.2)) expect(crosses({ from, to }, box(10, 0))).toBe(false);
    }),
    { seed: 5 },
  );
});

test('a point is as far from a box as from its nearest edge or corner', () => {
  expect(distanceTo(box(0, 0), { x: 20, y: 10 })).toBe(0);
  expect(distanceTo(box(0, 0), { x: 0, y: 50 })).toBe(20);
  expect(distanceTo(box(0, 0), { x: 53, y: 34 })).toBe(5);
});

test('the bounds hold every box and nothing more', () => {
  expect(boundsOf([box(0, 0), box(300, 100)])).toEqual({ x: 150, y: 50, width: 400, height: 160 });
  expect(boundsOf([])).toBeNull();
});
