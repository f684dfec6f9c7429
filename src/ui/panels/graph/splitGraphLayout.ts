/**
 * Geometry of HiveMind's explicit graph: a column a node. In it a vertex stands at the height of the blocks it runs (the
 * first at the top) and further right the more it runs; relays, which run none, stand at its left edge.
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
  /** y of each block 1..L. */
  readonly rows: readonly number[];
}

const subColumnPx = 50;
const columnGapPx = 88;
const rowPx = 72;
const edgePx = 48;
const headPx = 52;

export function splitGraphLayout(
  { vertices }: Pick<SplitGraph, 'vertices'>,
  blocks: number,
): SplitGraphLayout {
  const nodeCount = vertices.reduce((max, { node }) => Math.max(max, node + 1), 0);
  const columns: { from: number; to: number }[] = [];
  let x = edgePx;
  for (let node = 0; node < nodeCount; node++) {
    const longest = vertices.reduce((max, v) => (v.node === node ? Math.max(max, lengthOf(v)) : max), 0);
    x += columnGapPx;
    columns.push({ from: x, to: x + longest * subColumnPx });
    x += longest * subColumnPx;
  }
  const width = x + columnGapPx + edgePx;
  const yOf = (done: number): number => headPx + done * rowPx;
  const points = vertices.map((vertex): Point => {
    if (vertex.kind === 'start') return { x: edgePx, y: yOf(0) };
    if (vertex.kind === 'end') return { x: width - edgePx, y: yOf(blocks) };
    const length = lengthOf(vertex);
    return { x: columns[vertex.node]!.from + length * subColumnPx, y: yOf(vertex.last - length / 2) };
  });
  return {
    width,
    height: yOf(blocks) + edgePx / 2,
    points,
    columns,
    rows: Array.from({ length: blocks }, (_, block) => yOf(block + 0.5)),
  };
}

/** Blocks that a vertex runs. */
function lengthOf({ kind, first, last }: SplitGraph['vertices'][number]): number {
  return kind === 'work' ? last - first + 1 : 0;
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
