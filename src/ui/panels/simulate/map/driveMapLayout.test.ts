import { expect, test } from 'vitest';
import { presets } from '../../../../core/scenario/presets/presets';
import { changeWay } from '../../../../core/scenario/simulationEdits';
import { overlap } from '../../../canvas/linkGeometry';
import { driveMapLayout, mapWidthPx } from './driveMapLayout';

const cellsOf = (scenario: (typeof presets)[number]['scenario']) =>
  scenario.nodes.filter(({ kind }) => kind === 'gnb' || kind === 'iab').map(({ id }) => id);

test('of every preset: cells and names are on the map, and names hide nothing', () => {
  for (const { scenario } of presets) {
    const { cells, heightPx } = driveMapLayout(scenario, { cells: cellsOf(scenario) });
    for (const { label, name, x, y } of cells) {
      expect(x > 0 && x < mapWidthPx && y > 0 && y < heightPx, name).toBe(true);
      if (label === null) continue;
      const box = { ...label, width: name.length * 6.6, height: 14 };
      for (const other of cells) {
        expect(overlap(box, { x: other.x, y: other.y, width: 14, height: 14 })).toBe(0);
      }
    }
    expect(new Set(cells.map(({ label }) => JSON.stringify(label))).size).toBeGreaterThan(
      cells.length / 2 - 1,
    );
  }
});

test('of the drive: names stand on the other side of their cells than the way, and the scale is as long as it says', () => {
  const { scenario } = presets.find(({ id }) => id === 'drive-by')!;
  const { cells, heightPx, placeOf, scale } = driveMapLayout(scenario, { cells: cellsOf(scenario) });
  for (const { label, y } of cells) expect(label!.y).toBeLessThan(y);
  const [from, to] = [placeOf({ xM: 0, yM: 0 }), placeOf({ xM: scale.metres, yM: 0 })];
  expect(to.x - from.x).toBeCloseTo(scale.px, 9);
  expect(scale.x + scale.px < mapWidthPx && scale.y < heightPx).toBe(true);
});

test('the way keeps its shape: as far across as down is as many pixels', () => {
  const scenario = changeWay(presets[0]!.scenario, [
    { xM: 0, yM: 0 },
    { xM: 100, yM: 0 },
    { xM: 100, yM: 100 },
  ]);
  const { placeOf, way } = driveMapLayout(scenario, { cells: cellsOf(scenario) });
  const [from, across, down] = [
    placeOf({ xM: 0, yM: 0 }),
    placeOf({ xM: 50, yM: 0 }),
    placeOf({ xM: 0, yM: 50 }),
  ];
  expect(across.x - from.x).toBeCloseTo(down.y - from.y, 9);
  expect(across.x).toBeGreaterThan(from.x);
  expect(way).toMatch(/^M[\d. -]+L[\d. -]+L[\d. -]+$/);
});

test('where nothing moves and no cell is there is a map all the same', () => {
  const still = changeWay(presets[0]!.scenario, []);
  const { heightPx, placeOf, way } = driveMapLayout(still, { cells: [] });
  expect(way).toBe('');
  expect(heightPx).toBeGreaterThan(0);
  expect(Number.isFinite(placeOf({ xM: 3, yM: 4 }).x)).toBe(true);
});
