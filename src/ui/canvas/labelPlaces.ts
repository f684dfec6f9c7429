/** Where the texts of links go, so that they cover neither boxes nor each other. Flow units. */
import { crosses, distanceFrom, middleOf, overlap, type Box, type Segment } from './linkGeometry';

export interface Label {
  readonly key: string;
  readonly segment: Segment;
  readonly width: number;
  readonly height: number;
  /** The side of the line it is on if both are free, as seen on screen; beside a steep line it is the right one. */
  readonly side: 'above' | 'below';
  /** A text that nothing depends on is left out where there is no room. */
  readonly essential: boolean;
}

/** Along the line, from a to b. */
const shares = [0.5, 0.38, 0.62, 0.26, 0.74, 0.12, 0.88];
/** Away from the line, in distances of the nearest place: past boxes that stand close to each other. */
const reaches = [1, 1.8, 2.6];
/** In a drawing with more lines than this, those that run beneath labels are not looked at: O(labels * lines). */
const manyLines = 60;
/** A place that covers this part of the label is not free. */
const spare = 0.02;

/**
 * The middle of each label that has a place. Two rounds: the first ones do not know what comes after them.
 *
 * @param lines all that is drawn between the boxes, with a label or without
 */
export function placeLabels(
  labels: readonly Label[],
  boxes: readonly Box[],
  distance: number,
  lines: readonly Segment[] = [],
): ReadonlyMap<string, Box> {
  const places = new Map<string, Box>();
  const seen = lines.length > manyLines ? [] : lines;
  const ordered = [...labels].sort((one, other) => Number(other.essential) - Number(one.essential));
  for (let round = 0; round < 2; round += 1) {
    for (const label of ordered) {
      places.delete(label.key);
      const obstacles = [...boxes, ...places.values()];
      const { place, covered } = bestPlace(label, obstacles, seen, distance);
      const isFree = covered <= spare * label.width * label.height;
      if (isFree || label.essential) places.set(label.key, place);
    }
  }
  return places;
}

function bestPlace(
  label: Label,
  obstacles: readonly Box[],
  lines: readonly Segment[],
  distance: number,
): { readonly place: Box; readonly covered: number } {
  const area = label.width * label.height;
  let best = { place: { ...middleOf(label.segment), ...sizeOf(label) }, covered: Infinity, cost: Infinity };
  for (const { place, penalty } of candidates(label, distance)) {
    const covered = obstacles.reduce((sum, obstacle) => sum + overlap(place, obstacle), 0);
    // Its ground hides the lines it covers: only where no other place is free.
    const crossed = lines.filter((line) => line !== label.segment && crosses(line, place)).length;
    // Beside another line it would be read as that one's.
    const own = distanceFrom(label.segment, place);
    const isAstray = lines.some((line) => line !== label.segment && distanceFrom(line, place) < own);
    const cost = (covered / area) * 20 + crossed * 2.5 + (isAstray ? 6 : 0) + penalty;
    if (cost < best.cost) best = { place, covered, cost };
  }
  return best;
}

function* candidates(label: Label, distance: number): Iterable<{ place: Box; penalty: number }> {
  const { from, to } = label.segment;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  let normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const isSteep = Math.abs(normal.x) > Math.abs(normal.y);
  // Beside a steep line it is first to the right, else where the label says.
  if (isSteep ? normal.x < 0 : normal.y > 0 === (label.side === 'above'))
    normal = { x: -normal.x, y: -normal.y };
  const half = (Math.abs(normal.x) * label.width + Math.abs(normal.y) * label.height) / 2;
  for (const [order, share] of shares.entries()) {
    for (const [side, reach] of [1, -1].flatMap((way) => reaches.map((far) => [way, far] as const))) {
      const away = half + distance * reach;
      const x = from.x + (to.x - from.x) * share + normal.x * away * side;
      const y = from.y + (to.y - from.y) * share + normal.y * away * side;
      yield {
        place: { x, y, ...sizeOf(label) },
        penalty: order * 0.15 + (side === 1 ? 0 : 0.5) + (reach - 1) * 0.7,
      };
    }
  }
}

const sizeOf = ({ width, height }: Label) => ({ width, height });
