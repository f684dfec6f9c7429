import { useEffect } from 'react';
import type { GraphCamera } from './graphCamera';
import type { OperatorLayout } from './operatorLayout';

/** Zoom at which the words on a box can be read. */
const readableZoom = 0.8;

/** Brings the selected box into sight when the selection or the drawing has changed. */
export function useReveal(
  camera: GraphCamera | null,
  layout: OperatorLayout,
  selected: number,
  near: boolean,
): void {
  useEffect(() => {
    const box = layout.items[selected];
    if (camera !== null && box !== undefined) camera.reveal(box, near ? readableZoom : 0);
  }, [camera, layout, selected, near]);
}
