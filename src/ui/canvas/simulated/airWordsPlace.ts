/** Where the words of the air stand: on its line where there is room, else clear of the boxes, else on the line all the same. */
import { middleOf, overlap, type Box, type Point, type Segment } from '../linkGeometry';

/** Distances from the line that are tried, in heights of the words: below first, as what crosses a link stands below it. */
const tried = [0, 1, -1, 1.75, -1.75, 2.5, -2.5];

export function airWordsPlace(
  segment: Segment,
  words: { readonly width: number; readonly height: number },
  boxes: readonly Box[],
): Point {
  const middle = middleOf(segment);
  const places = tried.map((heights) => ({ x: middle.x, y: middle.y + heights * words.height }));
  const isFree = (place: Point): boolean => boxes.every((box) => overlap({ ...place, ...words }, box) === 0);
  return places.find(isFree) ?? middle;
}
