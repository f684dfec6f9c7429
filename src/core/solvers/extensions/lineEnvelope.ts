/**
 * The lower envelope of straight lines that are only known through an oracle: "which line is lowest at x?". Exact, with
 * two calls of the oracle for each line on the envelope and one for each bend (Eisner and Severance, J. ACM 1976).
 */

export interface Line {
  readonly atZero: number;
  readonly slope: number;
}

export interface EnvelopePiece<T extends Line> {
  /** From this x up to the next piece's (the last: up to the end asked for) this line is the lowest. */
  readonly from: number;
  readonly line: T;
}

export const lineAt = ({ atZero, slope }: Line, x: number): number => (x === 0 ? atZero : atZero + slope * x);

/** Relative difference below which two values are the same: sums of a thousand terms differ by less. */
const tolerance = 1e-12;

/**
 * Pieces from `from` to `to`, in order of x, none of them empty; [] where nothing is finite there.
 *
 * @param bestAt - the line that is lowest at x; one whose value is Infinity says that there is none anywhere
 */
export function lineEnvelope<T extends Line>(
  bestAt: (x: number) => T,
  from: number,
  to: number,
): EnvelopePiece<T>[] {
  const first = bestAt(from);
  if (!Number.isFinite(lineAt(first, from))) return [];
  const pieces: EnvelopePiece<T>[] = [{ from, line: first }];
  const add = (piece: EnvelopePiece<T>): void => {
    // A bend at the very start: the first line was a tie, and the next one is lower from there on.
    if (piece.from <= pieces.at(-1)!.from) pieces.pop();
    pieces.push(piece);
  };
  const refine = (left: T, right: T): void => {
    if (left.slope <= right.slope) return;
    const bend = (right.atZero - left.atZero) / (left.slope - right.slope);
    if (!(bend < to)) return;
    const middle = bestAt(bend);
    const known = Math.min(lineAt(left, bend), lineAt(right, bend));
    if (lineAt(middle, bend) >= known * (1 - tolerance)) {
      add({ from: Math.max(from, bend), line: right });
      return;
    }
    refine(left, middle);
    refine(middle, right);
  };
  refine(first, bestAt(to));
  return pieces;
}
