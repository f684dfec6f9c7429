/** Where links run between the boxes of nodes, and where the slider of one finds room. Flow units: 1 = 1 m. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Free space between a box and the end of a link. */
const gap = 3;
/** Distance between links that join the same two nodes. */
const laneWidth = 34;

/**
 * The visible part of the straight line between two boxes; `lane` moves it sideways (0 = through the middles). null where
 * the boxes overlap and nothing is left to draw.
 */
export function linkSegment(a: Box, b: Box, lane = 0): Segment | null {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return null;
  const aside = { x: (-dy / length) * lane * laneWidth, y: (dx / length) * lane * laneWidth };
  const start = exit(a, { x: dx / length, y: dy / length }, aside);
  const end = exit(b, { x: -dx / length, y: -dy / length }, aside);
  if (start + end >= length) return null;
  const at = (distance: number): Point => ({
    x: a.x + aside.x + (dx / length) * distance,
    y: a.y + aside.y + (dy / length) * distance,
  });
  return { from: at(start), to: at(length - end) };
}

/** Distance along a ray from (the middle of a box, moved aside) to where it leaves the box. */
function exit(box: Box, direction: Point, aside: Point): number {
  const alongX =
    direction.x === 0 ? Infinity : (box.width / 2 - Math.sign(direction.x) * aside.x) / Math.abs(direction.x);
  const alongY =
    direction.y === 0
      ? Infinity
      : (box.height / 2 - Math.sign(direction.y) * aside.y) / Math.abs(direction.y);
  return Math.max(0, Math.min(alongX, alongY)) + gap;
}

export function middleOf({ from, to }: Segment): Point {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

/** The segment as an SVG path. */
export function pathOf({ from, to }: Segment): string {
  return `M${from.x},${from.y}L${to.x},${to.y}`;
}

/** Angle of the segment from a to b [degrees], clockwise on screen. */
export function angleOf({ from, to }: Segment): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** Steeper than 45 degrees: its texts stand beside it, not above and below. */
export function isSteep({ from, to }: Segment): boolean {
  return Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
}

/** The smallest box around boxes; null around none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2));
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2));
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2));
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

/** Distances from the anchor to the near side of what is placed, in heights of it. */
const nearest = 0.35;
const farthest = 2;

interface Way {
  /** Where the middle goes at a distance, seen from the anchor. */
  readonly offset: (size: Extent, distance: number) => Point;
  /** How much farther this way seems than straight above, in heights. */
  readonly penalty: number;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Above and below, slid sideways as far as the anchor stays over the box; then beside; corners last. */
const ways: readonly Way[] = [
  ...[0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4].flatMap((slide) =>
    [-1, 1].map((side) => ({
      offset: ({ width, height }: Extent, distance: number) => ({
        x: slide * width,
        y: side * (height / 2 + distance),
      }),
      penalty: (side === 1 ? 0.05 : 0) + Math.abs(slide) * 0.4,
    })),
  ),
  ...[-1, 0, 1].flatMap((down) =>
    [1, -1].map((across) => ({
      offset: ({ width, height }: Extent, distance: number) => ({
        x: across * (width / 2 + distance),
        y: down * (height / 2 + distance),
      }),
      penalty: down === 0 ? 0.2 : 0.9,
    })),
  ),
];

/**
 * The middle of a box of this size near `anchor`: the nearest place that covers none of `obstacles`, straight above or
 * below before aside, and rather within their bounds than beyond, where it would make the whole drawing smaller; where
 * there is none, the one that covers least.
 */
export function placeNear(anchor: Point, size: Extent, obstacles: readonly Box[]): Point {
  const bounds = boundsOf(obstacles);
  let best = { place: anchor, covered: Infinity, cost: Infinity };
  for (let heights = nearest; heights <= farthest; heights += 0.1) {
    for (const { offset, penalty } of ways) {
      const { x, y } = offset(size, heights * size.height);
      const place = { x: anchor.x + x, y: anchor.y + y };
      const box = { ...place, ...size };
      const cost = heights + penalty + (bounds === null ? 0 : excess(box, bounds) / size.height);
      const covered = obstacles.reduce((sum, obstacle) => sum + overlap(box, obstacle), 0);
      if (covered < best.covered || (covered === best.covered && cost < best.cost))
        best = { place, covered, cost };
    }
  }
  return best.place;
}

/** How far a box sticks out of bounds; drawings are wider than high, so sideways counts less. */
function excess(box: Box, bounds: Box): number {
  const across = Math.abs(box.x - bounds.x) + (box.width - bounds.width) / 2;
  const down = Math.abs(box.y - bounds.y) + (box.height - bounds.height) / 2;
  return Math.max(0, across) * 0.4 + Math.max(0, down);
}

/** The point of a box nearest to another point, kept off its corners. */
export function nearestPoint(box: Box, { x, y }: Point): Point {
  const corner = 16;
  const within = (value: number, middle: number, length: number) =>
    Math.min(middle + length / 2 - corner, Math.max(middle - length / 2 + corner, value));
  return { x: within(x, box.x, box.width), y: within(y, box.y, box.height) };
}

function overlap(one: Box, other: Box): number {
  const across = (one.width + other.width) / 2 - Math.abs(one.x - other.x);
  const down = (one.height + other.height) / 2 - Math.abs(one.y - other.y);
  return across > 0 && down > 0 ? across * down : 0;
}
