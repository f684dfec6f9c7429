/**
 * The UE's air: who can serve it, its links as they are drawn, and their traces. A trace of it was measured at the UE, whoever
 * served it then: it holds for every cell that has none of its own, with its gaps, so that handovers add no interruption to it.
 */
import type { NetworkLink, NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import type { LinkTrace } from '../traffic/types';

/** The nodes that a UE can be served by. */
export function cellsOf({ nodes, sourceId }: Pick<Scenario, 'nodes' | 'sourceId'>): NodeId[] {
  const isUe = nodes.find(({ id }) => id === sourceId)?.kind === 'ue';
  if (!isUe) return [];
  return nodes.flatMap(({ id, kind }) => (kind === 'gnb' || kind === 'iab' ? [id] : []));
}

/** The drawn links in whose place the air is simulated; none where nobody can serve the UE. */
export function airLinks(scenario: Pick<Scenario, 'links' | 'nodes' | 'sourceId'>): readonly NetworkLink[] {
  if (cellsOf(scenario).length === 0) return [];
  const { links, sourceId } = scenario;
  return links.filter(({ a, b, medium }) => medium === 'wireless' && (a === sourceId || b === sourceId));
}

interface AirTrace {
  /** The one that its link is drawn to. */
  readonly cell: NodeId;
  readonly trace: LinkTrace;
}

/** In one direction, seen from the UE; in the order in which their links are drawn. */
export function airTraces(
  scenario: Pick<Scenario, 'links' | 'nodes' | 'sourceId'>,
  traces: readonly LinkTrace[],
  direction: 'up' | 'down',
): readonly AirTrace[] {
  return airLinks(scenario).flatMap(({ id, a, b }) => {
    const isFirst = a === scenario.sourceId;
    const drawn = isFirst === (direction === 'up') ? 'aToB' : 'bToA';
    const trace = traces.find(
      (other) => other.link === id && (other.direction === 'both' || other.direction === drawn),
    );
    return trace === undefined ? [] : [{ cell: isFirst ? b : a, trace }];
  });
}

/** What the air to and from a cell follows, if anything: its own trace, else the first there is. */
export function airTraceOf(traces: readonly AirTrace[], cell: NodeId): LinkTrace | undefined {
  return (traces.find((entry) => entry.cell === cell) ?? traces[0])?.trace;
}
