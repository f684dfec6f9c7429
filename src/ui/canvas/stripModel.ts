/** The chosen route as a list, for screens too narrow for a plan: nodes with the links between them. */
import type { LinkId, NodeId } from '../../core/network/types';
import type { Scenario } from '../../core/scenario/types';
import type { Plan } from '../../core/solvers/types';

export type StripItem =
  { readonly kind: 'node'; readonly id: NodeId } | { readonly kind: 'link'; readonly id: LinkId };

/**
 * Walks the plan from the source, then goes on to the sink by the fewest hops from wherever the walk comes nearest to it, so
 * that every link of the way has its slider even while nothing is shipped. Each node and link is listed once.
 */
export function stripItems(scenario: Scenario, plan: Plan | null): readonly StripItem[] {
  const items: StripItem[] = [{ kind: 'node', id: scenario.sourceId }];
  const seenNodes = new Set<NodeId>([scenario.sourceId]);
  const seenLinks = new Set<LinkId>();
  const walk = (link: LinkId, to: NodeId): void => {
    if (!seenLinks.has(link)) items.push({ kind: 'link', id: link });
    if (!seenNodes.has(to)) items.push({ kind: 'node', id: to });
    seenLinks.add(link);
    seenNodes.add(to);
  };
  for (const leg of plan?.legs ?? []) {
    if (leg.kind === 'transfer') walk(leg.link, leg.to);
  }
  if (seenNodes.has(scenario.sinkId)) return items;
  for (const { link, to } of wayToSink(scenario, [...seenNodes])) walk(link, to);
  return items;
}

interface Hop {
  readonly link: LinkId;
  readonly to: NodeId;
}

/** Fewest hops from the nearest of `starts` to the sink, over links that are down too: there they can be raised again. */
function wayToSink({ links, sinkId }: Scenario, starts: readonly NodeId[]): readonly Hop[] {
  const onward = new Map<NodeId, Hop | null>([[sinkId, null]]);
  // A Map visits what is added while it is walked: a breadth-first search backwards from the sink.
  for (const [node] of onward) {
    for (const { id, a, b } of links) {
      const previous = a === node ? b : b === node ? a : null;
      if (previous !== null && !onward.has(previous)) onward.set(previous, { link: id, to: node });
    }
    if (starts.includes(node)) return follow(node, onward);
  }
  return [];
}

function follow(start: NodeId, onward: ReadonlyMap<NodeId, Hop | null>): readonly Hop[] {
  const hops: Hop[] = [];
  for (let hop = onward.get(start); hop; hop = onward.get(hop.to)) hops.push(hop);
  return hops;
}
