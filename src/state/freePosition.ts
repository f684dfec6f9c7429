/** Where a node goes that was added without pointing at a place. */
import { type Position, snapPosition } from '../core/network/positions';
import { columnM, rowM } from '../core/network/tidyPositions';
import type { NetworkNode } from '../core/network/types';

/**
 * The place nearest to `wanted` (null: right of the network) that no node covers. Places are tried in squares around
 * it, columns and rows apart as in a tidy drawing; with at most 200 nodes one is soon free.
 */
export function freePosition(nodes: readonly NetworkNode[], wanted: Position | null): Position {
  const start = snapPosition(wanted ?? beside(nodes));
  for (let ring = 0; ; ring += 1) {
    for (let column = -ring; column <= ring; column += 1) {
      for (let row = -ring; row <= ring; row += 1) {
        if (Math.max(Math.abs(column), Math.abs(row)) !== ring) continue;
        const place = snapPosition({ xM: start.xM + column * columnM, yM: start.yM + row * rowM });
        if (nodes.every((node) => !covers(node, place))) return place;
      }
    }
  }
}

function beside(nodes: readonly NetworkNode[]): Position {
  const right = Math.max(...nodes.map((node) => node.xM));
  return { xM: right + columnM, yM: nodes.find((node) => node.xM === right)?.yM ?? 0 };
}

/** A node's box, with a margin: about two thirds of a column by two thirds of a row. */
function covers(node: NetworkNode, { xM, yM }: Position): boolean {
  return Math.abs(node.xM - xM) < columnM * 0.66 && Math.abs(node.yM - yM) < rowM * 0.66;
}
