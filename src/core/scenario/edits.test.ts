import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkNode, NodeKind } from '../network/types';
import {
  addNode,
  adoptProfile,
  changeDelivery,
  changeNode,
  changeOwnSplit,
  changeScenario,
  changeWorkload,
  chooseSink,
  chooseSource,
  duplicateItems,
  moveNodes,
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
const find = (scenario: Scenario, id: string): NetworkNode =>
  scenario.nodes.find((other) => other.id === id)!;
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
