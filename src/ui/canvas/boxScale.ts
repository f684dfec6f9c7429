/** From afar boxes and texts are drawn larger than the plan, so that they stay legible, as far as there is room. */
import type { NetworkNode } from '../../core/network/types';
import { usualSize } from './flowBoxes';

/** What the figures of a link need between two boxes side by side, and one above the other. */
const linkRoom = { width: 70, height: 40 };
const largest = 4;
/** Boxes grow in steps, so that zooming does not measure them anew all the time. */
const step = 1.15;

/** How many times larger boxes may be before two of them come too near, at least 1. O(nodes squared), at most 20,000 pairs. */
export function growthLimit(nodes: readonly Pick<NetworkNode, 'xM' | 'yM' | 'device'>[]): number {
  let limit = largest;
  for (const [index, one] of nodes.entries()) {
    for (const other of nodes.slice(index + 1)) {
      const across = Math.abs(one.xM - other.xM) / (usualSize.width + linkRoom.width);
      const down = Math.abs(one.yM - other.yM) / ((heightOf(one) + heightOf(other)) / 2 + linkRoom.height);
      limit = Math.min(limit, Math.max(across, down));
    }
  }
  return Math.max(1, limit);
}

/** A node that only forwards says less. */
function heightOf({ device }: Pick<NetworkNode, 'device'>): number {
  return device === null ? usualSize.height / 2 : usualSize.height;
}

/** How many times larger than the plan boxes are drawn at a zoom. */
export function boxScale(zoom: number, limit: number): number {
  const wanted = Math.min(1 / zoom, limit);
  return wanted <= 1 ? 1 : step ** Math.floor(Math.log(wanted) / Math.log(step));
}
