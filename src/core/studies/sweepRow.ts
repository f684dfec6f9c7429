/** The best plan along one parameter: exactly where plans cost linearly in it, else on a grid. */
import { lineAlong } from '../solvers/alongParameter';
import { lowerEnvelope, valueAt, type Envelope } from '../solvers/envelope';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import type { IndexPlan, ShouldStop } from '../solvers/types';
import { alongX, type AlongX, type Named } from './sweepProblem';
import type { Regions } from './sweepRegions';
import type { SweepAxis, SweepBreakpoint } from './sweepTypes';

export interface Exact extends AlongX {
  readonly envelope: Envelope<IndexPlan>;
  /** Every plan on it is proved and the search was not stopped. */
  readonly proven: boolean;
}

/**
 * The envelope of the best plans over the axis; null where plans are not linear along it.
 *
 * @param shouldStop asked by each search; the envelope itself goes on, unless `stopsEarly`
 */
export function exactAlong(
  named: Named,
  { parameter }: SweepAxis,
  values: readonly number[],
  shouldStop: ShouldStop,
  stopsEarly: boolean,
): Exact | null {
  const linear = alongX(named, parameter);
  if (linear === null || values.length < 2) return null;
  const ends = [linear.xOf(values[0]!), linear.xOf(values.at(-1)!)];
  const envelope = lowerEnvelope(
    (x) => lineAlong(linear.along, (problem) => solveRouteAndSplit(problem, shouldStop), x),
    Math.min(...ends),
    Math.max(...ends),
    stopsEarly ? shouldStop : () => false,
  );
  const proven =
    envelope.lines.every((line) => line.proven) && envelope.crossings.every((crossing) => crossing.proven);
  return { ...linear, envelope, proven };
}

/** Crossings as breakpoints in rising order of the parameter's own value. */
export function exactBreakpoints(
  named: Named,
  { envelope, xOf, valueOf }: Exact,
  regions: Regions,
): SweepBreakpoint[] {
  const rises = xOf(2) > xOf(1);
  const found = envelope.crossings.map(({ x, value, proven }, k): SweepBreakpoint => {
    const low = regions.indexOf(named, envelope.lines[k]!.plan);
    const high = regions.indexOf(named, envelope.lines[k + 1]!.plan);
    return {
      at: valueOf(x),
      totalS: value,
      below: rises ? low : high,
      above: rises ? high : low,
      exact: proven,
    };
  });
  return rises ? found : found.reverse();
}

/** The envelope's plan and total at a value; null where there is none. */
export function bestOn({ envelope, xOf }: Exact, value: number): { plan: IndexPlan; totalS: number } | null {
  const x = xOf(value);
  const after = envelope.crossings.findIndex((crossing) => x < crossing.x);
  const line = envelope.lines[after < 0 ? envelope.lines.length - 1 : after];
  return line === undefined ? null : { plan: line.plan, totalS: valueAt(line, x) };
}

/** An interval is halved down to this part of its upper end; a picture size to neighbouring pixels. */
const narrowest = 1e-4;

/**
 * Where the plan changes between neighbouring values of a grid, each interval halved down: of several changes within one
 * interval it finds one. Where `regionAt` is null nothing is solved and the middle stands for the interval.
 */
export function gridBreakpoints(
  { parameter }: SweepAxis,
  values: readonly number[],
  region: readonly number[],
  regionAt: ((value: number) => number) | null,
): SweepBreakpoint[] {
  const isWhole = parameter.kind === 'input-px';
  const isNarrow = (low: number, high: number) =>
    isWhole ? high - low <= 1 : high - low <= narrowest * high;
  const halve = (low: number, high: number, below: number, above: number): SweepBreakpoint => {
    const middle = isWhole ? Math.round((low + high) / 2) : (low + high) / 2;
    if (regionAt === null) return { at: middle, totalS: null, below, above, exact: false };
    // The first size that has the new plan.
    if (isNarrow(low, high)) return { at: high, totalS: null, below, above, exact: false };
    const there = regionAt(middle);
    return there === below ? halve(middle, high, there, above) : halve(low, middle, below, there);
  };
  return values.slice(1).flatMap((high, k) => {
    const [below, above] = [region[k]!, region[k + 1]!];
    return below === above ? [] : [halve(values[k]!, high, below, above)];
  });
}
