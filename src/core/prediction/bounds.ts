/** What keeps every predictor within bounds, whatever it is fed. */

/** No link is faster [Mbit/s]: keeps squares of what was observed far from overflow. */
const mostMbps = 1e15;

/** Recurrences are not followed further than this: the answer no longer changes, and the time it takes is bounded. */
const mostSteps = 1000;

/** Of recurrences: learning costs the square of them, every coherence time on every link. */
export const mostLags = 20;

/** A value as it may be computed with: finite and >= 0. */
export function asCapacity(value: number): number {
  return value > 0 ? Math.min(value, mostMbps) : 0;
}

/** A count that comes from the document as it may be used: whole, from `least` to `most`; `least` for what is no number. */
export function asCount(value: number, least: number, most: number): number {
  return value > least ? Math.min(Math.floor(value), most) : least;
}

/** Whole steps: the nearest, because a horizon divided by the coherence time falls just beside a whole number. */
export function wholeSteps(steps: number): number {
  return steps > 0 ? Math.round(steps) : 0;
}

/** Whole steps, but not more than a recurrence is followed. */
export function stepsToFollow(steps: number): number {
  return Math.min(wholeSteps(steps), mostSteps);
}

/** `value` within 0..1, `otherwise` where it is no number. */
export function asShare(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, 0), 1);
}
