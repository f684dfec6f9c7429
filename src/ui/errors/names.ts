import type { LinkId, NodeId } from '../../core/network/types';
import type { Scenario } from '../../core/scenario/types';

/** What nodes and links are called on screen. */
export interface Names {
  readonly node: (id: NodeId) => string;
  /** Names of both ends: "Phone – gNB". */
  readonly link: (id: LinkId) => string;
}

/** Names in one document. An id that is not in it (an answer of a moment ago) reads "a removed node". */
export function namesOf(scenario: Pick<Scenario, 'nodes' | 'links'>): Names {
  const nodes = new Map(scenario.nodes.map((node) => [node.id, node.name]));
  const links = new Map(scenario.links.map((link) => [link.id, link]));
  const node = (id: NodeId) => nodes.get(id) ?? 'a removed node';
  return {
    node,
    link: (id) => {
      const link = links.get(id);
      return link === undefined ? 'a removed link' : `${node(link.a)} – ${node(link.b)}`;
    },
  };
}
