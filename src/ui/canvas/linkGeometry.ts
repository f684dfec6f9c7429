/** Where links run between the boxes of nodes, and how boxes lie to each other. Flow units: 1 = 1 m. */
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

/** The area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const across = shared(one.width, other.width, one.x - other.x);
  const down = shared(one.height, other.height, one.y - other.y);
  return across > 0 && down > 0 ? across * down : 0;
}

/** Whether a line runs through a box. Asked with every frame: it makes nothing. */
export function crosses({ from, to }: Segment, box: Box): boolean {
  const [halfWidth, halfHeight] = [box.width / 2, box.height / 2];
  const [fromX, fromY, toX, toY] = [from.x - box.x, from.y - box.y, to.x - box.x, to.y - box.y];
  if (Math.min(fromX, toX) >= halfWidth || Math.max(fromX, toX) <= -halfWidth) return false;
  if (Math.min(fromY, toY) >= halfHeight || Math.max(fromY, toY) <= -halfHeight) return false;
  // The corners of the box lie on either side of the line.
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const aside = Math.abs(fromX * alongY - fromY * alongX);
  return aside < halfWidth * Math.abs(alongY) + halfHeight * Math.abs(alongX);
}

/** How far a point is from a box: 0 within it. */
export function distanceTo(box: Box, { x, y }: Point): number {
  const across = Math.max(0, Math.abs(x - box.x) - box.width / 2);
  const down = Math.max(0, Math.abs(y - box.y) - box.height / 2);
  return Math.hypot(across, down);
}

/** How far a point is from a line. */
export function distanceFrom({ from, to }: Segment, { x, y }: Point): number {
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  const square = alongX * alongX + alongY * alongY || 1;
  const share = Math.min(1, Math.max(0, ((x - from.x) * alongX + (y - from.y) * alongY) / square));
  return Math.hypot(x - from.x - alongX * share, y - from.y - alongY * share);
}

/** The length that two stretches share, whose middles are so far apart: no more than the shorter one. */
function shared(one: number, other: number, apart: number): number {
  return Math.min(one, other, (one + other) / 2 - Math.abs(apart));
}
