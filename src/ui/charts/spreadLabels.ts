/** Moves labels apart, in their order, within top .. bottom; where there is no room for all, the last ones stand below it. */
export function spreadLabels(
  wanted: readonly (number | null)[],
  gap: number,
  top: number,
  bottom: number,
): (number | null)[] {
  const order = wanted
    .flatMap((y, index) => (y === null ? [] : [{ y, index }]))
    .sort((a, b) => a.y - b.y || a.index - b.index);
  const places: (number | null)[] = wanted.map(() => null);
  let limit = bottom;
  for (const { y, index } of [...order].reverse()) {
    const place = Math.min(y, limit);
    places[index] = place;
    limit = place - gap;
  }
  let floor = top;
  for (const { index } of order) {
    places[index] = Math.max(places[index]!, floor);
    floor = places[index] + gap;
  }
  return places;
}
