import { useEffect, useMemo, useRef } from 'react';
import type { Size } from '../../charts/useSize';
import { createGraphCamera, type GraphCamera } from './graphCamera';
import { rulerPx } from './nodeRuler';
import type { OperatorLayout } from './operatorLayout';

/** At a smaller zoom than this, boxes carry no words: the start of the graph says more than all of it. */
const leastFirstZoom = 0.45;
const firstZoom = 0.9;

/**
 * The camera of a graph in `area`; null until that is on the page. A graph of another direction begins anew; else, where
 * blocks open or fold, the block `toggled`, or the one in the middle of the picture, stays where it is.
 */
export function useGraphCamera(
  area: HTMLElement | null,
  layout: OperatorLayout,
  { width, height }: Size,
  toggled: number | null,
): GraphCamera | null {
  const camera = useMemo(() => (area === null ? null : createGraphCamera(area)), [area]);
  const shown = useRef<OperatorLayout | null>(null);
  useEffect(() => camera?.attach(), [camera]);
  useEffect(() => {
    if (camera === null || width === 0) return;
    const { horizontal } = layout.metrics;
    camera.reframe({
      width: layout.width,
      height: layout.height,
      screenWidth: width,
      screenHeight: height,
      left: horizontal ? 0 : rulerPx,
      top: horizontal ? rulerPx : 0,
    });
    const before = shown.current;
    shown.current = layout;
    if (before === null || before.metrics !== layout.metrics) begin(camera, layout);
    else if (before !== layout) keepInPlace(camera, before, layout, toggled);
    else camera.panBy(0, 0);
  }, [camera, layout, width, height, toggled]);
  return camera;
}

function begin(camera: GraphCamera, layout: OperatorLayout): void {
  camera.fit();
  const field = camera.field();
  if (!layout.metrics.horizontal) {
    const k = Math.min(1, (field.screenWidth - field.left) / layout.width);
    camera.place([layout.width / 2, 0], [(field.left + field.screenWidth) / 2, 0], k);
    return;
  }
  if (camera.camera().k >= leastFirstZoom) return;
  // Where the first tensor is sent, with what comes before it.
  const cut = layout.tags[0]?.x ?? 0;
  const k = Math.min(firstZoom, (field.screenHeight - field.top) / Math.min(layout.height, 400));
  camera.place([cut, spineOf(layout)], [field.screenWidth / 2, (field.screenHeight + field.top) / 2], k);
}

function keepInPlace(
  camera: GraphCamera,
  before: OperatorLayout,
  layout: OperatorLayout,
  toggled: number | null,
): void {
  const old = spotOf(before, toggled) ?? spotOf(before, middleBlock(camera, before));
  const now = old === null ? null : spotOf(layout, old.block);
  if (old === null || now === null) return;
  const { k, x, y } = camera.camera();
  camera.place([now.x, now.y], [old.x * k + x, old.y * k + y]);
}

/** Where a block begins: the start of its first box along the main axis, the spine across it. */
function spotOf(layout: OperatorLayout, block: number | null) {
  if (block === null) return null;
  const first = layout.items.find(({ item }) => item.block === block);
  if (first === undefined) return null;
  const spine = spineOf(layout);
  return layout.metrics.horizontal ? { block, x: first.x, y: spine } : { block, x: spine, y: first.y };
}

function middleBlock(camera: GraphCamera, { items, metrics }: OperatorLayout): number | null {
  const { k, x, y } = camera.camera();
  const { screenWidth, screenHeight } = camera.field();
  const middle = metrics.horizontal ? (screenWidth / 2 - x) / k : (screenHeight / 2 - y) / k;
  let nearest: { block: number; away: number } | null = null;
  for (const placed of items) {
    if (placed.item.block < 0) continue;
    const away = Math.abs((metrics.horizontal ? placed.x : placed.y) - middle);
    if (nearest === null || away < nearest.away) nearest = { block: placed.item.block, away };
  }
  return nearest?.block ?? null;
}

/** Across the main axis, the middle of the boxes on the spine. */
function spineOf({ items, metrics }: OperatorLayout): number {
  const on = items.find(({ track }) => track === 0);
  if (on === undefined) return 0;
  return metrics.horizontal ? on.y + on.height / 2 : on.x + on.width / 2;
}
