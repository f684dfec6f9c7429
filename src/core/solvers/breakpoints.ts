/**
 * The capacities of one link at which the best plan changes, exactly (own).
 *
 * With x = seconds per byte on the moving arcs, a plan costs A + B x: B bytes cross those arcs, A is everything else; the
 * lower envelope of such lines has the breakpoints (`envelope.ts`), for any network. Memory limits do not move with x, so
 * this holds under them too, as long as every plan is proved best; a breakpoint that rests on one that is not says so.
 */
import { alongCapacity, lineAlong } from './alongParameter';
import { lowerEnvelope } from './envelope';
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
  const parameter = alongCapacity(problem, moving);
  const { lines, crossings } = lowerEnvelope((x) => lineAlong(parameter, solve, x), lowX, highX);
  return crossings.map(({ x, value, proven }, k) => ({
    secondsPerByte: x,
    totalS: value,
    proven,
    faster: lines[k]!.plan,
    slower: lines[k + 1]!.plan,
  }));
}
