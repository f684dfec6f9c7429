import { useState } from 'react';
import type { NodeId } from '../../../core/network/types';
import type { Scenario } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';

/** The first of these that the network has; else its source. */
export function presentNode(
  { nodes, sourceId }: Pick<Scenario, 'nodes' | 'sourceId'>,
  wanted: readonly (NodeId | undefined)[],
): NodeId {
  return wanted.find((id) => nodes.some((node) => node.id === id)) ?? sourceId;
}

/** A choice of a node that gives way while the network, opened anew or undone, is without it. */
export function useChosenNode(likely?: NodeId): readonly [NodeId, (node: NodeId) => void] {
  const [chosen, choose] = useState<NodeId>();
  const node = useApp(({ scenario }) => presentNode(scenario, [chosen, likely]));
  return [node, choose];
}
