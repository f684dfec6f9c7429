/** Verdicts, and numbers as their reasons write them. */
import { figureText } from './figureWords';
import type { ClaimText, ClaimVerdict } from './types';

type Judged = Pick<ClaimVerdict, 'verdict' | 'reason' | 'nothingMoves'>;

/** A claim with its predicate on what was found. */
export interface Claim<Found> extends ClaimText {
  readonly judge: (found: Found) => Judged;
}

/** @param nothingMoves - whether what is compared stands still here, so that agreeing says little; a claim that differs does so all the same */
export function agreesIf(holds: boolean, reason: string, nothingMoves = false): Judged {
  return { verdict: holds ? 'agrees' : 'differs', reason, nothingMoves: holds && nothingMoves };
}

export function cannotBeChecked(reason: string): Judged {
  return { verdict: 'cannot-be-checked', reason, nothingMoves: false };
}

/** A number of ours agrees with a printed one within this part of it: what can be read off bars, and no tighter. */
const tolerance = 0.2;
export const toleranceText = `within ${tolerance * 100} %`;

export function isNear(ours: number, paper: number): boolean {
  return Math.abs(ours - paper) <= tolerance * paper;
}

/** Whether two numbers differ by no more than a thousandth: three figures hardly tell them apart. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b));
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

export function msText(seconds: number): string {
  return Number.isFinite(seconds) ? `${figureText(1e3 * seconds)} ms` : 'no end';
}

export function percentText(part: number): string {
  return Number.isFinite(part) ? `${figureText(100 * part)} %` : 'none';
}

/** "12.1, 16.8 and 26.6". */
export function listText(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
