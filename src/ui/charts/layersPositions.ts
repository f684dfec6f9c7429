/** Which block or boundary of the layer strip lies where, and the other way round. */
import type { LayersLayout } from './layersChartTypes';

/** The boundary nearest to a position in the plot, for a dragged cut. */
export function boundaryAt(layout: LayersLayout, x: number): number {
  const boundary = Math.round((x - layout.inset) / layout.columnWidth);
  return Math.min(layout.blockCount, Math.max(0, boundary));
}

/** The block (0-based) under a position in the plot; null beside the columns. */
export function blockAt(layout: LayersLayout, x: number): number | null {
  const block = Math.floor((x - layout.inset) / layout.columnWidth);
  return block >= 0 && block < layout.blockCount ? block : null;
}

/** The blocks (1-based) of which at least half is seen through a window over the plot. */
export function blocksInSight(
  layout: Pick<LayersLayout, 'inset' | 'columnWidth' | 'blockCount'>,
  leftPx: number,
  widthPx: number,
): { readonly from: number; readonly to: number } {
  const at = (x: number) => Math.round((x - layout.inset) / layout.columnWidth);
  const from = Math.min(layout.blockCount, Math.max(1, at(leftPx) + 1));
  return { from, to: Math.min(layout.blockCount, Math.max(from, at(leftPx + widthPx))) };
}

export function boundaryX(layout: Pick<LayersLayout, 'inset' | 'columnWidth'>, boundary: number): number {
  return layout.inset + boundary * layout.columnWidth;
}

/** Hundredths are enough for a path. */
export const roundPx = (value: number): number => Math.round(value * 100) / 100;
