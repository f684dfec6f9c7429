/** Which part of the plan a canvas shows. */
import { boxScale, details, isReadable, type Detail, type GrowthLimits } from './boxScale';
import { boundsOf, type Box } from './linkGeometry';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

interface Canvas {
  readonly width: number;
  readonly height: number;
}

/** Boxes are not blown up beyond this when a small network is fitted into a large canvas. */
const largestZoom = 1.4;
const smallestZoom = 0.05;

/**
 * The view that shows all boxes with a margin, in a canvas of this size. `boxesAt` answers what is drawn at a zoom: texts
 * that keep their size on screen take more of the plan from afar, so the zoom is found step by step, downwards.
 */
export function fitView(
  canvas: Canvas,
  marginPx: number,
  boxesAt: (zoom: number) => readonly Box[],
): View | null {
  let zoom = largestZoom;
  for (let round = 0; round < 40; round += 1) {
    const bounds = boundsOf(boxesAt(zoom));
    if (bounds === null || canvas.width <= 0 || canvas.height <= 0) return null;
    const across = (canvas.width - 2 * marginPx) / bounds.width;
    const down = (canvas.height - 2 * marginPx) / bounds.height;
    const next = Math.max(smallestZoom, Math.min(zoom, across, down));
    const isSettled = next > zoom * 0.998;
    zoom = next;
    if (isSettled) break;
  }
  const bounds = boundsOf(boxesAt(zoom))!;
  return { x: canvas.width / 2 - bounds.x * zoom, y: canvas.height / 2 - bounds.y * zoom, zoom };
}

/**
 * The view that shows everything with the most words that are still readable; where none are, the one with the largest
 * texts.
 *
 * @param text how large texts are wanted, see `boxScale`
 */
export function fitReadable(
  canvas: Canvas,
  marginPx: number,
  limits: GrowthLimits,
  text: number,
  boxesAt: (detail: Detail, scale: number) => readonly Box[],
): { readonly view: View; readonly detail: Detail } | null {
  let best: { view: View; detail: Detail; size: number } | null = null;
  for (const detail of details) {
    const limit = limits[detail];
    const view = fitView(canvas, marginPx, (zoom) => boxesAt(detail, boxScale(zoom, limit, text)));
    if (view === null) return null;
    if (isReadable(view.zoom, limits, detail, text)) return { view, detail };
    const size = boxScale(view.zoom, limit, text) * view.zoom;
    if (best === null || size > best.size) best = { view, detail, size };
  }
  return best;
}

/** Whether all boxes lie in the canvas, touching its edge at most. */
export function showsAll(view: View, canvas: Canvas, boxes: readonly Box[]): boolean {
  const slack = 1;
  return boxes.every(({ x, y, width, height }) => {
    const [middleX, middleY] = [x * view.zoom + view.x, y * view.zoom + view.y];
    const [halfX, halfY] = [(width / 2) * view.zoom, (height / 2) * view.zoom];
    return (
      middleX - halfX >= -slack &&
      middleY - halfY >= -slack &&
      middleX + halfX <= canvas.width + slack &&
      middleY + halfY <= canvas.height + slack
    );
  });
}
