/**
 * The document as React Flow wants it. Only place, size and selection go in: what is written on an item is read by the
 * item itself from the store, so a capacity drag leaves these arrays, and React Flow, alone.
 */
import type { Edge, Node } from '@xyflow/react';
import type { LinkId, NetworkLink, NetworkNode, NodeId } from '../../core/network/types';
import { kindNames } from '../../core/network/nodeDefaults';
import { summaryId } from './screenReaderTexts';

export type FlowNode = Node<Record<string, never>, 'network'>;
export type FlowLink = Edge<{ readonly lane: number }, 'link'>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same array, and the same element for every node, as long as what it is made of stays. */
export function createFlowNodes() {
  let last: FlowNode[] = [];
  let lastInput: readonly unknown[] = [];
  const made = new WeakMap<NetworkNode, { readonly size: Size | undefined; readonly node: FlowNode }>();
  return (
    nodes: readonly NetworkNode[],
    selected: readonly NodeId[],
    sizes: ReadonlyMap<string, Size>,
  ): FlowNode[] => {
    if (sameItems(lastInput, [nodes, selected, sizes])) return last;
    lastInput = [nodes, selected, sizes];
    const isSelected = new Set(selected);
    last = nodes.map((node) => {
      const size = sizes.get(node.id);
      const held = made.get(node);
      if (held !== undefined && held.size === size && held.node.selected === isSelected.has(node.id))
        return held.node;
      const flowNode = toFlowNode(node, isSelected.has(node.id), size);
      made.set(node, { size, node: flowNode });
      return flowNode;
    });
    return last;
  };
}

function toFlowNode(node: NetworkNode, selected: boolean, size: Size | undefined): FlowNode {
  return {
    id: node.id,
    type: 'network',
    position: { x: node.xM, y: node.yM },
    data: {},
    selected,
    ...(size === undefined ? {} : { measured: size }),
    ariaLabel: `${node.name}, ${kindNames[node.kind]}`,
    domAttributes: { 'aria-labelledby': summaryId('node', node.id), 'aria-roledescription': 'node' },
  };
}

/** The same array as long as ends with their names, order and selection of the links stay; capacities do not matter. */
export function createFlowLinks() {
  let last: FlowLink[] = [];
  let lastSelected: readonly LinkId[] = [];
  let lastNodes: Named = [];
  return (links: readonly NetworkLink[], selected: readonly LinkId[], nodes: Named): FlowLink[] => {
    if (selected === lastSelected && nodes === lastNodes && isDrawnAlike(links, last)) return last;
    lastSelected = selected;
    lastNodes = nodes;
    const isSelected = new Set(selected);
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    const lanes = lanesOf(links);
    const next = links.map((link, index) => {
      const held = last[index];
      const lane = lanes.get(link.id) ?? 0;
      const label = `Link ${names.get(link.a) ?? link.a} – ${names.get(link.b) ?? link.b}`;
      const isSame =
        held?.id === link.id &&
        held.source === link.a &&
        held.target === link.b &&
        held.selected === isSelected.has(link.id) &&
        held.ariaLabel === label &&
        held.data?.lane === lane;
      return isSame ? held : toFlowLink(link, label, isSelected.has(link.id), lane);
    });
    if (!sameItems(next, last)) last = next;
    return last;
  };
}

type Named = readonly Pick<NetworkNode, 'id' | 'name'>[];

function toFlowLink(link: NetworkLink, ariaLabel: string, selected: boolean, lane: number): FlowLink {
  return {
    id: link.id,
    type: 'link',
    source: link.a,
    target: link.b,
    data: { lane },
    selected,
    interactionWidth: 26,
    ariaLabel,
    domAttributes: { 'aria-labelledby': summaryId('link', link.id), 'aria-roledescription': 'link' },
  };
}

function isDrawnAlike(links: readonly NetworkLink[], drawn: readonly FlowLink[]): boolean {
  return (
    links.length === drawn.length &&
    links.every(({ id, a, b }, index) => {
      const link = drawn[index]!;
      return link.id === id && link.source === a && link.target === b;
    })
  );
}

/** Links that join the same two nodes stand side by side: -0.5 and 0.5 for two, -1, 0, 1 for three. */
function lanesOf(links: readonly NetworkLink[]): ReadonlyMap<LinkId, number> {
  const groups = new Map<string, NetworkLink[]>();
  for (const link of links) {
    const pair = JSON.stringify(link.a < link.b ? [link.a, link.b] : [link.b, link.a]);
    groups.set(pair, [...(groups.get(pair) ?? []), link]);
  }
  const lanes = new Map<LinkId, number>();
  for (const group of groups.values()) {
    for (const [index, link] of group.entries()) {
      const lane = index - (group.length - 1) / 2;
      // Sides are counted as seen from a to b, so a link drawn the other way round is mirrored.
      lanes.set(link.id, link.a < link.b ? lane : 0 - lane);
    }
  }
  return lanes;
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/**
 * Whether the document on screen was replaced by another one, rather than edited: its name changed together with its
 * nodes, or most nodes are new. Then the whole network is brought into view.
 */
export function isAnotherDrawing(before: DrawingIdentity, now: DrawingIdentity): boolean {
  if (before.nodes === now.nodes) return false;
  if (before.name !== now.name) return true;
  const old = new Set(before.nodes.map(identityOf));
  const fresh = now.nodes.filter((node) => !old.has(identityOf(node))).length;
  return fresh > 1 && fresh * 2 > now.nodes.length;
}

interface DrawingIdentity {
  readonly name: string;
  readonly nodes: readonly NetworkNode[];
}

const identityOf = ({ id, kind, name }: NetworkNode): string => JSON.stringify([id, kind, name]);
