import type { InternalNode } from '@xyflow/react';
import type { NetworkNode } from '../../core/network/types';
import { boxSize, type Detail } from './boxScale';
import type { Box } from './linkGeometry';

/** The box of a node as React Flow holds it. */
export function boxOf({ internals, measured }: InternalNode): Box {
  const { width = 0, height = 0 } = measured;
  const { x, y } = internals.positionAbsolute;
  return { x: x + width / 2, y: y + height / 2, width, height };
}

/** The boxes of nodes around their positions on the plan. */
export function boxesOf(
  nodes: readonly Pick<NetworkNode, 'xM' | 'yM' | 'device'>[],
  detail: Detail,
  scale: number,
): readonly Box[] {
  return nodes.map((node) => {
    const { width, height } = boxSize(node, detail);
    return { x: node.xM, y: node.yM, width: width * scale, height: height * scale };
  });
}
