import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { LinkId, NodeId } from '../../core/network/types';
import { useAppStore } from '../../state/useStore';
import type { FlowLink, FlowNode, Size } from './flowElements';

/** What React Flow reports: sizes stay here, selections go to the store, moves become gestures. */
export function useFlowChanges(onMove: (changes: readonly NodeChange<FlowNode>[]) => void) {
  const store = useAppStore();
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map());

  const onNodesChange = (changes: NodeChange<FlowNode>[]): void => {
    const { view, select } = store.getState();
    const selected = selectionAfter(view.selectedNodes, changes);
    if (selected !== null) select(selected as NodeId[], view.selectedLinks);
    if (changes.some((change) => change.type === 'dimensions'))
      setSizes((before) => sizesAfter(before, changes));
    if (changes.some((change) => change.type === 'position')) onMove(changes);
  };

  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowLink>[]): void => {
      const { view, select } = store.getState();
      const selected = selectionAfter(view.selectedLinks, changes);
      if (selected !== null) select(view.selectedNodes, selected as LinkId[]);
    },
    [store],
  );

  return { sizes, onNodesChange, onEdgesChange };
}

/** In the order of selection; null when nothing was selected or unselected. */
export function selectionAfter(
  selected: readonly string[],
  changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowLink>)[],
): readonly string[] | null {
  const next = new Set(selected);
  let hasChanged = false;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    hasChanged = true;
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  return hasChanged ? [...next] : null;
}

/** The same map, and the same size of every node, unless something was really measured anew. */
export function sizesAfter(
  before: ReadonlyMap<string, Size>,
  changes: readonly NodeChange<FlowNode>[],
): ReadonlyMap<string, Size> {
  let next: Map<string, Size> | null = null;
  for (const change of changes) {
    if (change.type !== 'dimensions' || change.dimensions === undefined) continue;
    const { width, height } = change.dimensions;
    const held = before.get(change.id);
    if (held?.width === width && held.height === height) continue;
    (next ??= new Map(before)).set(change.id, { width, height });
  }
  return next ?? before;
}
