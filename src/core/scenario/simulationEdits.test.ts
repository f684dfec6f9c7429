import { describe, expect, test } from 'vitest';
import { defaultSimulation, simulationOf } from '../simulation/settings';
import type { LinkTrace } from '../traffic/types';
import { addNode, duplicateItems, moveNodes, removeItems } from './edits';
import { limits } from './limits';
import { parseScenario } from './parseScenario';
import { hivemindMmWave } from './presets/hivemindMmWave';
import { opening } from './presets/opening';
import {
  addCorner,
  adoptTrace,
  changeLinkShare,
  changeSimulation,
  changeWay,
  moveCorner,
  removeCorner,
  removeTrace,
  resetSimulation,
  whyNoTrace,
  type SimulationPatch,
} from './simulationEdits';
import { link, node } from './testing/exampleScenario';
import type { Scenario } from './types';

const start = opening.scenario;
const readsBack = (scenario: Scenario): void =>
  expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });

const trace = (patch: Partial<LinkTrace> = {}): LinkTrace => ({
  link: link('radio'),
  direction: 'both',
  name: 'drive.csv',
  stepS: 1,
  mbps: [10, 0, 30],
  loop: false,
  ...patch,
});

describe('settings', () => {
  test('a document without settings is simulated as usual', () => {
    expect(start.simulation).toBeNull();
    expect(simulationOf(start)).toBe(defaultSimulation);
  });

  test('fields change section by section, and the others stay', () => {
    const changed = changeSimulation(start, {
      durationS: 30,
      radio: { eirpDbm: 23, uplinkCapMbps: null },
      traffic: { load: 2 },
    });
    expect(changed.simulation).toEqual({
      ...defaultSimulation,
      durationS: 30,
      radio: { ...defaultSimulation.radio, eirpDbm: 23, uplinkCapMbps: null },
      traffic: { ...defaultSimulation.traffic, load: 2 },
    });
    readsBack(changed);
    const again = changeSimulation(changed, { prediction: { kind: 'rls', window: 4 } });
    expect(again.simulation).toMatchObject({ durationS: 30, prediction: { kind: 'rls', window: 4 } });
    const carrier = { carrierGHz: 3.5, subcarrierKHz: 30, bandwidthMHz: 40 } as const;
    readsBack(changeSimulation(start, { radio: carrier }));
    expect(simulationOf(changeSimulation(start, { radio: carrier })).radio).toMatchObject(carrier);
  });

  test('setting everything back gives no settings at all', () => {
    const changed = changeSimulation(start, { sciMs: 5, mobility: { speedKmh: 3 } });
    expect(changed.simulation).not.toBeNull();
    expect(changeSimulation(changed, { sciMs: 27, mobility: { speedKmh: 40 } })).toEqual(start);
    expect(resetSimulation(changed)).toEqual(start);
    expect(resetSimulation(start)).toBe(start);
  });

  test.each<SimulationPatch>([
    {},
    { durationS: 60 },
    { radio: { ...defaultSimulation.radio } },
    { durationS: 0 },
    { durationS: 3601 },
    { coherenceMs: 5 },
    { coherenceMs: Number.NaN },
    { redecideMs: -1 },
    { radio: { uplinkLayers: 1.5 } },
    { radio: { subcarrierKHz: 45 as 60 } },
    { radio: { bandwidthMHz: 101 } },
    { radio: { carrierGHz: 3.5 } },
    { radio: { shadowing: { sdDb: 3, decorrelationM: 0 } } },
    { traffic: { population: 1e9 } },
    { traffic: { airTimeMean: 1.01 } },
    { prediction: { kind: 'oracle' as 'rls' } },
    { arrival: 'sometimes' as 'periodic' },
    { durationS: 5, radio: { colour: 'red' } as object },
    { traces: [] } as object,
  ])('what is illegal, unknown or the same changes nothing: %j', (patch) => {
    expect(changeSimulation(start, patch)).toBe(start);
  });
});

describe('the way', () => {
  const way = [
    { xM: 0, yM: 0 },
    { xM: 100, yM: 50 },
  ];
  const walked = changeWay(start, way);

  test('corners are set, added, moved and removed', () => {
    expect(simulationOf(walked).mobility.way).toEqual(way);
    const corner = { xM: 7, yM: 8 };
    expect(simulationOf(addCorner(walked, corner)).mobility.way).toEqual([...way, corner]);
    expect(simulationOf(addCorner(walked, corner, 1)).mobility.way).toEqual([way[0], corner, way[1]]);
    expect(simulationOf(moveCorner(walked, 1, corner)).mobility.way).toEqual([way[0], corner]);
    expect(simulationOf(removeCorner(walked, 0)).mobility.way).toEqual([way[1]]);
    readsBack(addCorner(walked, corner));
  });

  test('without a corner the UE stays where it is drawn, and nothing is kept', () => {
    expect(changeWay(walked, [])).toEqual(start);
    expect(removeCorner(removeCorner(walked, 0), 0).simulation).toBeNull();
  });

  test('corners stay inside the plan, and where they were if told nonsense', () => {
    const far = moveCorner(walked, 1, { xM: 1e9, yM: Number.NaN });
    expect(simulationOf(far).mobility.way[1]).toEqual({ xM: limits.positionM, yM: 50 });
  });

  test('what changes nothing returns the same document', () => {
    expect(changeWay(walked, structuredClone(way))).toBe(walked);
    expect(moveCorner(walked, 9, { xM: 1, yM: 1 })).toBe(walked);
    expect(removeCorner(walked, 2)).toBe(walked);
    expect(removeCorner(start, 0)).toBe(start);
  });

  test('there is a most of corners', () => {
    const most = Array.from({ length: limits.simulation.corners }, (_, xM) => ({ xM, yM: 0 }));
    const full = changeWay(start, most);
    expect(simulationOf(full).mobility.way).toHaveLength(limits.simulation.corners);
    expect(addCorner(full, { xM: 1, yM: 1 })).toBe(full);
  });
});

describe('shares of links', () => {
  const shared = changeLinkShare(start, link('radio'), { meanMbps: 100 });

  test('what is not said is as usual for the link as it is drawn', () => {
    expect(simulationOf(shared).traffic.links).toEqual([
      { link: 'radio', meanMbps: 100, sdMbps: 290 * 0.25, ceilingMbps: 290 * 3 },
    ]);
    const wider = changeLinkShare(shared, link('radio'), { sdMbps: 1 });
    expect(simulationOf(wider).traffic.links).toEqual([
      { link: 'radio', meanMbps: 100, sdMbps: 1, ceilingMbps: 870 },
    ]);
    readsBack(wider);
  });

  test('null takes a share away', () => {
    const two = changeLinkShare(shared, link('backhaul'), {});
    const one = changeLinkShare(two, link('radio'), null);
    expect(simulationOf(one).traffic.links.map((share) => share.link)).toEqual(['backhaul']);
    expect(changeLinkShare(one, link('backhaul'), null)).toEqual(start);
  });

  test('a share that cannot be, of a link that is not there, or the same, changes nothing', () => {
    expect(changeLinkShare(shared, link('radio'), { ceilingMbps: 99 })).toBe(shared);
    expect(changeLinkShare(shared, link('radio'), { sdMbps: -1 })).toBe(shared);
    expect(changeLinkShare(shared, link('radio'), { meanMbps: 100 })).toBe(shared);
    expect(changeLinkShare(shared, link('nowhere'), { meanMbps: 1 })).toBe(shared);
    expect(changeLinkShare(start, link('radio'), null)).toBe(start);
  });
});

describe('traces', () => {
  const both = adoptTrace(start, trace());
  const directionsOf = (scenario: Scenario) =>
    simulationOf(scenario).traces.map(({ direction, name }) => `${name} ${direction}`);

  test('a trace is taken, found in the document again, and removed', () => {
    expect(simulationOf(both).traces).toEqual([trace()]);
    readsBack(both);
    expect(adoptTrace(both, trace())).toBe(both);
    expect(removeTrace(both, link('radio'), 'both')).toEqual(start);
    expect(removeTrace(both, link('backhaul'), 'both')).toBe(both);
  });

  test('another trace takes the place of what the link followed in that direction, and of nothing else', () => {
    const up = adoptTrace(both, trace({ direction: 'aToB', name: 'up.csv' }));
    expect(directionsOf(up)).toEqual(['drive.csv bToA', 'up.csv aToB']);
    const down = adoptTrace(up, trace({ direction: 'bToA', name: 'down.csv' }));
    expect(directionsOf(down)).toEqual(['up.csv aToB', 'down.csv bToA']);
    expect(directionsOf(adoptTrace(down, trace()))).toEqual(['drive.csv both']);
    expect(directionsOf(removeTrace(down, link('radio'), 'aToB'))).toEqual(['down.csv bToA']);
    expect(directionsOf(removeTrace(both, link('radio'), 'aToB'))).toEqual(['drive.csv bToA']);
    readsBack(down);
  });

  test.each<Partial<LinkTrace>>([
    { mbps: [] },
    { mbps: [-1] },
    { mbps: [Number.NaN] },
    { mbps: [1e7] },
    { stepS: 0 },
    { name: '' },
    { direction: 'up' as 'aToB' },
    { mbps: new Array<number>(limits.simulation.traceSamples + 1).fill(1) },
  ])('a trace that is wrong changes nothing: %#', (patch) => {
    expect(adoptTrace(start, trace(patch))).toBe(start);
  });

  test('a trace that does not fit is refused with the reason', () => {
    expect(whyNoTrace(start, trace())).toBeNull();
    expect(whyNoTrace(start, trace({ link: link('nowhere') }))).toEqual({ kind: 'no-such-link' });
    const { traceSamples, allTraceSamples } = limits.simulation;
    const long = new Array<number>(traceSamples).fill(1);
    const names = start.links.map(({ id }) => id);
    let full = start;
    for (const id of names) full = adoptTrace(full, trace({ link: id, direction: 'aToB', mbps: long }));
    full = adoptTrace(full, trace({ link: names[0]!, direction: 'bToA', mbps: long.slice(1) }));
    expect(simulationOf(full).traces).toHaveLength(names.length + 1);
    const more = trace({ link: names[1]!, direction: 'bToA', mbps: [1, 2] });
    expect(whyNoTrace(full, more)).toEqual({ kind: 'too-many-samples', most: allTraceSamples, room: 1 });
    expect(adoptTrace(full, more)).toBe(full);
    // What it replaces makes room for it.
    expect(whyNoTrace(full, { ...more, link: names[0]! })).toBeNull();
    readsBack(full);
  });

  test('a trace has the name of its file, as far as a document can hold it', () => {
    const named = adoptTrace(start, trace({ name: ` ${'é'.repeat(90)}\u0000.csv` }));
    expect(simulationOf(named).traces[0]!.name).toBe('é'.repeat(80));
    expect(whyNoTrace(start, trace({ stepS: 0 }))).toEqual({
      kind: 'invalid',
      expected: 'a number from 0.000001 to 1,000,000 (s)',
    });
  });

  test('there is a most of traces', () => {
    const tree = Array.from({ length: 30 }, (_, index) => `c${index}`).reduce(
      (scenario, id) =>
        duplicateItems(scenario, { nodes: [node('phone'), node('gnb')], links: [] }, idsOf(id)),
      start,
    );
    let full = tree;
    for (const { id } of tree.links) {
      full = adoptTrace(full, trace({ link: id, direction: 'aToB' }));
      full = adoptTrace(full, trace({ link: id, direction: 'bToA' }));
    }
    expect(simulationOf(full).traces).toHaveLength(limits.simulation.traces);
    expect(whyNoTrace(full, trace({ link: tree.links.at(-1)!.id }))).toEqual({
      kind: 'too-many-traces',
      most: limits.simulation.traces,
    });
  });
});

function idsOf(prefix: string): () => string {
  let next = 0;
  return () => `${prefix}-${(next += 1)}`;
}

describe('what the drawing takes along', () => {
  const { scenario } = hivemindMmWave;
  const traced = adoptTrace(
    adoptTrace(scenario, trace({ link: link('A') })),
    trace({ link: link('H'), direction: 'aToB' }),
  );

  test('a link that goes takes its share and its traces', () => {
    const left = removeItems(traced, { nodes: [], links: [link('A')] });
    expect(simulationOf(left).traces.map((other) => other.link)).toEqual(['H']);
    expect(simulationOf(left).traffic.links.map((other) => other.link)).toEqual([
      'B',
      'C',
      'D',
      'E',
      'F',
      'G',
      'H',
    ]);
    readsBack(left);
  });

  test('a node that goes takes those of its links', () => {
    const left = removeItems(traced, { nodes: [node('mec8')], links: [] });
    expect(simulationOf(left).traces.map((other) => other.link)).toEqual(['A']);
    expect(simulationOf(left).traffic.links.map((other) => other.link)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
      'F',
    ]);
    readsBack(left);
  });

  test('with the last of them the settings are as usual again', () => {
    const one = adoptTrace(changeLinkShare(start, link('radio'), {}), trace());
    expect(removeItems(one, { nodes: [], links: [link('radio')] }).simulation).toBeNull();
  });

  test('moving, adding and copying nodes leave the settings as they are', () => {
    const drawn = addNode(traced, { id: node('new'), kind: 'gnb', xM: 0, yM: 900 });
    const copied = duplicateItems(drawn, { nodes: [node('iab1'), node('iab3')], links: [] }, idsOf('copy'));
    const moved = moveNodes(copied, [{ id: node('iab1'), xM: 1, yM: 1 }]);
    expect(copied.links.length).toBeGreaterThan(drawn.links.length);
    expect(moved.simulation).toBe(traced.simulation);
  });
});
