import type { Connection } from '@xyflow/react';
import { useMemo } from 'react';
import type { LinkId, NodeId } from '../../core/network/types';
import { connectNodes } from '../../core/scenario/edits';
import type { Scenario } from '../../core/scenario/types';
import { useAppStore } from '../../state/useStore';
import { useTools } from '../../state/useTools';

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** Drawing a link from a node's dot to another node: one undo step, and the new link is selected. */
export function useConnecting() {
  const store = useAppStore();
  const { newId } = useTools();
  return useMemo(
    () => ({
      isValidConnection: (ends: Ends) => canConnect(store.getState().scenario, ends),
      onConnect: ({ source, target }: Connection) => {
        const id = newId() as LinkId;
        const { edit, select } = store.getState();
        edit((scenario) => connectNodes(scenario, { id, a: source as NodeId, b: target as NodeId }));
        if (store.getState().scenario.links.some((link) => link.id === id)) select([], [id]);
      },
    }),
    [store, newId],
  );
}

/** Not to itself, and not a second link between the same two. */
export function canConnect({ links }: Scenario, { source, target }: Ends): boolean {
  return (
    source !== target &&
    !links.some(({ a, b }) => (a === source && b === target) || (a === target && b === source))
  );
}
