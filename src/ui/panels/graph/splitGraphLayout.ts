/**
 * Geometry of HiveMind's explicit graph: a column a node, a row for each number of layers completed. In a column a vertex
 * stands further right the later its run begins, and a little lower, so that edges to the right do not run through others.
 */
import type { SplitGraph } from '../../../core/studies/rowTypes';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SplitGraphLayout {
  readonly width: number;
  readonly height: number;
  /** One a vertex of the graph. */
  readonly points: readonly Point[];
  /** One a node of the row. */
  readonly columns: readonly { readonly from: number; readonly to: number }[];
  /** y of the first vertex of each row: 0 .. L layers completed. */
  readonly rows: readonly number[];
}

const subColumnPx = 46;
const columnGapPx = 84;
const rowPx = 66;
/** How much lower than its row the last vertex of a row may be. */
const slantPx = 40;
const edgePx = 44;
const headPx = 30;

export function splitGraphLayout(
  { vertices }: Pick<SplitGraph, 'vertices'>,
  blocks: number,
): SplitGraphLayout {
  const nodeCount = vertices.reduce((max, { node }) => Math.max(max, node + 1), 0);
  const rows = Array.from({ length: blocks + 1 }, (_, done) => headPx + edgePx / 2 + done * rowPx);
  const columns: { from: number; to: number }[] = [];
  const places: ReadonlyMap<number, number>[] = [];
  let x = edgePx;
  for (let node = 0; node < nodeCount; node++) {
    const starts = vertices.filter((vertex) => vertex.node === node).map(startOf);
    const distinct = [...new Set(starts)].toSorted((a, b) => a - b);
    x += columnGapPx;
    places.push(new Map(distinct.map((start, index) => [start, x + index * subColumnPx])));
    const to = x + Math.max(0, distinct.length - 1) * subColumnPx;
    columns.push({ from: x, to });
    x = to;
  }
  const width = x + columnGapPx + edgePx;
  const slant = slantPx / Math.max(1, blocks);
  const points = vertices.map((vertex): Point => {
    if (vertex.kind === 'start') return { x: edgePx, y: rows[0]! };
    if (vertex.kind === 'end') return { x: width - edgePx, y: rows[blocks]! };
    return { x: places[vertex.node]!.get(startOf(vertex))!, y: rows[vertex.last]! + startOf(vertex) * slant };
  });
  return { width, height: rows[blocks]! + slantPx + edgePx / 2, points, columns, rows };
}

/** Relays stand before every run; runs in the order in which they begin. */
function startOf({ kind, first }: SplitGraph['vertices'][number]): number {
  return kind === 'relay' ? 0 : first;
}

/** Many edges as one path. */
export function edgesPath(graph: SplitGraph, points: readonly Point[], edges: Iterable<number>): string {
  let path = '';
  for (const index of edges) {
    const { from, to } = graph.edges[index]!;
    const a = points[from]!;
    const b = points[to]!;
    path += `M${num(a.x)} ${num(a.y)}L${num(b.x)} ${num(b.y)}`;
  }
  return path;
}

/** Many dots as one path of lines without length: drawn with round ends, they keep their size while zooming. */
export function dotsPath(points: readonly Point[], vertices: Iterable<number>): string {
  let path = '';
  for (const index of vertices) path += `M${num(points[index]!.x)} ${num(points[index]!.y)}h0`;
  return path;
}

const num = (value: number): string => String(Math.round(value * 10) / 10);

export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The whole graph in the middle of its place, never larger than drawn. */
export function fitTransform(
  layout: Pick<SplitGraphLayout, 'width' | 'height'>,
  size: { readonly width: number; readonly height: number },
): Transform {
  const k = Math.min(1.4, size.width / layout.width, size.height / layout.height);
  return { k, x: (size.width - layout.width * k) / 2, y: (size.height - layout.height * k) / 2 };
}

export function onScreen({ k, x, y }: Transform, point: Point): Point {
  return { x: point.x * k + x, y: point.y * k + y };
}

/** Labels would touch each other at a smaller zoom. */
const labelledFrom = 0.62;
const marginPx = 24;

/** Vertices that are in sight and far enough apart to be named. */
export function labelledVertices(
  layout: SplitGraphLayout,
  transform: Transform,
  size: { readonly width: number; readonly height: number },
): readonly number[] {
  if (transform.k < labelledFrom) return [];
  return layout.points.flatMap((point, index) => {
    const { x, y } = onScreen(transform, point);
    const isIn = x > -marginPx && y > -marginPx && x < size.width + marginPx && y < size.height + marginPx;
    return isIn ? [index] : [];
  });
}

export type GraphMark =
  { readonly kind: 'vertex'; readonly index: number } | { readonly kind: 'edge'; readonly index: number };

const nearVertexPx = 12;
const nearEdgePx = 7;

/** What lies under a point of the screen: the nearest vertex, else the nearest of the edges drawn. */
export function markAt(
  graph: SplitGraph,
  layout: SplitGraphLayout,
  transform: Transform,
  drawn: readonly number[],
  screen: Point,
): GraphMark | null {
  const at = { x: (screen.x - transform.x) / transform.k, y: (screen.y - transform.y) / transform.k };
  let found: GraphMark | null = null;
  let least = nearVertexPx / transform.k;
  for (const [index, point] of layout.points.entries()) {
    const away = Math.hypot(point.x - at.x, point.y - at.y);
    if (away > least) continue;
    least = away;
    found = { kind: 'vertex', index };
  }
  if (found !== null) return found;
  least = nearEdgePx / transform.k;
  for (const index of drawn) {
    const { from, to } = graph.edges[index]!;
    const away = distanceToSegment(at, layout.points[from]!, layout.points[to]!);
    if (away > least) continue;
    least = away;
    found = { kind: 'edge', index };
  }
  return found;
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}
