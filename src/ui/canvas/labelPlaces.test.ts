import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, type Label } from './labelPlaces';
import { crosses, distanceFrom, linkSegment, overlap, type Box, type Segment } from './linkGeometry';

const box = (x: number, y: number, width = 132, height = 74): Box => ({ x, y, width, height });
const label = (key: string, segment: Segment, more: Partial<Label> = {}): Label => ({
  key,
  segment,
  width: 68,
  height: 36,
  side: 'below',
  essential: true,
  ...more,
});

describe('texts of links', () => {
  const flat = { from: { x: 0, y: 0 }, to: { x: 200, y: 0 } };

  test('stand on their side of the middle of the line', () => {
    const places = placeLabels([label('a', flat), label('b', flat, { side: 'above' })], [], 10);
    expect(places.get('a')).toMatchObject({ x: 100, y: 28 });
    expect(places.get('b')).toMatchObject({ x: 100, y: -28 });
  });

  test('stand to the right of a steep line, whichever way it runs', () => {
    for (const [from, to] of [
      [0, 200],
      [200, 0],
    ]) {
      const place = placeLabels([label('a', { from: { x: 0, y: from! }, to: { x: 0, y: to! } })], [], 10);
      expect(place.get('a')).toMatchObject({ x: 44, y: 100 });
    }
  });

  test('go elsewhere where a box or another text is', () => {
    const places = placeLabels([label('a', flat)], [box(100, 40, 300, 60)], 10);
    expect(places.get('a')!.y).toBeLessThan(0);
  });

  test('cover no other line where another place is free, also one without a text', () => {
    const beneath = { from: { x: 60, y: 10 }, to: { x: 200, y: 90 } };
    const [place] = placeLabels([label('a', flat)], [], 10, [flat, beneath]).values();
    expect(crosses(beneath, { ...place!, width: 68, height: 36 })).toBe(false);
    expect(placeLabels([label('a', flat)], [], 10, [flat]).get('a')).toMatchObject({ x: 100, y: 28 });
  });

  test('stand nearer to their own line than to any other, and free of boxes', () => {
    // As at the end of a drive past three base stations: the third one, the core above it to the left, the cloud beside that.
    const boxes = [
      box(597, 254, 96, 26),
      box(751, 254, 96, 42),
      box(751, 360, 96, 42),
      box(597, 360, 96, 42),
    ];
    const link = (a: number, b: number) => linkSegment(boxes[a]!, boxes[b]!)!;
    const lines = [link(2, 0), link(0, 1), link(3, 0)];
    const labels = [
      label('up', lines[0]!, { width: 60, height: 33 }),
      label('on', lines[1]!, { width: 60, height: 33 }),
    ];
    const places = placeLabels(labels, boxes, 9, lines);
    for (const { key, segment, width, height } of labels) {
      const place = { ...places.get(key)!, width, height };
      const apart = lines.filter((line) => line !== segment).map((line) => distanceFrom(line, place));
      expect(distanceFrom(segment, place)).toBeLessThan(Math.min(...apart));
      for (const each of boxes) expect(overlap(place, each)).toBeLessThan(0.02 * width * height);
    }
  });

  test('rather go along their line than away from it to where another is nearer', () => {
    const other = { from: { x: 0, y: 45 }, to: { x: 200, y: 45 } };
    const beside = [box(100, 14, 300, 12), box(100, -22, 120, 36)];
    const small = label('a', flat, { width: 30, height: 10 });
    expect(placeLabels([small], beside, 10, [flat, other]).get('a')!.y).toBe(-15);
    expect(placeLabels([small], beside, 10, [flat]).get('a')!.y).toBe(31);
  });

  test('are left out where there is no room and nothing depends on them', () => {
    const everywhere = [box(100, 0, 2000, 2000)];
    const places = placeLabels([label('a', flat), label('b', flat, { essential: false })], everywhere, 10);
    expect([...places.keys()]).toEqual(['a']);
  });

  test('a link down from the middle of a row does not run into the texts of the row', () => {
    // A phone, a base station with a host below it, a core: as on the opening page.
    const boxes = [box(0, 0), box(230, 0, 132, 32), box(460, 0, 132, 32), box(230, 150)];
    const link = (a: number, b: number) => linkSegment(boxes[a]!, boxes[b]!)!;
    const labels = [
      label('radio', link(0, 1)),
      label('core', link(1, 2)),
      label('edge', link(1, 3), { width: 148 }),
    ];
    const places = placeLabels(labels, boxes, 12);
    const placed = labels.map(({ key, width, height }) => ({ ...places.get(key)!, width, height }));
    for (const [index, one] of placed.entries()) {
      for (const other of [...boxes, ...placed.slice(index + 1)]) expect(overlap(one, other)).toBe(0);
    }
  });

  test('a text that is not essential never covers anything noticeably', () => {
    const at = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(at, at, at, at), { minLength: 1, maxLength: 8 }), (ends) => {
        const labels = ends.map(([x1, y1, x2, y2], index) =>
          label(String(index), { from: { x: x1, y: y1 }, to: { x: x2, y: y2 } }, { essential: false }),
        );
        const boxes = [box(0, 0)];
        const places = placeLabels(labels, boxes, 10);
        const placed = labels.flatMap(({ key, width, height }) => {
          const place = places.get(key);
          return place === undefined ? [] : [{ ...place, width, height }];
        });
        for (const [index, one] of placed.entries()) {
          for (const other of [...boxes, ...placed.slice(index + 1)])
            expect(overlap(one, other)).toBeLessThanOrEqual(0.05 * 68 * 36);
        }
      }),
      { seed: 3 },
    );
  });
});
