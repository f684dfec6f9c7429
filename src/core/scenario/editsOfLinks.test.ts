import { describe, expect, test } from 'vitest';
import type { LinkId, NetworkNode, NodeKind } from '../network/types';
import {
  addNode,
  changeCapacity,
  changeLink,
  changeNode,
  connectNodes,
  duplicateItems,
  removeItems,
} from './edits';
import { limits } from './limits';
import { opening } from './presets/opening';
import { exampleScenario, node } from './testing/exampleScenario';
import type { Scenario } from './types';

const start = opening.scenario;
const example = exampleScenario();
const link = (id: string): LinkId => id as LinkId;
const find = (scenario: Scenario, id: string): NetworkNode =>
  scenario.nodes.find((other) => other.id === id)!;
const findLink = (scenario: Scenario, id: string) => scenario.links.find((other) => other.id === id)!;
const add = (scenario: Scenario, kind: NodeKind, id = 'new') =>
  addNode(scenario, { id: node(id), kind, xM: 10, yM: 20 });

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
