/** A layered drawing of a network: columns by hops from the source, the way to the sink straight through the middle. */
import type { Position } from './positions';
import type { NetworkLink, NetworkNode, NodeId } from './types';

/** Distance of columns and rows [m]: a node is drawn about 172 x 130, a link needs room for its figures. */
export const columnM = 300;
export const rowM = 200;

export interface Drawing {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  readonly sourceId: NodeId;
  readonly sinkId: NodeId;
}

/**
 * Positions for every node, none overlapping, the same for the same drawing. Within a column nodes stand in the order of
 * their neighbours in the column before (barycentre rule), the node on the way to the sink on the axis; what cannot be
 * reached stands in rows below. O((V + E) log V).
 */
export function tidyPositions(drawing: Drawing): ReadonlyMap<NodeId, Position> {
  const neighbours = neighboursOf(drawing);
  const { hops, previous } = explore(drawing.sourceId, neighbours);
  const route = routeTo(drawing.sinkId, previous);
  const columns = columnsOf(drawing, neighbours, hops);
  const positions = new Map<NodeId, Position>();
  let lowest = 0;
  for (const [column, members] of columns.entries()) {
    const rows = arrange(members, route, neighbours, positions);
    for (const [id, row] of rows) {
      positions.set(id, { xM: column * columnM, yM: row * rowM });
      lowest = Math.max(lowest, row);
    }
  }
  const apart = drawing.nodes.filter((node) => !hops.has(node.id));
  const width = Math.max(1, columns.length);
  for (const [index, { id }] of apart.entries()) {
    positions.set(id, {
      xM: (index % width) * columnM,
      yM: (lowest + 2 + Math.floor(index / width)) * rowM,
    });
  }
  return positions;
}

type Neighbours = ReadonlyMap<NodeId, readonly NodeId[]>;

function neighboursOf({ nodes, links }: Drawing): Neighbours {
  const neighbours = new Map<NodeId, NodeId[]>(nodes.map((node) => [node.id, []]));
  for (const { a, b } of links) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  return neighbours;
}

function explore(start: NodeId, neighbours: Neighbours) {
  const hops = new Map<NodeId, number>([[start, 0]]);
  const previous = new Map<NodeId, NodeId>();
  // The map grows while it is read: a queue in the order of discovery.
  for (const [id, distance] of hops) {
    for (const next of neighbours.get(id)!) {
      if (hops.has(next)) continue;
      hops.set(next, distance + 1);
      previous.set(next, id);
    }
  }
  return { hops, previous };
}

function routeTo(sink: NodeId, previous: ReadonlyMap<NodeId, NodeId>): ReadonlySet<NodeId> {
  const route = new Set<NodeId>();
  for (let id: NodeId | undefined = sink; id !== undefined; id = previous.get(id)) route.add(id);
  return route;
}

/** Other UEs stand one column before the nearest node they are linked to, beside the source. */
function columnsOf(
  { nodes }: Drawing,
  neighbours: Neighbours,
  hops: ReadonlyMap<NodeId, number>,
): NodeId[][] {
  const placed = nodes.flatMap(({ id, kind }) => {
    const distance = hops.get(id);
    if (distance === undefined) return [];
    const nearest = Math.min(...neighbours.get(id)!.map((other) => hops.get(other)!));
    return [{ id, column: kind === 'ue' && distance > 0 ? Math.max(0, nearest - 1) : distance }];
  });
  const count = 1 + Math.max(...placed.map(({ column }) => column));
  return Array.from({ length: count }, (_, column) =>
    placed.filter((node) => node.column === column).map(({ id }) => id),
  );
}

/** Rows of a column's nodes, whole numbers around 0. */
function arrange(
  members: readonly NodeId[],
  route: ReadonlySet<NodeId>,
  neighbours: Neighbours,
  placed: ReadonlyMap<NodeId, Position>,
): ReadonlyMap<NodeId, number> {
  const pull = new Map(members.map((id) => [id, pullOf(id, neighbours, placed)]));
  const ordered = [...members].sort((a, b) => pull.get(a)! - pull.get(b)!);
  const onRoute = ordered.find((id) => route.has(id));
  if (onRoute === undefined) return spread(ordered, 0);
  const others = ordered.filter((id) => id !== onRoute);
  const above = others.filter((id) => pull.get(id)! < 0);
  const below = others.filter((id) => pull.get(id)! >= 0);
  // Balance the two sides, so that a star does not hang down on one side only.
  while (below.length > above.length + 1) above.push(below.shift()!);
  while (above.length > below.length + 1) below.unshift(above.pop()!);
  return spread([...above, onRoute, ...below], above.length);
}

function pullOf(id: NodeId, neighbours: Neighbours, placed: ReadonlyMap<NodeId, Position>): number {
  const heights = neighbours.get(id)!.flatMap((other) => placed.get(other)?.yM ?? []);
  return heights.length === 0 ? 0 : heights.reduce((sum, y) => sum + y, 0) / heights.length;
}

function spread(ordered: readonly NodeId[], axis: number): ReadonlyMap<NodeId, number> {
  return new Map(ordered.map((id, index) => [id, index - axis]));
}
