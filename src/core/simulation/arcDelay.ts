/** What a transfer takes beside its bytes. */
import { linkDefaults } from '../network/nodeDefaults';
import type { NetworkLink, NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import { milliseconds } from '../units';
import type { SimulatedArc } from './types';

type Delays = Pick<NetworkLink, 'propagationMs' | 'overheadMs'>;

/** Over the air between the UE and a cell: those of the first wireless link drawn at the UE, else the usual ones. */
export function airDelays(
  { nodes, links, sourceId }: Pick<Scenario, 'nodes' | 'links' | 'sourceId'>,
  cell: NodeId,
): Delays {
  const drawn = links.find(({ a, b, medium }) => medium === 'wireless' && (a === sourceId || b === sourceId));
  return drawn ?? linkDefaults('ue', nodes.find(({ id }) => id === cell)!.kind);
}

/** Propagation and overhead [s]; of a link that is not in the document none. */
export function fixedDelayS(scenario: Scenario, arc: SimulatedArc): number {
  const delays =
    arc.kind === 'access' ? airDelays(scenario, arc.cell) : scenario.links.find(({ id }) => id === arc.link);
  return delays === undefined ? 0 : milliseconds(delays.propagationMs + delays.overheadMs);
}
