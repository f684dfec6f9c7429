/** Where the words of the air stand: beside the UE, or the line of its air, clear of boxes and texts and in sight. */
import { crosses, overlap, type Box, type Point, type Segment } from '../linkGeometry';

const grid = (xs: readonly number[], ys: readonly number[]): readonly Point[] =>
  xs.flatMap((x) => ys.map((y) => ({ x, y })));

/** What is tried round the anchor, in widths and heights of the words; far from it where a plan is small and full. */
const tried: readonly Point[] = [
  ...grid([0, 0.3, -0.3, 0.6, -0.6], [0.9, -0.9, 1.15, -1.15, 1.4, -1.4, 1.75, -1.75, 2.2, -2.2]),
  ...grid([0.62, -0.62, 0.8, -0.8, 1.1, -1.1], [0, 0.5, -0.5]),
  ...grid([1.1, -1.1, 1.5, -1.5, 2, -2], [1, -1, 1.75, -1.75]),
];

/** Beside a UE that moves the words keep their side while it crosses a square of this many heights of them. */
const squares = 1;

interface Surroundings {
  readonly boxes: readonly Box[];
  /** What is drawn between the boxes: kept clear of where there is another place. */
  readonly lines?: readonly Segment[];
  /** The part of the plan that is in view; null: not known. */
  readonly sight: Box | null;
  /** A UE that moves: the words go with it, and change their side only now and then. */
  readonly isMoving: boolean;
  /** The mark of the UE, if it has one beside the boxes. */
  readonly mark?: Box | undefined;
}

/** The middle of the words, that are about `anchor`. */
export function airWordsPlace(
  anchor: Point,
  words: { readonly width: number; readonly height: number },
  { boxes, lines = [], sight, isMoving, mark }: Surroundings,
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
      // To hide something is worse than to come near it.
      const covered = coveredBy({ ...place, ...room }, boxes) + 4 * coveredBy({ ...place, ...words }, boxes);
      const hidden = sight === null ? 0 : outside({ ...place, ...words }, sight);
      const away = Math.hypot(offset.x / words.width, offset.y / words.height);
      const lying = 0.2 * crossedBy({ ...place, ...words }, lines);
      return { offset, cost: (covered + 4 * hidden) / (words.width * words.height) + lying + 0.05 * away };
    });
  const { offset } = ranked.reduce((best, other) => (other.cost < best.cost ? other : best));
  const place = { x: anchor.x + offset.x, y: anchor.y + offset.y };
  const all = mark === undefined ? boxes : [...boxes, mark];
  const isSeen = sight === null || outside({ ...place, ...words }, sight) < 1e-6;
  const isFree = isSeen && coveredBy({ ...place, ...words }, all) === 0;
  if (isFree && crossedBy({ ...place, ...words }, lines) === 0) return place;
  const { clear, free } = freePlaces(anchor, words, all, lines, sight);
  return clear ?? (isFree ? place : (free ?? place));
}

/**
 * The nearest places in sight where nothing is covered, to a quarter of the words: one where no line runs either (clear), and one
 * where some may (free). null: there is none, or what is in sight is not known.
 */
function freePlaces(
  anchor: Point,
  words: { readonly width: number; readonly height: number },
  boxes: readonly Box[],
  lines: readonly Segment[],
  sight: Box | null,
): { readonly clear: Point | null; readonly free: Point | null } {
  let clear: Point | null = null;
  let free: Point | null = null;
  if (sight === null) return { clear, free };
  const reach = { x: (sight.width - words.width) / 2, y: (sight.height - words.height) / 2 };
  const steps = {
    x: Math.min(mostSteps, Math.floor((reach.x * 8) / words.width)),
    y: Math.min(mostSteps, Math.floor((reach.y * 8) / words.height)),
  };
  let [leastClear, leastFree] = [Infinity, Infinity];
  for (let i = 0; i <= steps.x; i += 1) {
    for (let j = 0; j <= steps.y; j += 1) {
      const x = sight.x + reach.x * ((2 * i) / Math.max(1, steps.x) - 1);
      const y = sight.y + reach.y * ((2 * j) / Math.max(1, steps.y) - 1);
      const away = Math.hypot(x - anchor.x, y - anchor.y);
      const place = { x, y, ...words };
      if (away >= leastClear || boxes.some((box) => overlap(place, box) > 0)) continue;
      if (away < leastFree) [free, leastFree] = [{ x, y }, away];
      if (!lines.some((line) => crosses(line, place))) [clear, leastClear] = [{ x, y }, away];
    }
  }
  return { clear, free };
}

const mostSteps = 40;

function coveredBy(words: Box, boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => sum + overlap(words, box), 0);
}

function crossedBy(words: Box, lines: readonly Segment[]): number {
  return lines.filter((line) => crosses(line, words)).length;
}

/** The area of a box that is not in sight. */
function outside(box: Box, sight: Box): number {
  return box.width * box.height - overlap(box, sight);
}
