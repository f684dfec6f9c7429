/** The best plans met in a sweep, each once, and what is to be said about them all. */
import { nameOutcome } from '../cost/namePlan';
import type { IndexOutcome, IndexPlan, InfeasibleReason } from '../solvers/types';
import type { Named } from './sweepProblem';
import type { SweepRegion } from './sweepTypes';

export interface Regions {
  readonly list: SweepRegion[];
  /** Index of the plan's region. */
  readonly indexOf: (named: Named, plan: IndexPlan) => number;
  /** Index of an answer's region, -1 without a plan; it also keeps what the answer says about the sweep. */
  readonly take: (named: Named, outcome: IndexOutcome) => number;
  readonly because: () => InfeasibleReason | null;
  readonly proven: () => boolean;
}

/**
 * Regions in the order given (the first becomes number 0), and what an index becomes. -1 stays.
 *
 * @param order every index in use, any number of times
 */
export function renumbered(
  list: readonly SweepRegion[],
  order: readonly number[],
): { readonly regions: readonly SweepRegion[]; readonly to: (index: number) => number } {
  const used = [...new Set(order)].filter((index) => index >= 0);
  return { regions: used.map((index) => list[index]!), to: (index) => used.indexOf(index) };
}

export function createRegions(): Regions {
  const list: SweepRegion[] = [];
  const known = new Map<string, number>();
  let because: InfeasibleReason | null = null;
  let proven = true;
  const indexOf = ({ built }: Named, { steps }: IndexPlan): number => {
    const runs = steps.flatMap((step) => (step.kind === 'compute' ? [step] : []));
    const key = runs.map(({ node, to }) => `${node}:${to}`).join();
    const index = known.get(key);
    if (index !== undefined) return index;
    known.set(key, list.length);
    list.push({
      nodes: runs.map(({ node }) => built.nodeIds[node]!),
      cuts: runs.slice(0, -1).map(({ to }) => to),
    });
    return list.length - 1;
  };
  return {
    list,
    indexOf,
    take: (named, outcome) => {
      if (outcome.kind === 'plan') {
        proven &&= outcome.proven;
        return indexOf(named, outcome.plan);
      }
      if (because === null) {
        const { scenario, built, problem } = named;
        const why = nameOutcome(scenario, problem, built, outcome);
        if (why.kind === 'infeasible') because = why.reason;
      }
      return -1;
    },
    because: () => because,
    proven: () => proven,
  };
}
