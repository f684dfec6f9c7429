import type { NodeId } from '../../../core/network/types';
import type { Scenario } from '../../../core/scenario/types';

/** Cells that the UE may be on and that lead nowhere: the air to the UE is all they have, or all their links are down. */
export function unlinkedCells({
  links,
  nodes,
  sourceId,
}: Pick<Scenario, 'links' | 'nodes' | 'sourceId'>): ReadonlySet<NodeId> {
  // The air is simulated for a UE only.
  if (nodes.find(({ id }) => id === sourceId)?.kind !== 'ue') return new Set();
  const linked = new Set(
    links
      .filter(({ a, b, medium }) => medium === 'wired' || (a !== sourceId && b !== sourceId))
      .filter(({ aToBMbps, bToAMbps }) => aToBMbps > 0 || bToAMbps > 0)
      .flatMap(({ a, b }) => [a, b]),
  );
  return new Set(
    nodes.filter(({ id, kind }) => (kind === 'gnb' || kind === 'iab') && !linked.has(id)).map(({ id }) => id),
  );
}
