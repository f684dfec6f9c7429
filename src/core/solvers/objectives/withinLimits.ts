/**
 * The least under one criterion while others keep their limits: the exact constrained optimum (MATHS 4). Labels over the
 * objective and what is limited, started from the best plan that prices on the limits find, and pruned with the bound those
 * prices prove. NP-hard; cut off, the plan is the best one found and `boundValue` what is proved.
 */
import { valuesOf, type CriteriaPlan, type CriteriaProblem } from './criteriaProblem';
import { criterionToGo } from './criteriaToGo';
import { searchLabels } from './paretoLabels';
import { usualMostLabels, type SearchOptions } from './paretoFront';
import { priceLimits } from './supportedPlans';
import { isWithin, mostWithin } from '../tolerance';

export type WithinLimits =
  | {
      readonly kind: 'plan';
      /** Values by criterion of the problem, unlimited ones included. */
      readonly plan: CriteriaPlan;
      readonly proven: boolean;
      /** No plan within the limits is less; equals the plan's value when proved. */
      readonly boundValue: number;
      readonly labels: number;
    }
  | {
      readonly kind: 'infeasible';
      /** The first criterion whose limit cannot be kept together with those before it; null = not even without limits. */
      readonly criterion: number | null;
      /** The least that it can be while the limits before it are kept. */
      readonly least: number;
    }
  /** Cut off before any plan was found, or it was proved that there is none. */
  | { readonly kind: 'not-found'; readonly labels: number };

/** @param limits by criterion, inclusive (1e-9 relative); Infinity = none. A limit on the objective counts too. */
export function minimiseWithin(
  problem: CriteriaProblem,
  objective: number,
  limits: readonly number[],
  options: SearchOptions = {},
): WithinLimits {
  const toGo = problem.criteria.map((criterion) => criterionToGo(problem, criterion));
  const beyond = limits.findIndex((limit, k) => !isWithin(toGo[k]![problem.source]!, limit));
  if (toGo[objective]![problem.source] === Infinity) {
    return { kind: 'infeasible', criterion: null, least: Infinity };
  }
  if (beyond >= 0) return whichBinds(problem, limits, options);
  const masked = withoutWhatExceeds(problem, limits);
  // What is the largest of its parts is within its limit now, whatever the plan.
  const relevant = problem.criteria.flatMap(({ kind }, k) =>
    k === objective || (limits[k]! < Infinity && kind === 'sum') ? [k] : [],
  );
  const reduced = { ...masked, criteria: relevant.map((k) => masked.criteria[k]!) };
  const reducedLimits = relevant.map((k) => limits[k]!);
  const shouldStop = options.shouldStop ?? (() => false);
  const start = priceLimits(reduced, relevant.indexOf(objective), reducedLimits, shouldStop);
  const { plans, complete, labels } = searchLabels(reduced, {
    toGo: reduced.criteria.map((criterion) => criterionToGo(reduced, criterion)),
    limits: reducedLimits,
    objective: relevant.indexOf(objective),
    known: start?.plan ? [start.plan] : [],
    ...(start === null ? {} : { bound: start.bound }),
    mostLabels: options.mostLabels ?? usualMostLabels,
    shouldStop,
  });
  const [plan] = plans;
  if (plan === undefined)
    return complete ? whichBinds(problem, limits, options) : { kind: 'not-found', labels };
  const values = valuesOf(problem, plan.steps);
  const value = values[objective]!;
  const proved = Math.max(toGo[objective]![problem.source]!, start?.boundValue ?? 0);
  return {
    kind: 'plan',
    plan: { steps: plan.steps, values },
    proven: complete,
    boundValue: complete ? value : Math.min(value, proved),
    labels,
  };
}

/** Adds the limits one by one until they cannot be kept together. */
function whichBinds(
  problem: CriteriaProblem,
  limits: readonly number[],
  options: SearchOptions,
): WithinLimits {
  const kept = limits.map(() => Infinity);
  for (const [k, limit] of limits.entries()) {
    if (limit === Infinity) continue;
    const least = minimiseWithin(problem, k, kept, options);
    if (least.kind === 'not-found') return least;
    if (least.kind === 'infeasible') return least;
    const value = least.plan.values[k]!;
    if (!isWithin(value, limit)) {
      return least.proven
        ? { kind: 'infeasible', criterion: k, least: value }
        : { kind: 'not-found', labels: least.labels };
    }
    kept[k] = limit;
  }
  // Each limit can be kept with those before it: what is left is memory.
  return { kind: 'infeasible', criterion: null, least: Infinity };
}

/** Blocks and hops that alone break the limit of a criterion of which the largest part counts become impossible. */
function withoutWhatExceeds(problem: CriteriaProblem, limits: readonly number[]): CriteriaProblem {
  const hard = problem.criteria.flatMap(({ kind, compute, ship }, k) =>
    kind === 'max' && limits[k]! < Infinity ? [{ compute, ship, most: mostWithin(limits[k]!) }] : [],
  );
  if (hard.length === 0) return problem;
  const mask = (part: 'compute' | 'ship', costs: Float64Array): Float64Array =>
    costs.map((cost, at) => (hard.some((limit) => limit[part][at]! > limit.most) ? Infinity : cost));
  const criteria = problem.criteria.map(({ kind, compute, ship }) => ({
    kind,
    compute: mask('compute', compute),
    ship: mask('ship', ship),
  }));
  return { ...problem, criteria };
}
