/** Every strategy along one parameter, and where the best plan changes. */
import { strategies } from '../solvers/registry';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import type { IndexOutcome } from '../solvers/types';
import { axisValues, coarseToFine, maxSweepSteps } from './sweepAxis';
import { problemAt, type Named } from './sweepProblem';
import { createRegions, renumbered } from './sweepRegions';
import { exactAlong, exactBreakpoints, gridBreakpoints } from './sweepRow';
import type { SweepAxis, SweepLines } from './sweepTypes';
import type { StudyContext } from './types';

export interface Sweep {
  readonly named: Named;
  /** The problem at a picture size. */
  readonly sizeOf: (px: number) => Named | null;
  readonly context: StudyContext;
}

interface Sample {
  readonly totalS: readonly (number | null)[];
  readonly region: number;
}

export function sweepLines({ named, sizeOf, context }: Sweep, axis: SweepAxis): SweepLines {
  const { parameter } = axis;
  const values = axisValues(axis, maxSweepSteps.lines);
  const regions = createRegions();
  const samples = new Map<number, Sample>();
  const exact = exactAlong(named, axis, values, context.shouldStop, true);
  const at = (value: number): Named | null => {
    const here = parameter.kind === 'input-px' ? sizeOf(value) : named;
    return here === null ? null : { ...here, problem: problemAt(here, parameter, value) };
  };
  for (const k of coarseToFine(values.length)) {
    // The two ends always: without them there is no range to show.
    if (samples.size >= 2 && context.shouldStop()) break;
    const here = at(values[k]!);
    if (here === null) continue;
    const outcomes = strategies.map(({ solve }) => solve(here.problem, context.shouldStop));
    const best = outcomes[strategies.findIndex(({ id }) => id === 'best')]!;
    samples.set(k, { totalS: outcomes.map(totalOf), region: regions.take(here, best) });
    context.onProgress?.(samples.size / values.length);
  }
  const done = [...samples.keys()].sort((a, b) => a - b);
  const xs = done.map((k) => values[k]!);
  const region = done.map((k) => samples.get(k)!.region);
  const regionAt = (value: number): number => {
    const here = at(value);
    return here === null ? -1 : regions.take(here, solveRouteAndSplit(here.problem, context.shouldStop));
  };
  const breakpoints =
    exact === null
      ? gridBreakpoints(axis, xs, region, context.shouldStop() ? null : regionAt)
      : exactBreakpoints(named, exact, regions);
  // Numbered along x.
  const changes = breakpoints.flatMap(({ below, above }) => [below, above]);
  const { regions: inOrder, to } = renumbered(regions.list, [...changes, ...region]);
  return {
    kind: 'lines',
    xs,
    lines: strategies.map(({ id }, line) => ({
      strategy: id,
      totalS: done.map((k) => samples.get(k)!.totalS[line]!),
    })),
    regions: inOrder,
    region: region.map(to),
    breakpoints: breakpoints.map((entry) => ({ ...entry, below: to(entry.below), above: to(entry.above) })),
    because: regions.because(),
    proven: regions.proven() && exact?.proven !== false,
    complete: done.length === values.length,
  };
}

const totalOf = (outcome: IndexOutcome): number | null =>
  outcome.kind === 'plan' ? outcome.plan.totalS : null;
