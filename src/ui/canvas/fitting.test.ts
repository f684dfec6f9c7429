import { describe, expect, test } from 'vitest';
import { openingScenario, presets } from '../../core/scenario/presets/presets';
import { boxScale, detailAt, growthLimit, growthLimits, textPx } from './boxScale';
import { fitReadable, fitView, showsAll } from './fitting';
import { boxesOf, drawnBoxes } from './flowBoxes';
import { overlap } from './linkGeometry';

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

const device = { kind: 'custom', speed: 1 } as const;

test('boxes grow as far as the nearest two leave room for a link, in steps', () => {
  const nodes = [
    { xM: 0, yM: 0, device },
    { xM: 496, yM: 0, device },
    { xM: 4000, yM: 0, device: null },
  ];
  expect(growthLimit(nodes, 'full').roomy).toBe(2);
  expect(growthLimit(nodes, 'full').tight).toBeCloseTo(496 / 178, 9);
  // Words that are left out leave room.
  expect(growthLimit(nodes, 'compact').roomy).toBeGreaterThan(2);
  // A box that lies on another one does not make all the others small.
  expect(growthLimit([...nodes, { xM: 10, yM: 10, device }], 'full').roomy).toBeGreaterThan(1.5);
  const limit = { roomy: 2, tight: 3, least: 0.84 };
  const scale = boxScale(0.6, limit, 1);
  expect(scale * 0.6).toBeLessThanOrEqual(1);
  expect(scale * 0.6).toBeGreaterThan(1 / 1.031);
  expect(boxScale(0.601, limit, 1)).toBe(scale);
  // Nearer than life, boxes are part of the plan.
  expect(boxScale(3, limit, 1)).toBe(1);
});

test('where links had room only with smaller texts, they give way as far as texts need it', () => {
  const limit = { roomy: 1, tight: 2, least: 0.84 };
  const onScreen = (zoom: number) => boxScale(zoom, limit, 1) * zoom * textPx;
  expect(onScreen(0.9)).toBeGreaterThan(11);
  expect(onScreen(0.5)).toBeGreaterThan(10.3);
  expect(onScreen(0.2)).toBeLessThan(2 * 0.2 * textPx + 0.01);
});

/** The canvas at 1280 x 720, at 1440 x 900, and on a projector of 1280 x 720; in Simulate with and without a projector. */
const screens = [
  [{ width: 958, height: 262 }, 1],
  [{ width: 1118, height: 400 }, 1],
  [{ width: 958, height: 262 }, 1.25],
  [{ width: 958, height: 235 }, 1],
  [{ width: 1278, height: 235 }, 1.25],
] as const;

describe.each(screens)('in a canvas of %o', (canvas, text) => {
  test.each(presets.map((preset) => [preset.id, preset.scenario] as const))(
    '%s is readable, lies inside and covers nothing',
    (id, { nodes, links }) => {
      const limits = growthLimits(nodes);
      const { view, detail } = fitReadable(canvas, 12, limits, text, (words, scale) =>
        drawnBoxes(nodes, links, words, scale),
      )!;
      const scale = boxScale(view.zoom, limits[detail], text);
      const boxes = boxesOf(nodes, detail, scale);
      expect(showsAll(view, canvas, drawnBoxes(nodes, links, detail, scale))).toBe(true);
      // The blocks of each node are told at any of them; a UE that drives is for a lecture hall.
      const least = id === 'drive-by' ? 12.9 : id.startsWith('hivemind-') && nodes.length > 8 ? 11 : 12;
      expect(scale * view.zoom * textPx).toBeGreaterThanOrEqual(least);
      for (const [index, box] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(0);
      }
      // The details that were fitted are those that are drawn.
      expect(detailAt(view.zoom, limits, text, { detail, zoom: view.zoom })).toBe(detail);
    },
  );
});

test('who comes nearer is told more, and who goes away less', () => {
  const { nodes } = openingScenario;
  const limits = growthLimits(nodes);
  const fitted = { detail: 'compact', zoom: 0.8 } as const;
  expect(detailAt(0.8, limits, 1, fitted)).toBe('compact');
  expect(detailAt(1.4, limits, 1, fitted)).toBe('full');
  expect(detailAt(0.3, limits, 1, fitted)).toBe('name');
});

test('what sticks out of the canvas is not shown whole', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const box = { x: 50, y: 50, width: 100, height: 100 };
  expect(showsAll(view, canvas, [box])).toBe(true);
  expect(showsAll(view, canvas, [box, { ...box, x: 990 }])).toBe(false);
  expect(showsAll({ ...view, y: -5 }, canvas, [box])).toBe(false);
});
