import { describe, expect, test } from 'vitest';
import { presets, openingScenario } from '../../../core/scenario/presets/presets';
import { computeTable } from '../../../core/cost/computeTable';
import type { LinkId } from '../../../core/network/types';
import { changeWay } from '../../../core/scenario/simulationEdits';
import { simulationOf, defaultSimulation } from '../../../core/simulation/settings';
import { simulate } from '../../../core/simulation/simulate';
import { smallRun } from '../../../core/simulation/testing/smallRun';
import { momentOf } from '../../panels/simulate/moment';
import { crosses, overlap } from '../linkGeometry';
import { airWordsPlace } from './airWordsPlace';
import { isOfDrawing } from './isOfDrawing';
import { breathOf, linksNow } from './linksNow';
import { crossingsOf, momentOverlay } from './momentOverlay';
import {
  addedIndex,
  canAddCorner,
  clearOf,
  cornerAdded,
  cornerPut,
  putIndex,
  wayMarks,
  wayPath,
} from './wayEdits';

const wayOf = (scenario: typeof openingScenario) => simulationOf(scenario).mobility.way;

describe('a task as it is painted', () => {
  const { task } = momentOf(smallRun, 'best', 0.7);
  const { overlay, air } = momentOverlay(smallRun, openingScenario, task);
  const { computeS, nodeIds, blockCount, boundaryBytes } = computeTable(openingScenario);

  test('has the blocks of each node with their device’s times, as parts of the task', () => {
    const phone = overlay.nodes.get('phone' as never)!;
    const v = nodeIds.indexOf('phone' as never);
    const expected = [0, 1, 2].reduce((sum, block) => sum + computeS[v * blockCount + block]!, 0);
    expect(phone.ranges).toEqual([{ from: 0, to: 3 }]);
    expect(phone.seconds).toBeCloseTo(expected, 12);
    expect(phone.share).toBeCloseTo(Math.min(1, expected / 0.5), 12);
  });

  test('has what crosses links and what goes over the air, as long as it took', () => {
    const bytes = boundaryBytes[3]!;
    expect(air).toHaveLength(1);
    expect(air[0]).toMatchObject({ direction: 'aToB', boundary: 3, bytes });
    expect(air[0]!.seconds).toBeGreaterThanOrEqual((bytes * 8) / 5e6);
    expect(overlay.links.get('internet' as LinkId)![0]!.seconds).toBeGreaterThanOrEqual((bytes * 8) / 10e6);
    expect(crossingsOf(smallRun, task!.plan)).toEqual(new Map([['internet', 1]]));
    expect(overlay.nodes.get('gnb' as never)).toEqual({ ranges: [], seconds: 0, share: 0 });
  });

  test('waits where nothing is carried, and has nothing where there is no plan', () => {
    const later = momentOf(smallRun, 'cloud-only', 1.6).task!;
    const stalled = momentOverlay(smallRun, openingScenario, { ...later, startS: 1.5 });
    expect(stalled.air[0]).toMatchObject({ seconds: Infinity, share: 0 });
    const none = momentOverlay(smallRun, openingScenario, momentOf(smallRun, 'cloud-only', 1.2).task);
    expect(none.overlay.nodes.size + none.air.length).toBe(0);
    expect(momentOverlay(smallRun, openingScenario, null).air).toEqual([]);
  });

  test('of a real run names only nodes and links of the drawing', () => {
    const { scenario } = presets.find(({ id }) => id === 'hivemind-calibrated')!;
    const traffic = { ...defaultSimulation.traffic, population: 10, usualSd: 0, airTimeSd: 0 };
    const run = simulate(scenario, { ...defaultSimulation, durationS: 2, traffic });
    if (!run.ok) throw new Error(run.error.kind);
    const nodes = new Set<string>(scenario.nodes.map(({ id }) => id));
    const links = new Set<string>(scenario.links.map(({ id }) => id));
    for (const { lane } of run.value.tasks.lanes) {
      const found = momentOverlay(run.value, scenario, momentOf(run.value, lane, 1).task);
      for (const id of found.overlay.nodes.keys()) expect(nodes).toContain(id);
      for (const id of found.overlay.links.keys()) expect(links).toContain(id);
    }
  });
});

describe('links at a moment', () => {
  test('carry what the run says; a direction that is drawn down carries nothing', () => {
    const now = linksNow(smallRun, openingScenario, 1);
    expect(now.get('internet' as LinkId)).toMatchObject({
      link: { aToBMbps: 20, bToAMbps: 0 },
      breath: breathOf(20, 20),
      isReplaced: false,
    });
  });

  test('of the UE over the air are replaced by the air to the serving cell; links that came later are as drawn', () => {
    const now = linksNow(smallRun, openingScenario, 0);
    expect(now.get('radio' as LinkId)?.isReplaced).toBe(true);
    expect(now.has('backhaul' as LinkId)).toBe(false);
  });

  test('are wider the more they carry, and never gone', () => {
    const breaths = [0, 1, 10, 50, 100].map((mbps) => breathOf(mbps, 100));
    expect(breaths).toEqual([...breaths].sort((a, b) => a - b));
    expect(new Set(breaths).size).toBe(5);
    expect(breaths[0]).toBeGreaterThan(0);
    expect(breathOf(0, 0)).toBe(breaths[0]);
  });
});

test('a run is shown on the drawing that it answers, moved or not, and on no other', () => {
  const [first, ...rest] = openingScenario.nodes;
  const moved = { ...openingScenario, nodes: [{ ...first!, xM: 1 }, ...rest] };
  expect(isOfDrawing(openingScenario, moved)).toBe(true);
  expect(isOfDrawing(openingScenario, { ...openingScenario, nodes: rest })).toBe(false);
  expect(isOfDrawing(openingScenario, { ...openingScenario, links: openingScenario.links.slice(1) })).toBe(
    false,
  );
  const workload = { ...openingScenario.workload };
  expect(isOfDrawing(openingScenario, { ...openingScenario, workload })).toBe(false);
});

describe('the words of the air', () => {
  const words = { width: 200, height: 60 };
  const boxes = [
    { x: 0, y: 0, width: 120, height: 60 },
    { x: 180, y: 0, width: 120, height: 60 },
  ];
  const around = { boxes, sight: null, isMoving: false };
  const middle = { x: 90, y: 0 };

  test('stand below their line, above it where below is no room or out of sight', () => {
    const below = airWordsPlace(middle, words, around);
    expect(below.x).toBe(90);
    expect(below.y).toBeGreaterThan(30);
    expect(boxes.every((box) => overlap({ ...below, ...words }, box) === 0)).toBe(true);
    const sight = { x: 90, y: -100, width: 800, height: 300 };
    expect(airWordsPlace(middle, words, { ...around, sight }).y).toBe(-below.y);
    const full = { ...around, boxes: [...boxes, { x: 90, y: 200, width: 400, height: 400 }] };
    expect(airWordsPlace(middle, words, full).y).toBeLessThan(0);
  });

  test('go with a UE that moves, and stay on their side of it for a while', () => {
    const moving = { ...around, isMoving: true };
    const offsets = Array.from({ length: 100 }, (_, step) => {
      const ue = { x: 300 + step * 5, y: -20 };
      const { x, y } = airWordsPlace(ue, words, moving);
      return `${x - ue.x} ${y - ue.y}`;
    });
    const changes = offsets.filter((offset, step) => step > 0 && offset !== offsets[step - 1]);
    expect(changes.length).toBeLessThanOrEqual(8);
  });

  test('cover no box, no text and not the UE wherever it drives, as long as there is room in sight', () => {
    const crowd = Array.from({ length: 30 }, (_, k) => ({
      x: (k % 6) * 150,
      y: Math.floor(k / 6) * 100,
      width: 130,
      height: 70,
    }));
    const sight = { x: 400, y: 300, width: 1400, height: 900 };
    for (let step = 0; step <= 200; step += 1) {
      const mark = { x: step * 4, y: 50 + step * 1.5, width: 34, height: 34 };
      const place = airWordsPlace(mark, words, { boxes: crowd, sight, isMoving: true, mark });
      for (const box of [...crowd, mark]) expect(overlap({ ...place, ...words }, box)).toBe(0);
    }
  });

  test('lie on no line, as long as there is room in sight', () => {
    const lines = [-400, 0, 400].map((x) => ({ from: { x, y: -300 }, to: { x: x + 60, y: 300 } }));
    const sight = { x: 0, y: 0, width: 1400, height: 600 };
    for (let step = 0; step <= 100; step += 1) {
      const mark = { x: -500 + step * 10, y: 40, width: 34, height: 34 };
      const place = airWordsPlace(mark, words, { boxes, lines, sight, isMoving: true, mark });
      for (const line of lines) expect(crosses(line, { ...place, ...words })).toBe(false);
      for (const box of boxes) expect(overlap({ ...place, ...words }, box)).toBe(0);
    }
    // With a line through every place something is covered, but said.
    const one = [{ from: { x: -9000, y: 0 }, to: { x: 9000, y: 1 } }];
    const narrow = { ...sight, height: 100 };
    expect(
      airWordsPlace(middle, words, { boxes: [], lines: one, sight: narrow, isMoving: false }),
    ).toBeTruthy();
  });

  test('have a place where there is no room at all', () => {
    const crowded = { ...around, boxes: [{ x: 90, y: 0, width: 2000, height: 2000 }] };
    expect(Number.isFinite(airWordsPlace(middle, words, crowded).x)).toBe(true);
  });
});

describe('the way on the plan', () => {
  test('begins where the UE is drawn', () => {
    const ue = openingScenario.nodes.find(({ id }) => id === openingScenario.sourceId)!;
    const way = wayOf(cornerAdded(openingScenario, null));
    expect(way).toEqual([
      { xM: ue.xM, yM: ue.yM },
      { xM: ue.xM + 100, yM: ue.yM },
    ]);
    expect(addedIndex([], null)).toBe(1);
  });

  test('gets a corner half way to the next one, or straight on after the last', () => {
    const corners = [
      { xM: 0, yM: 0 },
      { xM: 100, yM: 0 },
      { xM: 100, yM: 200 },
    ];
    const scenario = changeWay(openingScenario, corners);
    expect(wayOf(cornerAdded(scenario, 1))[2]).toEqual({ xM: 100, yM: 100 });
    expect(addedIndex(corners, 1)).toBe(2);
    expect(wayOf(cornerAdded(scenario, null)).at(-1)).toEqual({ xM: 100, yM: 300 });
    expect(wayOf(cornerAdded(scenario, 99))).toHaveLength(4);
    expect(canAddCorner(scenario)).toBe(true);
  });

  test('gets a corner where the plan is pressed: into the stretch that is near, else at its end', () => {
    const corners = [
      { xM: 0, yM: 0 },
      { xM: 100, yM: 0 },
      { xM: 100, yM: 200 },
    ];
    expect(putIndex(corners, { xM: 50, yM: 8 }, 16)).toBe(1);
    expect(putIndex(corners, { xM: 108, yM: 100 }, 16)).toBe(2);
    expect(putIndex(corners, { xM: 300, yM: 300 }, 16)).toBe(3);
    const scenario = changeWay(openingScenario, corners);
    const none = { boxes: [], sizeM: 20 };
    expect(wayOf(cornerPut(scenario, { xM: 50.4, yM: 8 }, 1, none))[1]).toEqual({ xM: 50, yM: 8 });
    const first = wayOf(cornerPut(openingScenario, { xM: 5, yM: 6 }, 1, none));
    expect(first).toHaveLength(2);
    expect(first[1]).toEqual({ xM: 5, yM: 6 });
  });

  test('gets no new corner on the box of a node', () => {
    const box = { x: 0, y: 0, width: 172, height: 134 };
    const free = clearOf({ xM: 10, yM: 0 }, { boxes: [box], sizeM: 30 });
    expect(overlap({ x: free.xM, y: free.yM, width: 30, height: 30 }, box)).toBe(0);
    expect(Math.hypot(free.xM - 10, free.yM)).toBeLessThan(110);
    expect(clearOf({ xM: 300, yM: 0 }, { boxes: [box], sizeM: 30 })).toEqual({ xM: 300, yM: 0 });
    const ue = openingScenario.nodes.find(({ id }) => id === openingScenario.sourceId)!;
    const beside = { ...box, x: ue.xM + 100, y: ue.yM };
    const [start, added] = wayOf(cornerAdded(openingScenario, null, { boxes: [beside], sizeM: 30 }));
    expect(start).toEqual({ xM: ue.xM, yM: ue.yM });
    expect(overlap({ x: added!.xM, y: added!.yM, width: 30, height: 30 }, beside)).toBe(0);
  });

  test('is drawn with its direction, and closed where the UE goes round', () => {
    const corners = [
      { xM: 0, yM: 0 },
      { xM: 100, yM: 0 },
      { xM: 100, yM: 0 },
      { xM: 100, yM: 200 },
    ];
    expect(wayMarks(corners, false)).toEqual([
      { x: 50, y: 0, angle: 0 },
      { x: 100, y: 100, angle: 90 },
    ]);
    expect(wayMarks(corners, true)).toHaveLength(3);
    expect(wayPath(corners, false)).toBe('M0 0L100 0L100 0L100 200');
    expect(wayPath(corners, true)).toMatch(/Z$/u);
    expect(wayPath(corners.slice(0, 1), true)).toBe('');
  });
});
