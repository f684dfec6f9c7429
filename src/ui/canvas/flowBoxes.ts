import type { InternalNode } from '@xyflow/react';
import type { NetworkLink, NetworkNode } from '../../core/network/types';
import { boxSize, type Detail } from './boxScale';
import { isSteep, linkSegment, middleOf, type Box, type Segment } from './linkGeometry';

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

/** The lines of links between these boxes of these nodes; null where nothing is left to draw. */
export function segmentsOf(
  links: readonly { readonly a: string; readonly b: string; readonly lane?: number | undefined }[],
  nodes: readonly Pick<NetworkNode, 'id'>[],
  boxes: readonly Box[],
): readonly (Segment | null)[] {
  const boxOfNode = new Map<string, Box>(nodes.map(({ id }, index) => [id, boxes[index]!]));
  return links.map(({ a, b, lane }) => {
    const [from, to] = [boxOfNode.get(a), boxOfNode.get(b)];
    return from === undefined || to === undefined ? null : linkSegment(from, to, lane);
  });
}

/** Room for the texts of a link above and below its line, at scale 1 [px]; beside a steep one there is always some. */
const labelRoom = { width: 68, height: 96 };

/** Everything that is to be in view: the boxes, and room for the texts of the links. */
export function drawnBoxes(
  nodes: readonly Pick<NetworkNode, 'id' | 'xM' | 'yM' | 'device'>[],
  links: readonly Pick<NetworkLink, 'a' | 'b'>[],
  detail: Detail,
  scale: number,
): readonly Box[] {
  const boxes = boxesOf(nodes, detail, scale);
  const labels = segmentsOf(links, nodes, boxes).flatMap((segment) => {
    if (segment === null || isSteep(segment)) return [];
    return [{ ...middleOf(segment), width: labelRoom.width * scale, height: labelRoom.height * scale }];
  });
  return [...boxes, ...labels];
}
