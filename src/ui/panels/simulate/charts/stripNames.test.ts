import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../../core/network/types';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import { splitLabels, type NodePart } from './stripNames';
import { usedNodes } from './usedNodes';

const names: Partial<Record<string, string>> = { a: 'IAB node 1', b: 'IAB donor 6' };
const nameOf = (node: NodeId): string => names[node] ?? node;
const part = (node: string, x: number, width: number, y = 0, height = 30): NodePart => ({
  node: node as NodeId,
  x,
  y,
  width,
  height,
});
const labelsOf = (...parts: readonly NodePart[]) => splitLabels(parts, nameOf, 14);

describe('names in the strip of splits', () => {
  test('stand once in what parts beside each other have in common, though each alone has no room', () => {
    const parts = [0, 1, 2, 3, 4].map((k) => part('b', k * 40, 40, k % 2 === 0 ? 10 : 14));
    expect(labelsOf(parts[0]!)).toEqual([]);
    expect(labelsOf(...parts)).toEqual([{ node: 'b', text: 'IAB donor 6', x: 100, y: 27 }]);
  });

  test('go on over a hair of another split, and not over more', () => {
    const with3 = labelsOf(part('b', 0, 60), part('a', 60, 3), part('b', 63, 60));
    expect(with3).toMatchObject([{ text: 'IAB donor 6', x: 61.5 }]);
    expect(
      labelsOf(part('b', 0, 60), part('a', 60, 8), part('b', 68, 60)).map(({ text }) => text),
    ).not.toContain('IAB donor 6');
  });

  test('are as long as there is room, and never a number alone', () => {
    const textIn = (width: number) => labelsOf(part('b', 0, width), part('a', width, 1))[0]?.text;
    expect(textIn(120)).toBe('IAB donor 6');
    expect(textIn(80)).toBe('donor 6');
    expect(textIn(40)).toBeUndefined();
    expect(labelsOf(part('b', 0, 400, 0, 12))).toEqual([]);
  });

  test('start anew where nothing is left in common', () => {
    const labels = labelsOf(part('b', 0, 120, 0, 20), part('b', 120, 120, 20, 20));
    expect(labels.map(({ x, y }) => [x, y])).toEqual([
      [60, 10],
      [180, 30],
    ]);
  });
});

describe('nodes in use', () => {
  test('are those of the lane in the window, in the order of the route', () => {
    expect(usedNodes(smallRun, 'best', [0, 2])).toEqual(['phone', 'cloud']);
    expect(usedNodes(smallRun, 'best', [1.5, 2])).toEqual(['phone', 'cloud']);
    expect(usedNodes(smallRun, 'best', [1.6, 2])).toEqual(['phone']);
    expect(usedNodes(smallRun, 'ue-only', [0, 2])).toEqual([]);
    // However the run came to its plans.
    const plans = smallRun.plans.toReversed();
    const best = { ...smallRun.tasks.lanes[1]!, plan: Int32Array.of(1, 0, 0, 1) };
    const turned = { ...smallRun, plans, tasks: { ...smallRun.tasks, lanes: [best] } };
    expect(usedNodes(turned, 'best', [0, 2])).toEqual(['phone', 'cloud']);
    const away = { nodes: ['cloud' as NodeId], boundaries: [18], transfers: [{ arc: 0, boundary: 0 }] };
    const mixed = { ...turned, plans: [away, ...smallRun.plans.slice(0, 1)] };
    expect(usedNodes(mixed, 'best', [0, 2])).toEqual(['phone', 'cloud']);
  });
});
