/** Where the words of the air stand: beside the UE, or the line of its air, clear of boxes and texts and in sight. */
import { overlap, type Box, type Point } from '../linkGeometry';

/** What is tried round the anchor, in widths and heights of the words: the nearest first, below before above, right before left. */
const tried: readonly Point[] = [0.9, 1.15, 1.4, 1.75, 2.2]
  .flatMap((height) => [0, 0.3, -0.3, 0.6, -0.6].flatMap((x) => [height, -height].map((y) => ({ x, y }))))
  .concat([0.62, -0.62, 0.8, -0.8, 1.1, -1.1].flatMap((x) => [0, 0.5, -0.5].map((y) => ({ x, y }))));

/** Beside a UE that moves the words keep their side while it crosses a square of this many heights of them. */
const squares = 1;

interface Surroundings {
  readonly boxes: readonly Box[];
  /** The part of the plan that is in view; null: not known. */
  readonly sight: Box | null;
  /** A UE that moves: the words go with it, and change their side only now and then. */
  readonly isMoving: boolean;
}

/** The middle of the words, that are about `anchor`. */
export function airWordsPlace(
  anchor: Point,
  words: { readonly width: number; readonly height: number },
  { boxes, sight, isMoving }: Surroundings,
): Point {
  const square = words.height * squares;
  const within = (at: number): number => (Math.floor(at / square) + 0.5) * square;
  // The side is that of the middle of a square: the same at the same moment, whichever way one came there.
  const about = isMoving ? { x: within(anchor.x), y: within(anchor.y) } : anchor;
  const spare = isMoving ? square : 0;
  const room = { width: words.width + spare, height: words.height + spare };
  const ranked = tried
    .map(({ x, y }) => ({ x: x * words.width, y: y * words.height + Math.sign(y) * (spare / 2) }))
    .map((offset) => {
      const place = { x: about.x + offset.x, y: about.y + offset.y };
      const covered = boxes.reduce((sum, box) => sum + overlap({ ...place, ...room }, box), 0);
      const hidden = sight === null ? 0 : outside({ ...place, ...room }, sight);
      const away = Math.hypot(offset.x / words.width, offset.y / words.height);
      return { offset, cost: (covered + 4 * hidden) / (words.width * words.height) + 0.05 * away };
    });
  const { offset } = ranked.reduce((best, other) => (other.cost < best.cost ? other : best));
  return { x: anchor.x + offset.x, y: anchor.y + offset.y };
}

/** The area of a box that is not in sight. */
function outside(box: Box, sight: Box): number {
  return box.width * box.height - overlap(box, sight);
}
