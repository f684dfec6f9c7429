import type { InternalNode } from '@xyflow/react';
import type { NetworkNode } from '../../core/network/types';
import type { Size } from './flowElements';
import type { Box } from './linkGeometry';

/** What a box measures before the browser has measured it. */
export const usualSize: Size = { width: 172, height: 134 };

/** The box of a node as React Flow holds it. */
export function boxOf({ internals, measured }: InternalNode): Box {
  const width = measured.width ?? usualSize.width;
  const height = measured.height ?? usualSize.height;
  const { x, y } = internals.positionAbsolute;
  return { x: x + width / 2, y: y + height / 2, width, height };
}

/** The boxes of the document's nodes around their positions, `growth` times as large as they were measured. */
export function boxesOf(
  nodes: readonly NetworkNode[],
  sizes: ReadonlyMap<string, Size>,
  growth = 1,
): readonly Box[] {
  return nodes.map(({ id, xM, yM }) => {
    const { width, height } = sizes.get(id) ?? usualSize;
    return { x: xM, y: yM, width: width * growth, height: height * growth };
  });
}
