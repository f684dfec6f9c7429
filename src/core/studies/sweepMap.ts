/** The best plan over two parameters: a map whose regions are the plans. */
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import type { ShouldStop } from '../solvers/types';
import { axisValues, coarseToFine, maxSweepSteps } from './sweepAxis';
import type { Sweep } from './sweepLines';
import { problemAt, type Named } from './sweepProblem';
import { createRegions, renumbered, type Regions } from './sweepRegions';
import { bestOn, exactAlong, exactBreakpoints, gridBreakpoints } from './sweepRow';
import type { SweepAxis, SweepBreakpoint, SweepMap } from './sweepTypes';

interface Row {
  readonly region: readonly number[];
  readonly totalS: readonly (number | null)[];
  readonly breakpoints: readonly SweepBreakpoint[];
  readonly proven: boolean;
}

export function sweepMap(sweep: Sweep, x: SweepAxis, y: SweepAxis): SweepMap {
  const { named, sizeOf, context } = sweep;
  const xs = axisValues(x, maxSweepSteps.map);
  const ys = axisValues(y, maxSweepSteps.map);
  const regions = createRegions();
  const rows = new Map<number, Row>();
  for (const k of coarseToFine(ys.length)) {
    if (rows.size >= 2 && context.shouldStop()) break;
    const there = y.parameter.kind === 'input-px' ? sizeOf(ys[k]!) : named;
    if (there === null) continue;
    const atY = (here: Named): Named => ({ ...here, problem: problemAt(here, y.parameter, ys[k]!) });
    const row =
      exactRow(atY(there), x, xs, regions, context.shouldStop) ?? gridRow(sweep, atY, there, x, xs, regions);
    // Cut off within a row: what is there of it cannot be drawn.
    if (row === null) break;
    rows.set(k, row);
    context.onProgress?.(rows.size / ys.length);
  }
  const done = [...rows.keys()].sort((a, b) => a - b);
  const inOrder = done.map((k) => rows.get(k)!);
  const { regions: numbered, to } = renumbered(regions.list, largestFirst(inOrder));
  return {
    kind: 'map',
    xs,
    ys: done.map((k) => ys[k]!),
    regions: numbered,
    region: inOrder.map((row) => row.region.map(to)),
    totalS: inOrder.map((row) => row.totalS),
    breakpoints: inOrder.map((row) =>
      row.breakpoints.map((entry) => ({ ...entry, below: to(entry.below), above: to(entry.above) })),
    ),
    because: regions.because(),
    proven: regions.proven() && inOrder.every((row) => row.proven),
    complete: done.length === ys.length,
  };
}

/** Regions by the number of cells they have; those that lie between cells come last. */
function largestFirst(rows: readonly Row[]): number[] {
  const cells = new Map<number, number>();
  for (const index of rows.flatMap(({ region }) => region)) cells.set(index, (cells.get(index) ?? 0) + 1);
  const between = rows.flatMap(({ breakpoints }) =>
    breakpoints.flatMap(({ below, above }) => [below, above]),
  );
  return [...[...cells.keys()].sort((a, b) => cells.get(b)! - cells.get(a)! || a - b), ...between];
}

/** A row out of its envelope, which has every plan on it: no cell is solved. null where that is not exact. */
function exactRow(
  here: Named,
  x: SweepAxis,
  xs: readonly number[],
  regions: Regions,
  shouldStop: ShouldStop,
): Row | null {
  const exact = exactAlong(here, x, xs, shouldStop, false);
  if (exact === null || !exact.proven || exact.envelope.lines.length === 0) return null;
  const cells = xs.map((value) => bestOn(exact, value)!);
  return {
    region: cells.map(({ plan }) => regions.indexOf(here, plan)),
    totalS: cells.map(({ totalS }) => totalS),
    breakpoints: exactBreakpoints(here, exact, regions),
    proven: true,
  };
}

function gridRow(
  { sizeOf, context }: Sweep,
  atY: (here: Named) => Named,
  there: Named,
  x: SweepAxis,
  xs: readonly number[],
  regions: Regions,
): Row | null {
  const region: number[] = [];
  const totalS: (number | null)[] = [];
  let proven = true;
  for (const value of xs) {
    const size = x.parameter.kind === 'input-px' ? sizeOf(value) : there;
    if (size === null || context.shouldStop()) return null;
    const here = atY(size);
    const outcome = solveRouteAndSplit(problemAt(here, x.parameter, value), context.shouldStop);
    region.push(regions.take(here, outcome));
    totalS.push(outcome.kind === 'plan' ? outcome.plan.totalS : null);
    if (outcome.kind === 'plan') proven &&= outcome.proven;
  }
  const breakpoints = gridBreakpoints(x, xs, region, null);
  return { region, totalS, breakpoints, proven };
}
