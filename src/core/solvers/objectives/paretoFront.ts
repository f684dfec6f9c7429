/** The whole Pareto front of two or three criteria (or more, slowly), by `paretoLabels`. Exact unless cut off. */
import type { ShouldStop } from '../types';
import type { CriteriaPlan, CriteriaProblem } from './criteriaProblem';
import { criterionToGo } from './criteriaToGo';
import { lexicographic, searchLabels } from './paretoLabels';
import { supportedPlans } from './supportedPlans';

/** Labels of one search, unless said otherwise: some hundred megabytes. */
export const usualMostLabels = 2_000_000;

export interface SearchOptions {
  readonly mostLabels?: number;
  readonly shouldStop?: ShouldStop;
}

export interface Front {
  /** One plan for each value vector that no other plan matches or betters everywhere, by rising first criterion. */
  readonly plans: readonly CriteriaPlan[];
  /** false: cut off; the plans are real, but more (and better ones) may exist. */
  readonly complete: boolean;
  readonly labels: number;
}

export function paretoFront(
  problem: CriteriaProblem,
  { mostLabels = usualMostLabels, shouldStop = () => false }: SearchOptions = {},
): Front {
  const { plans, complete, labels } = searchLabels(problem, {
    toGo: problem.criteria.map((criterion) => criterionToGo(problem, criterion)),
    limits: problem.criteria.map(() => Infinity),
    objective: null,
    known: nonDominated(supportedPlans(problem)),
    mostLabels,
    shouldStop,
  });
  return { plans: nonDominated(plans), complete, labels };
}

/** A difference below this (relative) is rounding: two such plans are one. */
const rounding = 1e-11;

/** Plans that no other one matches everywhere, rounding aside; of equal ones the first. */
function nonDominated(plans: readonly CriteriaPlan[]): CriteriaPlan[] {
  const kept: CriteriaPlan[] = [];
  const matches = (a: CriteriaPlan, b: CriteriaPlan): boolean =>
    a.values.every((value, k) => value <= b.values[k]! * (1 + rounding));
  for (const plan of [...plans].sort((a, b) => lexicographic(a.values, b.values))) {
    if (kept.some((other) => matches(other, plan))) continue;
    // Rounding may have put a plan first that this one betters elsewhere.
    for (let k = kept.length - 1; k >= 0; k--) if (matches(plan, kept[k]!)) kept.splice(k, 1);
    kept.push(plan);
  }
  return kept;
}
