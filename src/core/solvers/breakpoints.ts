/**
 * The capacities of one link at which the best plan changes, exactly (own).
 *
 * With x = seconds per byte on the moving arcs, a plan costs A + B x: B bytes cross those arcs, A is everything else. Both
 * are summed from the plan's steps, never by subtraction. The optimum over x is the lower envelope of such lines: concave
 * and piecewise linear. So: solve at both ends; where their lines meet, solve again; either nothing is lower there and it
 * is a breakpoint, or a new line is found and both halves are searched. 2K + 1 solves for K lines, for any network.
 * Memory limits do not move with x, so this holds under them too, as long as every plan is proved best; a breakpoint that
 * rests on one that is not says so.
 */
import { stepS } from './plans';
import { solveRouteAndSplit } from './routeAndSplit';
import type { IndexOutcome, IndexPlan, RouteProblem } from './types';

export interface IndexBreakpoint {
  /** Seconds per byte on the moving arcs. */
  readonly secondsPerByte: number;
  readonly totalS: number;
  /** false: a search that this rests on was cut off, so it is estimated. */
  readonly proven: boolean;
  /** The best plan where the link is slower, and where it is faster. */
  readonly slower: IndexPlan;
  readonly faster: IndexPlan;
}

type PlanFound = Extract<IndexOutcome, { kind: 'plan' }>;

interface Line {
  readonly plan: IndexPlan;
  readonly fixedS: number;
  readonly bytes: number;
  readonly proven: boolean;
}

/** Two values that differ by less than rounding are one. */
const tolerance = 1e-12;
/** Breakpoints this close (relative) are one: three plans that meet in a point. */
const together = 1e-9;

/**
 * Breakpoints in rising order of x, within the open interval (lowX, highX).
 *
 * @param moving 1 for each arc whose seconds per byte are x (their own entry in the problem is not read)
 * @param solve finds the best plan
 */
export function findBreakpoints(
  problem: RouteProblem,
  moving: Uint8Array,
  lowX: number,
  highX: number,
  solve: (problem: RouteProblem) => IndexOutcome = solveRouteAndSplit,
): IndexBreakpoint[] {
  const lineAt = (x: number): Line | null => {
    const arcSecondsPerByte = problem.arcSecondsPerByte.map((own, a) => (moving[a] === 1 ? x : own));
    const outcome = solve({ ...problem, arcSecondsPerByte });
    return outcome.kind === 'plan' ? lineOf(problem, outcome, moving) : null;
  };
  const found: IndexBreakpoint[] = [];
  const search = (steep: Line, flat: Line): void => {
    // A faster link carries more bytes; parallel lines are a tie that no capacity breaks.
    if (steep.bytes <= flat.bytes) return;
    const x = (flat.fixedS - steep.fixedS) / (steep.bytes - flat.bytes);
    if (!(x > lowX * (1 + together) && x < highX * (1 - together))) return;
    const totalS = valueAt(flat, x);
    const middle = lineAt(x);
    const isNew =
      middle !== null &&
      valueAt(middle, x) < totalS * (1 - tolerance) &&
      middle.bytes < steep.bytes &&
      middle.bytes > flat.bytes;
    if (isNew) {
      search(steep, middle);
      search(middle, flat);
    } else {
      const proven = steep.proven && flat.proven && middle?.proven === true;
      found.push({ secondsPerByte: x, totalS, proven, faster: steep.plan, slower: flat.plan });
    }
  };
  const steepest = lineAt(lowX);
  const flattest = lineAt(highX);
  if (steepest !== null && flattest !== null) search(steepest, flattest);
  return mergeClose(found);
}

function lineOf(problem: RouteProblem, { plan, proven }: PlanFound, moving: Uint8Array): Line {
  let fixedS = 0;
  let bytes = 0;
  for (const step of plan.steps) {
    if (step.kind === 'transfer' && moving[step.arc] === 1) {
      fixedS += problem.arcFixedS[step.arc]!;
      bytes += problem.boundaryBytes[step.boundary]!;
    } else {
      fixedS += stepS(problem, step);
    }
  }
  return { plan, fixedS, bytes, proven };
}

const valueAt = (line: Line, x: number): number => line.fixedS + line.bytes * x;

function mergeClose(breakpoints: readonly IndexBreakpoint[]): IndexBreakpoint[] {
  const merged: IndexBreakpoint[] = [];
  for (const next of breakpoints) {
    const last = merged.at(-1);
    if (last !== undefined && next.secondsPerByte <= last.secondsPerByte * (1 + together)) {
      merged[merged.length - 1] = { ...last, slower: next.slower, proven: last.proven && next.proven };
    } else {
      merged.push(next);
    }
  }
  return merged;
}
