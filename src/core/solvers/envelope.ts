/**
 * The lower envelope of plans along one parameter (own). Where a plan costs fixed + slope * x, the optimum over x is concave
 * and piecewise linear. So: solve at both ends; where their lines meet, solve again; either nothing is lower there and it
 * is a crossing, or a new line is found and both halves are searched. 2K + 1 solves for K lines, exact as long as every
 * answer is the proved optimum at its x.
 */

/** What a plan costs along the parameter: both parts are summed from its steps, never by subtraction. */
export interface EnvelopeLine<P> {
  readonly plan: P;
  readonly fixed: number;
  /** Cost per unit of x; not negative. */
  readonly slope: number;
  readonly proven: boolean;
}

interface Crossing {
  readonly x: number;
  readonly value: number;
  /** false: an answer that this rests on was not proved, or the search was stopped; so it is estimated. */
  readonly proven: boolean;
}

export interface Envelope<P> {
  /** From the smallest x on (steepest first); line k is lowest between crossings k - 1 and k. Empty: no plan at an end. */
  readonly lines: readonly EnvelopeLine<P>[];
  readonly crossings: readonly Crossing[];
}

/** Two values that differ by less than rounding are one. */
const tolerance = 1e-12;
/** Crossings this close (relative) are one: three lines that meet in a point. */
const together = 1e-9;

/**
 * The envelope within the open interval (lowX, highX), 0 <= lowX < highX.
 *
 * @param lineAt the line of the best plan at x; null where there is none
 * @param shouldStop true: no more solves; crossings met so far stay, those not looked into are estimated
 */
export function lowerEnvelope<P>(
  lineAt: (x: number) => EnvelopeLine<P> | null,
  lowX: number,
  highX: number,
  shouldStop: () => boolean = () => false,
): Envelope<P> {
  const steepest = lineAt(lowX);
  const flattest = lineAt(highX);
  if (steepest === null || flattest === null) return { lines: [], crossings: [] };
  const lines: EnvelopeLine<P>[] = [steepest];
  const crossings: Crossing[] = [];
  const add = (crossing: Crossing, flat: EnvelopeLine<P>): void => {
    const last = crossings.at(-1);
    if (last !== undefined && crossing.x <= last.x * (1 + together)) {
      crossings[crossings.length - 1] = { ...last, proven: last.proven && crossing.proven };
      lines[lines.length - 1] = flat;
    } else {
      crossings.push(crossing);
      lines.push(flat);
    }
  };
  const search = (steep: EnvelopeLine<P>, flat: EnvelopeLine<P>): void => {
    // Parallel lines are a tie that no x breaks.
    if (steep.slope <= flat.slope) return;
    const x = (flat.fixed - steep.fixed) / (steep.slope - flat.slope);
    if (!(x > lowX * (1 + together) && x < highX * (1 - together))) return;
    const value = valueAt(flat, x);
    const stopped = shouldStop();
    const middle = stopped ? null : lineAt(x);
    const isNew =
      middle !== null &&
      valueAt(middle, x) < value * (1 - tolerance) &&
      middle.slope < steep.slope &&
      middle.slope > flat.slope;
    if (isNew) {
      search(steep, middle);
      search(middle, flat);
    } else {
      add({ x, value, proven: steep.proven && flat.proven && middle?.proven === true }, flat);
    }
  };
  search(steepest, flattest);
  return { lines, crossings };
}

export function valueAt<P>(line: EnvelopeLine<P>, x: number): number {
  return line.fixed + line.slope * x;
}
