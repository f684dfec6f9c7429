/**
 * The value that a linear recurrence reaches: next = constant + sum of coefficients[k] * (the value k + 1 before it).
 * Each value found takes its place among those before it, and one below 0 counts as 0: no link has less.
 * NaN as soon as a value is beyond `most` or no number. O(steps * order), no allocation.
 *
 * @param lags - the values known, newest first; as many as there are coefficients
 * @param path - scratch of the same length, overwritten
 */
export function followRecurrence(
  coefficients: Float64Array,
  constant: number,
  lags: Float64Array,
  path: Float64Array,
  steps: number,
  most: number,
): number {
  const order = lags.length;
  path.set(lags);
  for (let step = 0; step < steps; step += 1) {
    let next = constant;
    for (let k = 0; k < order; k += 1) next += coefficients[k]! * path[k]!;
    // Also true of NaN.
    if (!(next <= most)) return NaN;
    path.copyWithin(1, 0);
    path[0] = Math.max(next, 0);
  }
  return path[0]!;
}

/** Puts a value before those known, of which the oldest is dropped. */
export function pushLag(lags: Float64Array, value: number): void {
  lags.copyWithin(1, 0);
  lags[0] = value;
}
