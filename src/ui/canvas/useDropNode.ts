import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { snapPosition } from '../../core/network/positions';
import type { NodeId } from '../../core/network/types';
import { addNode } from '../../core/scenario/edits';
import { useAppStore } from '../../state/useStore';
import { useTools } from '../../state/useTools';
import { droppedKind, nodeKindType } from './Palette';

/** Handlers for a palette entry dropped on the plan. Files are none of the canvas's business. */
export function useDropNode(snaps: boolean) {
  const store = useAppStore();
  const { newId } = useTools();
  const { screenToFlowPosition } = useReactFlow();
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(nodeKindType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent) => {
      const kind = droppedKind(event.dataTransfer);
      if (kind === null) return;
      event.preventDefault();
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const place = { xM: Math.round(x), yM: Math.round(y) };
      const id = newId() as NodeId;
      const { edit, select } = store.getState();
      edit((scenario) => addNode(scenario, { id, kind, ...(snaps ? snapPosition(place) : place) }));
      select([id], []);
    },
  };
}
