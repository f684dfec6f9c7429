/** Where the keyboard and the pointer stand among the points of a chart. */

/** Arrow keys cross a chart of many points in so many presses; page keys in ten. */
const presses = 100;

/** The point a key leads to; null: not a key of the reader. */
export function readerStep(key: string, from: number, count: number): number | null {
  const stride = Math.max(1, Math.round(count / presses));
  const page = Math.max(1, Math.round(count / 10));
  const steps: Partial<Record<string, number>> = {
    ArrowLeft: -stride,
    ArrowDown: -stride,
    ArrowRight: stride,
    ArrowUp: stride,
    PageDown: -page,
    PageUp: page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, from + step));
}

/** Index of the nearest of rising places. */
export function nearestPlace(places: readonly number[], px: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < px) low = middle + 1;
    else high = middle;
  }
  const before = places[low - 1];
  return before !== undefined && px - before < places[low]! - px ? low - 1 : Math.max(0, low);
}
