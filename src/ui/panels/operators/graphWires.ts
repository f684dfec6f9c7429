/** The lines of the operator graph: out of a producer, along a lane where there is one, into a reader. */
import type { Box, Geometry, GraphMetrics } from './graphGeometry';
import type { GraphNet } from './operatorItems';

/** Straight and curved pieces: 2 numbers a line to, 6 a curve to (two controls and the end). The first is the start. */
export type PathPiece = readonly [number, number] | readonly [number, number, number, number, number, number];
export interface Wire {
  readonly net: number;
  readonly target: number;
  readonly sent: boolean;
  readonly path: readonly PathPiece[];
  readonly bounds: Box;
}

export function wiresOf(geometry: Geometry, net: GraphNet, index: number): readonly Wire[] {
  const lane = geometry.tracks.lane[index]!;
  return net.targets.map(({ item, sent }) => {
    const path = wirePath(geometry, net.from, item, lane).map((piece) => turned(geometry.metrics, piece));
    return { net: index, target: item, sent, path, bounds: boundsOf(path) };
  });
}

/** In main and cross coordinates: out of the producer, along the lane where there is one, into the reader. */
function wirePath(
  { metrics, layer, layerStart, tracks, across }: Geometry,
  from: number,
  to: number,
  lane: number | null,
) {
  const { mainSize, gap } = metrics;
  const [a, b] = [layer[from]!, layer[to]!];
  const [yFrom, yTo] = [across(tracks.track[from]!), across(tracks.track[to]!)];
  const out = layerStart[a]! + mainSize;
  const into = layerStart[b]!;
  const path: PathPiece[] = [[out, yFrom]];
  if (b === a + 1 || (to === tracks.next[from] && b > a)) {
    enter(path, into, gap, yFrom, yTo);
    return path;
  }
  const along = across(lane!);
  if (b > a) {
    enter(path, layerStart[a + 1]!, gap, yFrom, along);
    enter(path, into, gap, along, yTo);
    return path;
  }
  // Back against the drawing's direction: around both ends, inside their gaps.
  const turn = gap * 0.9;
  path.push([out + turn, yFrom, out + turn, along, out, along], [into, along]);
  path.push([into - turn, along, into - turn, yTo, into, yTo]);
  return path;
}

/** Straight on to the last gap before `at`, and there over to the other track. */
function enter(path: PathPiece[], at: number, gap: number, yFrom: number, yTo: number): void {
  if (yFrom === yTo) {
    path.push([at, yTo]);
    return;
  }
  path.push([at - gap, yFrom], [at - gap / 2, yFrom, at - gap / 2, yTo, at, yTo]);
}

function turned({ horizontal }: GraphMetrics, piece: PathPiece): PathPiece {
  if (horizontal) return piece;
  if (piece.length === 2) return [piece[1], piece[0]];
  return [piece[1], piece[0], piece[3], piece[2], piece[5], piece[4]];
}

function boundsOf(path: readonly PathPiece[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const piece of path) {
    for (let index = 0; index < piece.length; index += 2) {
      left = Math.min(left, piece[index]!);
      right = Math.max(right, piece[index]!);
      top = Math.min(top, piece[index + 1]!);
      bottom = Math.max(bottom, piece[index + 1]!);
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
