import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkId, NetworkNode, NodeKind } from '../network/types';
import {
  addNode,
  adoptProfile,
  changeCapacity,
  changeDelivery,
  changeLink,
  changeNode,
  changeOwnSplit,
  changeScenario,
  changeWorkload,
  chooseSink,
  chooseSource,
  connectNodes,
  duplicateItems,
  moveNodes,
  removeItems,
  renameNode,
  tidy,
} from './edits';
import { limits } from './limits';
import { parseScenario } from './parseScenario';
import { opening } from './presets/opening';
import { toy } from './presets/toy';
import { anyEdit } from './testing/editArbitrary';
import { exampleScenario, measuredProfile, node } from './testing/exampleScenario';
import type { Scenario } from './types';

const start = opening.scenario;
const example = exampleScenario();
const link = (id: string): LinkId => id as LinkId;
const find = (scenario: Scenario, id: string): NetworkNode =>
  scenario.nodes.find((other) => other.id === id)!;
const findLink = (scenario: Scenario, id: string) => scenario.links.find((other) => other.id === id)!;
const add = (scenario: Scenario, kind: NodeKind, id = 'new') =>
  addNode(scenario, { id: node(id), kind, xM: 10, yM: 20 });

describe('any sequence of edits', () => {
  test('leaves a document that reads back as itself', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 25 }), (edits) => {
        let scenario = example;
        for (const edit of edits) {
          scenario = edit.apply(scenario);
          expect(parseScenario(scenario), edit.name).toEqual({ ok: true, value: scenario });
        }
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  test('never touches the document it starts from', () => {
    const before = structuredClone(example);
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 10 }), (edits) => {
        edits.reduce((scenario, edit) => edit.apply(scenario), example);
        expect(example).toEqual(before);
      }),
      { seed: 9, numRuns: 50 },
    );
  });

  test('an edit that leaves everything as it was returns the same object', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        let scenario = example;
        for (const edit of edits) {
          const next = edit.apply(scenario);
          if (next !== scenario) expect(next, edit.name).not.toEqual(scenario);
          scenario = next;
        }
      }),
      { seed: 10, numRuns: 150 },
    );
  });
});

describe('nodes', () => {
  test('a new node gets a free name, a device that suits its kind, and its profile', () => {
    const added = add(start, 'mec');
    expect(find(added, 'new')).toMatchObject({
      name: 'MEC host 2',
      xM: 10,
      yM: 20,
      device: { kind: 'catalogue', id: 'm1-cpu' },
      trusted: true,
    });
    expect(added.profiles.some((profile) => profile.deviceId === 'm1-cpu')).toBe(true);
    expect(find(add(added, 'mec', 'third'), 'third').name).toBe('MEC host 3');
    expect(find(add(start, 'iab'), 'new')).toMatchObject({ name: 'IAB node', device: null });
  });

  test('two hundred nodes are the most', () => {
    let scenario = start;
    for (let count = scenario.nodes.length; count < limits.nodes; count += 1)
      scenario = add(scenario, 'gnb', `n${count}`);
    expect(scenario.nodes).toHaveLength(limits.nodes);
    expect(add(scenario, 'gnb', 'one-more')).toBe(scenario);
    expect(duplicateItems(scenario, { nodes: [node('n9')], links: [] }, () => 'copy')).toBe(scenario);
  });

  test('an id that is taken, or is none, adds nothing', () => {
    expect(add(start, 'mec', 'edge')).toBe(start);
    expect(add(start, 'mec', 'not an id')).toBe(start);
  });

  test('a node stays inside the plan, and where it was if told nonsense', () => {
    const moved = moveNodes(start, [{ id: node('edge'), xM: 1e9, yM: Number.NaN }]);
    expect(find(moved, 'edge')).toMatchObject({ xM: limits.positionM, yM: 180 });
    expect(moveNodes(start, [{ id: node('edge'), xM: 280, yM: 180 }])).toBe(start);
    expect(moveNodes(start, [{ id: node('nobody'), xM: 0, yM: 0 }])).toBe(start);
  });

  test('a name is what was typed, without what cannot be seen', () => {
    expect(find(renameNode(start, node('edge'), '  Rack\u0007<7>  '), 'edge').name).toBe('Rack <7>');
    expect(find(renameNode(start, node('edge'), 'é'.repeat(100)), 'edge').name).toHaveLength(80);
    expect(renameNode(start, node('edge'), ' \n ')).toBe(start);
    expect(renameNode(start, node('edge'), 'MEC host')).toBe(start);
  });

  test('a legal change of a node is made, an illegal one is not', () => {
    expect(find(changeNode(start, node('edge'), { memoryMB: 512, trusted: false }), 'edge')).toMatchObject({
      memoryMB: 512,
      trusted: false,
    });
    expect(changeNode(start, node('edge'), { memoryMB: -1 })).toBe(start);
    expect(changeNode(start, node('edge'), { device: { kind: 'custom', speed: 0 } })).toBe(start);
    expect(
      changeNode(start, node('edge'), { device: { kind: 'measured', profileId: 'x', fallbackId: 'pi-4' } }),
    ).toBe(start);
  });

  test('the source stays a UE with a device', () => {
    expect(changeNode(start, node('phone'), { kind: 'gnb' })).toBe(start);
    expect(changeNode(start, node('phone'), { device: null })).toBe(start);
  });

  test('another device brings its profile and takes the old one along when nobody else uses it', () => {
    const changed = changeNode(start, node('edge'), { device: { kind: 'catalogue', id: 'pi-5' } });
    const devices = changed.profiles.map((profile) => profile.deviceId).sort();
    expect(devices).toEqual(['pi-4', 'pi-5', 'rtx-3090']);
  });

  test('a measured profile is embedded, and falls back to the device there was', () => {
    const profile = measuredProfile(start.workload);
    const adopted = adoptProfile(start, node('phone'), profile);
    expect(find(adopted, 'phone').device).toEqual({
      kind: 'measured',
      profileId: 'measured-1',
      fallbackId: 'pi-4',
    });
    expect(adopted.profiles).toContainEqual(profile);
    expect(adoptProfile(adopted, node('phone'), structuredClone(profile))).toBe(adopted);
    const again = adoptProfile(adopted, node('phone'), measuredProfile(start.workload, 'measured-2'));
    expect(again.profiles.map(({ id }) => id)).not.toContain('measured-1');
    expect(find(again, 'phone').device).toMatchObject({ profileId: 'measured-2', fallbackId: 'pi-4' });
  });

  test('a profile that is not measured, or contradicts itself, is not adopted', () => {
    expect(adoptProfile(start, node('phone'), start.profiles[0]!)).toBe(start);
    const profile = measuredProfile(start.workload);
    expect(adoptProfile(start, node('phone'), { ...profile, blocks: profile.blocks.slice(1) })).toBe(start);
    expect(adoptProfile(start, node('nobody'), profile)).toBe(start);
  });
});

describe('links', () => {
  test('a new link has the medium and the figures of what it joins', () => {
    const free = removeItems(start, { nodes: [], links: start.links.map(({ id }) => id) });
    const radio = connectNodes(free, { id: link('x'), a: node('phone'), b: node('gnb') });
    expect(findLink(radio, 'x')).toMatchObject({
      medium: 'wireless',
      aToBMbps: 200,
      bToAMbps: 200,
      symmetric: true,
    });
    const fibre = connectNodes(free, { id: link('x'), a: node('core'), b: node('cloud') });
    expect(findLink(fibre, 'x')).toMatchObject({ medium: 'wired', propagationMs: 5 });
  });

  test('no link to itself, none twice, none to nowhere, no id twice', () => {
    const connect = (id: string, a: string, b: string) =>
      connectNodes(start, { id: link(id), a: node(a), b: node(b) });
    expect(connect('x', 'gnb', 'gnb')).toBe(start);
    expect(connect('x', 'gnb', 'phone')).toBe(start);
    expect(connect('x', 'gnb', 'nobody')).toBe(start);
    expect(connect('radio', 'phone', 'cloud')).toBe(start);
    expect(connect('x', 'phone', 'cloud').links).toHaveLength(5);
  });

  test.each([
    [-3, 0],
    [0, 0],
    [-Infinity, 0],
    [1e-12, 0.001],
    [5, 5],
    [Infinity, 1e6],
  ])('a capacity of %d becomes %d', (wanted, mbps) => {
    expect(findLink(changeCapacity(start, link('radio'), wanted, 'both'), 'radio')).toMatchObject({
      aToBMbps: mbps,
      bToAMbps: mbps,
    });
  });

  test('a capacity that is no number, or is there already, changes nothing', () => {
    expect(changeCapacity(start, link('radio'), Number.NaN, 'both')).toBe(start);
    expect(changeCapacity(start, link('radio'), 290, 'aToB')).toBe(start);
    expect(changeCapacity(start, link('nowhere'), 3, 'both')).toBe(start);
  });

  test('a symmetric link moves both ways, an unlinked one only the way it is told', () => {
    expect(findLink(changeCapacity(start, link('radio'), 7, 'bToA'), 'radio')).toMatchObject({
      aToBMbps: 7,
      bToAMbps: 7,
    });
    const unlinked = changeLink(start, link('radio'), { symmetric: false });
    const moved = changeCapacity(unlinked, link('radio'), 7, 'bToA');
    expect(findLink(moved, 'radio')).toMatchObject({ aToBMbps: 290, bToAMbps: 7 });
    const joined = changeLink(moved, link('radio'), { symmetric: true });
    expect(findLink(joined, 'radio')).toMatchObject({ aToBMbps: 290, bToAMbps: 290 });
  });

  test('a capacity leaves profiles and nodes alone, down to their identity', () => {
    const moved = changeCapacity(start, link('radio'), 7, 'both');
    expect(moved.nodes).toBe(start.nodes);
    expect(moved.profiles).toBe(start.profiles);
  });

  test('delays are kept within their limits', () => {
    const changed = changeLink(start, link('radio'), { propagationMs: -1, overheadMs: 1e9 });
    expect(findLink(changed, 'radio')).toMatchObject({ propagationMs: 0, overheadMs: limits.delayMs });
    expect(changeLink(start, link('radio'), { propagationMs: Number.NaN })).toBe(start);
  });
});

describe('removing and copying', () => {
  test('links go with their nodes, profiles with their last user', () => {
    const removed = removeItems(start, { nodes: [node('edge')], links: [link('internet')] });
    expect(removed.nodes.map(({ id }) => id)).toEqual(['phone', 'gnb', 'core', 'cloud']);
    expect(removed.links.map(({ id }) => id)).toEqual(['radio', 'backhaul']);
    expect(removed.profiles.map(({ deviceId }) => deviceId)).not.toContain('jetson-nano');
  });

  test('the only UE stays; of everything, source and sink are left', () => {
    expect(removeItems(start, { nodes: [node('phone')], links: [] })).toBe(start);
    const rest = removeItems(start, { nodes: start.nodes.map(({ id }) => id), links: [] });
    expect(rest.nodes.map(({ id }) => id)).toEqual(['phone', 'cloud']);
    expect(rest.links).toEqual([]);
  });

  test('another UE becomes the source, with a device', () => {
    const two = changeNode(add(start, 'ue', 'second'), node('second'), { device: null });
    const removed = removeItems(two, { nodes: [node('phone')], links: [] });
    expect(removed.sourceId).toBe('second');
    expect(find(removed, 'second').device).toEqual({ kind: 'catalogue', id: 'pi-4' });
  });

  test('without its sink the network ends at the node farthest in', () => {
    expect(removeItems(start, { nodes: [node('cloud')], links: [] }).sinkId).toBe('core');
    expect(removeItems(start, { nodes: [node('cloud'), node('core')], links: [] }).sinkId).toBe('edge');
  });

  test('an own split goes with its node', () => {
    expect(example.ownSplit).not.toBeNull();
    const without = removeItems(example, { nodes: [node('cloud')], links: [] });
    expect(without.ownSplit).toBeNull();
  });

  test('copies have their own ids and names, and the links among them', () => {
    let number = 0;
    const newId = (): string => `copy-${(number += 1)}`;
    const copied = duplicateItems(start, { nodes: [node('gnb'), node('edge')], links: [] }, newId);
    expect(copied.nodes.slice(5).map(({ id, name }) => [id, name])).toEqual([
      ['copy-1', 'gNB 2'],
      ['copy-2', 'MEC host 2'],
    ]);
    expect(copied.links.slice(4)).toEqual([
      { ...findLink(start, 'edge-fibre'), id: 'copy-3', a: 'copy-1', b: 'copy-2' },
    ]);
    expect(duplicateItems(start, { nodes: [], links: [link('radio')] }, newId)).toBe(start);
    expect(duplicateItems(start, { nodes: [node('gnb')], links: [] }, () => 'edge')).toBe(start);
  });
});

describe('the rest of the document', () => {
  test('another model drops an own split that no longer fits', () => {
    const changed = changeWorkload(example, start.workload);
    expect(changed.ownSplit).toBeNull();
    expect(changeWorkload(example, structuredClone(example.workload))).toBe(example);
    expect(
      changeWorkload(start, { ...opening.scenario.workload, inputPx: 9999 } as Scenario['workload']),
    ).toBe(start);
  });

  test('an own split survives a change of precision', () => {
    const split = changeOwnSplit(start, { nodes: [node('phone'), node('cloud')], boundaries: [12, 55] });
    expect(split.ownSplit).not.toBeNull();
    const changed = changeWorkload(split, { ...split.workload, shipped: 'int8' } as Scenario['workload']);
    expect(changed.ownSplit).toEqual(split.ownSplit);
  });

  test('the profiles follow the model', () => {
    const changed = changeWorkload(start, toy.scenario.workload);
    expect(new Set(changed.profiles.map(({ modelName }) => modelName))).toEqual(new Set(['Three layers']));
    expect(changed.profiles).toHaveLength(3);
  });

  test('source and sink can be chosen, and change places', () => {
    const two = add(start, 'ue', 'second');
    expect(chooseSource(two, node('second')).sourceId).toBe('second');
    expect(chooseSource(two, node('edge'))).toBe(two);
    expect(chooseSink(two, node('edge')).sinkId).toBe('edge');
    expect(chooseSink(two, node('phone'))).toBe(two);
    const towards = chooseSink(two, node('second'));
    expect(chooseSource(towards, node('second'))).toMatchObject({ sourceId: 'second', sinkId: 'phone' });
  });

  test('delivery, name, notes and seed', () => {
    expect(changeDelivery(start, 'return').delivery).toBe('return');
    expect(changeDelivery(start, 'stay')).toBe(start);
    const changed = changeScenario(start, { name: ' A\tB ', notes: 'one\ntwo\u0000', seed: 9 });
    expect(changed).toMatchObject({ name: 'A B', notes: 'one\ntwo ', seed: 9 });
    expect(changeScenario(start, { name: '', seed: 1.5 })).toBe(start);
    expect(changeScenario(start, { notes: 'x'.repeat(20_000) }).notes).toHaveLength(limits.notesLength);
  });

  test('an own split that does not fit is not taken', () => {
    expect(changeOwnSplit(start, { nodes: [node('phone')], boundaries: [12] })).toBe(start);
    expect(changeOwnSplit(start, { nodes: [node('nobody')], boundaries: [55] })).toBe(start);
    expect(changeOwnSplit(example, null).ownSplit).toBeNull();
    expect(changeOwnSplit(start, null)).toBe(start);
  });

  test('tidying twice changes nothing the second time', () => {
    const once = tidy(start);
    expect(once).not.toBe(start);
    expect(tidy(once)).toBe(once);
  });
});
