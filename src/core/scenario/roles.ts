/** Who becomes source or sink when its holder is removed. */
import type { NodeId, NodeKind } from '../network/types';
import type { Scenario } from './types';

/** The source if it stays, else the first UE that stays, else the source nevertheless: a document cannot be without. */
export function nextSource({ nodes, sourceId }: Scenario, leaving: ReadonlySet<NodeId>): NodeId {
  if (!leaving.has(sourceId)) return sourceId;
  return nodes.find((node) => node.kind === 'ue' && !leaving.has(node.id))?.id ?? sourceId;
}

/** From the far end of the network to the near one. */
const sinkOrder: readonly NodeKind[] = ['cloud', 'core', 'mec', 'gnb', 'iab', 'ue'];

/** The sink if it stays and is free, else the farthest kind of node that stays, else one node that must stay. */
export function nextSink(
  { nodes, sinkId }: Scenario,
  leaving: ReadonlySet<NodeId>,
  sourceId: NodeId,
): NodeId {
  if (!leaving.has(sinkId) && sinkId !== sourceId) return sinkId;
  const staying = nodes.filter((node) => !leaving.has(node.id) && node.id !== sourceId);
  for (const kind of sinkOrder) {
    const found = staying.find((node) => node.kind === kind);
    if (found !== undefined) return found.id;
  }
  return sinkId !== sourceId ? sinkId : nodes.find((node) => node.id !== sourceId)!.id;
}
