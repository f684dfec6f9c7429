/** Nodes and links by id. Each item on screen looks itself up at every change, so the maps are built once per list. */
import type { LinkId, NetworkLink, NetworkNode, NodeId } from '../../core/network/types';
import type { Scenario } from '../../core/scenario/types';

const nodeMaps = new WeakMap<readonly NetworkNode[], ReadonlyMap<NodeId, NetworkNode>>();
const linkMaps = new WeakMap<readonly NetworkLink[], ReadonlyMap<LinkId, NetworkLink>>();

export function findNode({ nodes }: Scenario, id: NodeId): NetworkNode | undefined {
  let map = nodeMaps.get(nodes);
  if (map === undefined) nodeMaps.set(nodes, (map = new Map(nodes.map((node) => [node.id, node]))));
  return map.get(id);
}

export function findLink({ links }: Scenario, id: LinkId): NetworkLink | undefined {
  let map = linkMaps.get(links);
  if (map === undefined) linkMaps.set(links, (map = new Map(links.map((link) => [link.id, link]))));
  return map.get(id);
}

/** What a node is called; an id that is gone (an answer of a moment ago) has no name. */
export function nameOf(scenario: Scenario, id: NodeId): string {
  return findNode(scenario, id)?.name ?? 'a removed node';
}
