/** Every text of the canvas that is only read aloud, in one place. */
import type { ReactFlowProps } from '@xyflow/react';

export const canvasLabel = 'Network, drawn on a plan in metres';
export const stripLabel = 'Network, from the phone to the sink';
export const paletteLabel = 'Add to the network';
export const toolbarLabel = 'Drawing';
export const zoomLabel = 'View of the drawing';
export const problemsLabel = 'What keeps the network from working';

const nodeHelp =
  'Enter selects, Enter again or F2 renames. Arrow keys move 10 metres, with Shift 50. Delete removes. Escape selects nothing.';

export const ariaLabelConfig: NonNullable<ReactFlowProps['ariaLabelConfig']> = {
  'node.a11yDescription.default': nodeHelp,
  'node.a11yDescription.keyboardDisabled': nodeHelp,
  'node.a11yDescription.ariaLiveMessage': ({ x, y }) => movedText(1, x, y),
  'edge.a11yDescription.default':
    'Enter selects and shows its slider. Delete removes. Escape selects nothing.',
  'controls.ariaLabel': zoomLabel,
  'controls.zoomIn.ariaLabel': 'Zoom in',
  'controls.zoomOut.ariaLabel': 'Zoom out',
  'controls.fitView.ariaLabel': 'Show the whole network',
  'controls.interactive.ariaLabel': 'Lock the drawing',
  'minimap.ariaLabel': 'Overview of the drawing',
  'handle.ariaLabel': 'Drag to another node to connect',
};

/** After a move by keys. */
export function movedText(nodes: number, xM: number, yM: number): string {
  const place = `${Math.round(xM)} m right, ${Math.round(yM)} m down`;
  return nodes === 1 ? `Moved to ${place}.` : `Moved ${nodes} nodes, the first to ${place}.`;
}

/** The id of the element that describes an item; ids from files may hold anything. */
export function summaryId(kind: 'node' | 'link', id: string): string {
  return `canvas-${kind}-${encodeURIComponent(id)}`;
}
