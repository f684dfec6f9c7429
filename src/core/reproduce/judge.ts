/** Verdicts, and numbers as their reasons write them. */
import type { ClaimText, Verdict } from './types';

interface Judged {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** A claim with its predicate on what was found. */
export interface Claim<Found> extends ClaimText {
  readonly judge: (found: Found) => Judged;
}

export function agreesIf(holds: boolean, reason: string): Judged {
  return { verdict: holds ? 'agrees' : 'differs', reason };
}

export function cannotBeChecked(reason: string): Judged {
  return { verdict: 'cannot-be-checked', reason };
}

/** A number of ours agrees with a printed one within this part of it: what can be read off bars, and no tighter. */
const tolerance = 0.2;
export const toleranceText = `within ${tolerance * 100} %`;

export function isNear(ours: number, paper: number): boolean {
  return Math.abs(ours - paper) <= tolerance * paper;
}

/** Mean of the values that are finite; NaN where none is. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) continue;
    sum += values[k]!;
    count += 1;
  }
  return sum / count;
}

/** null for what is no finite number. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Three significant digits, no exponent: "0.0412", "41.2", "412", "4120". */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  const size = Math.abs(value);
  let places = 2;
  for (let limit = 10; places > 0 && size >= limit; limit *= 10) places -= 1;
  for (let limit = 1; places < 6 && size > 0 && size < limit; limit /= 10) places += 1;
  return value.toFixed(places);
}

export function msText(seconds: number): string {
  return Number.isFinite(seconds) ? `${digits(1e3 * seconds)} ms` : 'no end';
}

export function percentText(part: number): string {
  return Number.isFinite(part) ? `${(100 * part).toFixed(1)} %` : 'none';
}
