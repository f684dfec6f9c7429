/** Which part of the plan a canvas shows. */
import { boundsOf, type Box } from './linkGeometry';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Boxes are not blown up beyond this when a small network is fitted into a large canvas. */
const largestZoom = 1.4;
const smallestZoom = 0.05;

/**
 * The view that shows all boxes with a margin, in a canvas of this size. `boxesAt` answers what is drawn at a zoom: texts
 * that keep their size on screen take more of the plan from afar, so the zoom is found step by step, downwards.
 */
export function fitView(
  canvas: { readonly width: number; readonly height: number },
  marginPx: number,
  boxesAt: (zoom: number) => readonly Box[],
): View | null {
  let zoom = largestZoom;
  for (let round = 0; round < 12; round += 1) {
    const bounds = boundsOf(boxesAt(zoom));
    if (bounds === null || canvas.width <= 0 || canvas.height <= 0) return null;
    const across = (canvas.width - 2 * marginPx) / bounds.width;
    const down = (canvas.height - 2 * marginPx) / bounds.height;
    const next = Math.max(smallestZoom, Math.min(zoom, across, down));
    const isSettled = next > zoom * 0.995;
    zoom = next;
    if (isSettled)
      return { x: canvas.width / 2 - bounds.x * zoom, y: canvas.height / 2 - bounds.y * zoom, zoom };
  }
  const bounds = boundsOf(boxesAt(zoom))!;
  return { x: canvas.width / 2 - bounds.x * zoom, y: canvas.height / 2 - bounds.y * zoom, zoom };
}
