/** Limits are inclusive, with a relative tolerance for sums that were rounded. */
const tolerance = 1e-9;

/** The most that counts as within a limit. */
export function mostWithin(limit: number): number {
  return limit * (1 + tolerance);
}

export function isWithin(value: number, limit: number): boolean {
  return value <= mostWithin(limit);
}
