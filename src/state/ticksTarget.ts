/** Which link's ticks are on screen: the selected link's, else those of the source's first link (the opening slider). */
import type { LinkDirection, LinkId, NetworkLink, NodeId } from '../core/network/types';
import type { Scenario } from '../core/scenario/types';

export interface TicksTarget {
  readonly link: LinkId;
  /** One a slider of the link. */
  readonly directions: readonly SliderDirection[];
}

/** 'both' where the directions of a link move together. */
export type SliderDirection = LinkDirection | 'both';

/** null: there is no link to put ticks on. */
export function ticksTarget(scenario: Scenario, selectedLinks: readonly LinkId[]): TicksTarget | null {
  const selected =
    selectedLinks.length === 1 ? scenario.links.find((link) => link.id === selectedLinks[0]) : undefined;
  const link = selected ?? heroLink(scenario);
  if (link === undefined) return null;
  if (link.symmetric) return { link: link.id, directions: ['both'] };
  // The way the data most likely goes is worked out first.
  const uplink = uplinkOf(scenario, link);
  return { link: link.id, directions: [uplink, uplink === 'aToB' ? 'bToA' : 'aToB'] };
}

/** The link that the first slider moves: the first one on the source. */
export function heroLink(scenario: Scenario): NetworkLink | undefined {
  return scenario.links.find(({ a, b }) => a === scenario.sourceId || b === scenario.sourceId);
}

/** The direction of a link that leads towards the sink, by number of hops; a to b where both ends are as far. */
export function uplinkOf(scenario: Scenario, link: NetworkLink): LinkDirection {
  const hops = hopsToSink(scenario);
  return (hops.get(link.a) ?? Infinity) < (hops.get(link.b) ?? Infinity) ? 'bToA' : 'aToB';
}

function hopsToSink(scenario: Scenario): ReadonlyMap<NodeId, number> {
  const hops = new Map<NodeId, number>([[scenario.sinkId, 0]]);
  // A Map visits what is added while it is walked: this is a breadth-first search, O(nodes * links).
  for (const [node, distance] of hops) {
    for (const { a, b } of scenario.links) {
      const next = a === node ? b : b === node ? a : null;
      if (next !== null && !hops.has(next)) hops.set(next, distance + 1);
    }
  }
  return hops;
}
