import { describe, expect, test } from 'vitest';
import type { LinkId, NodeId } from '../../core/network/types';
import { changeCapacity, moveNodes, renameNode } from '../../core/scenario/edits';
import { openingScenario, presets } from '../../core/scenario/presets/presets';
import { createFlowLinks, createFlowNodes, isAnotherDrawing, type Size } from './flowElements';
import { selectionAfter, sizesAfter } from './useFlowChanges';

const [firstLink, secondLink] = openingScenario.links;
const [firstNode, secondNode] = openingScenario.nodes;
const noSizes: ReadonlyMap<string, Size> = new Map();

describe('what React Flow is given', () => {
  test('a capacity drag leaves both arrays as they are', () => {
    const [flowNodes, flowLinks] = [createFlowNodes(), createFlowLinks()];
    const [nobody, nothing] = [[] as NodeId[], [] as LinkId[]];
    const nodes = flowNodes(openingScenario.nodes, nobody, noSizes);
    const links = flowLinks(openingScenario.links, nothing, openingScenario.nodes);
    const dragged = changeCapacity(openingScenario, firstLink!.id, 3, 'both');
    expect(dragged).not.toBe(openingScenario);
    expect(flowNodes(dragged.nodes, nobody, noSizes)).toBe(nodes);
    expect(flowLinks(dragged.links, nothing, dragged.nodes)).toBe(links);
    const moved = moveNodes(dragged, [{ id: firstNode!.id, xM: 9, yM: 9 }]);
    expect(flowLinks(moved.links, nothing, moved.nodes)).toBe(links);
  });

  test('a move replaces the moved node only', () => {
    const flowNodes = createFlowNodes();
    const before = flowNodes(openingScenario.nodes, [], noSizes);
    const moved = moveNodes(openingScenario, [{ id: firstNode!.id, xM: -40, yM: 20 }]);
    const after = flowNodes(moved.nodes, [], noSizes);
    expect(after[0]!.position).toEqual({ x: -40, y: 20 });
    expect(after.slice(1)).toEqual(before.slice(1));
    for (let i = 1; i < after.length; i += 1) expect(after[i]).toBe(before[i]);
  });

  test('selection and measured sizes reach exactly the nodes they belong to', () => {
    const flowNodes = createFlowNodes();
    const size = { width: 10, height: 20 };
    const nodes = flowNodes(openingScenario.nodes, [secondNode!.id], new Map([[firstNode!.id, size]]));
    expect(nodes.map((node) => node.selected)).toEqual([false, true, false, false, false]);
    expect(nodes[0]!.measured).toBe(size);
    expect(nodes[1]!.measured).toBeUndefined();
  });

  test('selecting a link replaces that link only', () => {
    const flowLinks = createFlowLinks();
    const before = flowLinks(openingScenario.links, [], openingScenario.nodes);
    const after = flowLinks(openingScenario.links, [secondLink!.id], openingScenario.nodes);
    expect(after[1]!.selected).toBe(true);
    expect(after[0]).toBe(before[0]);
  });

  test('links are called by the names of their ends, also when one gets another', () => {
    const flowLinks = createFlowLinks();
    const [from, to] = [firstLink!.a, firstLink!.b].map((end) =>
      openingScenario.nodes.find(({ id }) => id === end)!,
    );
    const before = flowLinks(openingScenario.links, [], openingScenario.nodes);
    expect(before[0]!.ariaLabel).toBe(`Link ${from!.name} – ${to!.name}`);
    const renamed = renameNode(openingScenario, to!.id, 'Somebody');
    const after = flowLinks(renamed.links, [], renamed.nodes);
    expect(after[0]!.ariaLabel).toBe(`Link ${from!.name} – Somebody`);
  });

  test('links that join the same two nodes get lanes on both sides, whichever way they were drawn', () => {
    const twin = { ...firstLink!, id: 'twin' as LinkId, a: firstLink!.b, b: firstLink!.a };
    const { nodes } = openingScenario;
    const [one, other] = createFlowLinks()([firstLink!, twin], [], nodes).map((link) => link.data!.lane);
    // Opposite ways and the same sign from their own side: they lie on different sides.
    expect(Math.abs(one!)).toBe(0.5);
    expect(one).toBe(other);
  });
});

describe('another drawing', () => {
  test('is one that was opened, not one that was edited', () => {
    expect(isAnotherDrawing(openingScenario, presets[3]!.scenario)).toBe(true);
    expect(isAnotherDrawing(openingScenario, openingScenario)).toBe(false);
    const renamed = renameNode(openingScenario, firstNode!.id, 'Somebody');
    expect(isAnotherDrawing(openingScenario, renamed)).toBe(false);
    expect(isAnotherDrawing(openingScenario, { ...openingScenario, name: 'Other words' })).toBe(false);
    const moved = moveNodes(openingScenario, [{ id: firstNode!.id, xM: 9, yM: 9 }]);
    expect(isAnotherDrawing(openingScenario, moved)).toBe(false);
  });
});

describe('what React Flow reports', () => {
  test('selections are kept in their order', () => {
    const select = (id: string, selected: boolean) => ({ type: 'select', id, selected }) as const;
    expect(selectionAfter(['a'], [select('c', true), select('b', true)])).toEqual(['a', 'c', 'b']);
    expect(selectionAfter(['a', 'b'], [select('a', false)])).toEqual(['b']);
    expect(selectionAfter(['a'], [])).toBeNull();
  });

  test('a size that did not change makes no new map', () => {
    const measured = (id: string, width: number) =>
      ({ type: 'dimensions', id, dimensions: { width, height: 5 } }) as const;
    const sizes = sizesAfter(noSizes, [measured('a', 10), measured('b', 10)]);
    expect(sizesAfter(sizes, [measured('a', 10)])).toBe(sizes);
    const next = sizesAfter(sizes, [measured('a', 11)]);
    expect(next.get('a')).toEqual({ width: 11, height: 5 });
    expect(next.get('b')).toBe(sizes.get('b'));
  });
});
