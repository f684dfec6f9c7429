/** Where the words of the air stand: on its line where there is room, else beside it, clear of the boxes and in sight. */
import { middleOf, overlap, type Box, type Point, type Segment } from '../linkGeometry';

/** Distances from the line that are tried, in widths and heights of the words: below first, as what crosses a link stands there. */
const tried: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 1],
  [0.7, 0],
  [-0.7, 0],
  [0, -1],
  [0.7, 1],
  [-0.7, 1],
  [0.7, -1],
  [-0.7, -1],
  [1.1, 0],
  [-1.1, 0],
  [0, 1.75],
  [0, -1.75],
  [1.1, 1.5],
  [-1.1, 1.5],
];

/** @param sight - the part of the plan that is in view; null: not known */
export function airWordsPlace(
  segment: Segment,
  words: { readonly width: number; readonly height: number },
  boxes: readonly Box[],
  sight: Box | null,
): Point {
  const middle = middleOf(segment);
  const places = tried.map(([widths, heights]) => ({
    x: middle.x + widths * words.width,
    y: middle.y + heights * words.height,
  }));
  const isFree = (place: Point): boolean => boxes.every((box) => overlap({ ...place, ...words }, box) === 0);
  const isInSight = ({ x, y }: Point): boolean =>
    sight === null ||
    (Math.abs(x - sight.x) <= (sight.width - words.width) / 2 &&
      Math.abs(y - sight.y) <= (sight.height - words.height) / 2);
  return places.find((place) => isFree(place) && isInSight(place)) ?? places.find(isInSight) ?? middle;
}
