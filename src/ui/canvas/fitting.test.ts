import { expect, test } from 'vitest';
import { boxScale, growthLimit } from './boxScale';
import { fitView } from './fitting';
import { shiftInto } from './useRevealSelection';

const canvas = { width: 1000, height: 500 };

test('a network is fitted with its margin, centred', () => {
  const view = fitView(canvas, 50, () => [{ x: 500, y: 200, width: 1800, height: 300 }])!;
  expect(view.zoom).toBeCloseTo(0.5, 9);
  expect(500 * view.zoom + view.x).toBeCloseTo(500, 9);
  expect(200 * view.zoom + view.y).toBeCloseTo(250, 9);
});

test('a small network is not blown up without end', () => {
  expect(fitView(canvas, 50, () => [{ x: 0, y: 0, width: 10, height: 10 }])!.zoom).toBe(1.4);
});

test('what keeps its size on screen is inside the view too', () => {
  const boxesAt = (zoom: number) => [
    { x: 0, y: 0, width: 2000, height: 200 },
    { x: 0, y: -200 - 50 / zoom, width: 100 / zoom, height: 100 / zoom },
  ];
  const { x, y, zoom } = fitView(canvas, 20, boxesAt)!;
  for (const box of boxesAt(zoom)) {
    expect((box.x - box.width / 2) * zoom + x).toBeGreaterThan(19);
    expect((box.y - box.height / 2) * zoom + y).toBeGreaterThan(19);
    expect((box.x + box.width / 2) * zoom + x).toBeLessThan(981);
    expect((box.y + box.height / 2) * zoom + y).toBeLessThan(481);
  }
});

test('there is no view of nothing, and none in a canvas without size', () => {
  expect(fitView(canvas, 20, () => [])).toBeNull();
  expect(fitView({ width: 0, height: 0 }, 20, () => [{ x: 0, y: 0, width: 1, height: 1 }])).toBeNull();
});

test('boxes grow from afar as far as the nearest two leave room, in steps', () => {
  const device = { kind: 'custom', speed: 1 } as const;
  const nodes = [
    { xM: 0, yM: 0, device },
    { xM: 484, yM: 0, device },
    { xM: 4000, yM: 0, device: null },
  ];
  expect(growthLimit(nodes)).toBe(2);
  expect(growthLimit([...nodes, { xM: 10, yM: 10, device }])).toBe(1);
  // One above the other, a node that only forwards leaves more room.
  expect(growthLimit([nodes[0]!, { xM: 0, yM: 348, device }])).toBe(2);
  expect(growthLimit([nodes[0]!, { xM: 0, yM: 348, device: null }])).toBeGreaterThan(2.4);
  expect(boxScale(1, 2)).toBe(1);
  expect(boxScale(3, 2)).toBe(1);
  expect(boxScale(0.5, 1)).toBe(1);
  const scale = boxScale(0.2, 2);
  expect(scale).toBeGreaterThan(2 / 1.15);
  expect(scale).toBeLessThanOrEqual(2);
  expect(boxScale(0.201, 2)).toBe(scale);
});

test('what sticks out of the canvas is moved in by no more than it must', () => {
  const area = { left: 0, right: 1000, top: 100, bottom: 500 };
  const item = (left: number, top: number) => ({ left, right: left + 300, top, bottom: top + 100 });
  expect(shiftInto(area, item(200, 200))).toEqual([0, 0]);
  expect(shiftInto(area, item(-20, 80))).toEqual([28, 28]);
  expect(shiftInto(area, item(900, 450))).toEqual([-208, -58]);
  expect(shiftInto({ ...area, right: 200 }, item(50, 200))).toEqual([-42, 0]);
});
