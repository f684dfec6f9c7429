/**
 * Plans that are best for some weights of the criteria: one cost-to-go each, no labels. They lie on the front, steer the
 * label search from its start, and give the Lagrangian bound of the optimum under limits (Geoffrion 1974).
 */
import { fits } from '../sweepWindow';
import { isWithin, mostWithin } from '../tolerance';
import type { ShouldStop, Step } from '../types';
import { valuesOf, type CriteriaPlan, type CriteriaProblem } from './criteriaProblem';
import { planToGo, weightedCosts } from './criteriaToGo';
import type { WeightedBound } from './paretoLabels';

/** The plan of least weighted sum, each run within memory, with the cost to go it was found by; null if there is none. */
function planAt(
  problem: CriteriaProblem,
  weights: readonly number[],
): (CriteriaPlan & { readonly toGo: Float64Array }) | null {
  const plan = planToGo(problem, weightedCosts(problem, weights));
  return plan && { ...plan, values: valuesOf(problem, plan.steps) };
}

/** Whether what a plan places on each node fits there. */
function fitsMemory(problem: CriteriaProblem, steps: readonly Step[]): boolean {
  const held = new Map<number, number>();
  for (const step of steps) {
    if (step.kind !== 'compute') continue;
    let bytes = held.get(step.node) ?? 0;
    for (let l = step.from; l < step.to; l++) bytes += problem.weightBytes[l]!;
    if (!fits(bytes, problem.memoryBytes[step.node]!)) return false;
    held.set(step.node, bytes);
  }
  return true;
}

/** Steps of the grid of weights over three or more criteria. */
const gridSteps = 6;
/** A gain below this (relative) is rounding. */
const rounding = 1e-9;

/** Plans that are best for some weights and fit: all of them for two criteria that add up, a grid of weights for more. */
export function supportedPlans(problem: CriteriaProblem): CriteriaPlan[] {
  const sums = problem.criteria.flatMap(({ kind }, k) => (kind === 'sum' ? [k] : []));
  const found: CriteriaPlan[] = [];
  const add = (plan: CriteriaPlan | null): CriteriaPlan | null => {
    if (plan !== null && fitsMemory(problem, plan.steps)) found.push(plan);
    return plan;
  };
  const weightsOf = (parts: ReadonlyMap<number, number>): number[] =>
    problem.criteria.map((_, k) => parts.get(k) ?? 0);
  const ends = sums.map((k) => add(planAt(problem, weightsOf(new Map([[k, 1]])))));
  const [first, second] = ends;
  if (first === undefined || first === null || second === undefined || second === null) return found;
  if (sums.length === 2) {
    bisect(problem, [sums[0]!, sums[1]!], [first, second], add);
    return found;
  }
  // Weighed by what each criterion ranges over, so that none drowns the others.
  const scale = sums.map((k) => 1 / Math.max(spread(ends, k), Number.MIN_VALUE * 2 ** 60));
  for (const parts of grid(sums.length, gridSteps)) {
    add(planAt(problem, weightsOf(new Map(sums.map((k, n) => [k, parts[n]! * scale[n]!])))));
  }
  return found;
}

function spread(plans: readonly (CriteriaPlan | null)[], k: number): number {
  const values = plans.flatMap((plan) => (plan === null ? [] : [plan.values[k]!]));
  return Math.max(...values) - Math.min(...values);
}

/** Every way to share out `steps` parts among `count`. */
function grid(count: number, steps: number): number[][] {
  if (count === 1) return [[steps]];
  return Array.from({ length: steps + 1 }, (_, own) => own).flatMap((own) =>
    grid(count - 1, steps - own).map((rest) => [own, ...rest]),
  );
}

/** Between two plans on the lower hull lies another if the weights at which they tie have a better one. */
function bisect(
  problem: CriteriaProblem,
  [x, y]: readonly [number, number],
  [left, right]: readonly [CriteriaPlan, CriteriaPlan],
  add: (plan: CriteriaPlan | null) => CriteriaPlan | null,
): void {
  const dx = right.values[x]! - left.values[x]!;
  const dy = left.values[y]! - right.values[y]!;
  if (!(dx > 0 && dy > 0)) return;
  const weights = problem.criteria.map((_, k) => (k === x ? dy : k === y ? dx : 0));
  const middle = planAt(problem, weights);
  if (middle === null) return;
  const worth = ({ values }: CriteriaPlan): number => dy * values[x]! + dx * values[y]!;
  if (!(worth(middle) < worth(left) * (1 - rounding))) return;
  add(middle);
  bisect(problem, [x, y], [left, middle], add);
  bisect(problem, [x, y], [middle, right], add);
}

/** Prices tried for the limits. */
const rounds = 40;

export interface PricedStart {
  /** The best plan met that keeps every limit, or null. */
  readonly plan: CriteriaPlan | null;
  /** The sharpest bound met. */
  readonly bound: WeightedBound;
  /** No plan within the limits is less under the objective. */
  readonly boundValue: number;
}

/**
 * A start for the optimum under limits: prices on what is limited, raised where the priced plan breaks a limit and lowered
 * where there is room (subgradient steps after Polyak). Any prices give a true bound.
 *
 * @param limits by criterion, Infinity = none; only those that add up are priced
 * @param shouldStop asked before every price but the first two
 */
export function priceLimits(
  problem: CriteriaProblem,
  objective: number,
  limits: readonly number[],
  shouldStop: ShouldStop,
): PricedStart | null {
  const priced = problem.criteria.flatMap(({ kind }, k) =>
    kind === 'sum' && k !== objective && limits[k]! < Infinity ? [k] : [],
  );
  const tried = new Trial(problem, objective, limits, priced, shouldStop);
  const alone = problem.criteria.map((_, k) => (k === objective ? 1 : 0));
  const first = tried.at(alone);
  if (first === null) return null;
  // A plan that keeps the limits, if spending least on them is enough.
  const thrift = problem.criteria.map((_, k) => (priced.includes(k) ? 1 / Math.max(limits[k]!, tiny) : 0));
  const thrifty = priced.length === 0 ? null : tried.at(thrift, false);
  if (priced.length === 1 && thrifty !== null) tried.meet(first, thrifty);
  else if (priced.length > 1) tried.climb(alone, first);
  return tried.best;
}

/** What rounding may have added to a sum (relative): a bound must not claim it. */
const slack = 1e-12;
/** Smallest divisor: limits of 0 are limits too. */
const tiny = 1e-300;

/** A plan at some prices, and what they prove. */
type Priced = CriteriaPlan & { readonly boundValue: number };

/** Prices tried so far: the best real plan and the sharpest bound. */
class Trial {
  best: PricedStart | null = null;

  constructor(
    private readonly problem: CriteriaProblem,
    private readonly objective: number,
    private readonly limits: readonly number[],
    private readonly priced: readonly number[],
    private readonly shouldStop: ShouldStop,
  ) {}

  /** The plan at these weights, noted with the bound it proves. */
  at(weights: readonly number[], proves = true): Priced | null {
    const { limits, priced, problem } = this;
    const plan = planAt(problem, weights);
    if (plan === null) return null;
    // What keeps a limit only by its tolerance is paid back in full too, or the bound would cut it off.
    const offset = priced.reduce((sum, k) => sum + weights[k]! * mostWithin(limits[k]!), 0);
    const boundValue = proves ? plan.toGo[problem.source]! * (1 - slack) - offset : -Infinity;
    this.note(
      plan,
      { weights: proves ? weights : weights.map(() => 0), toGo: plan.toGo, offset },
      boundValue,
    );
    return { ...plan, boundValue };
  }

  /** One limit: between a plan that breaks it and one that keeps it, the price at which the sharpest bound lies. */
  meet(left: CriteriaPlan, right: CriteriaPlan): void {
    const { limits, objective, priced } = this;
    const k = priced[0]!;
    let [over, under] = [left, right];
    for (let round = 0; round < rounds && !this.shouldStop(); round++) {
      const price =
        (under.values[objective]! - over.values[objective]!) / (over.values[k]! - under.values[k]!);
      if (!(price > 0 && price < Infinity)) return;
      const weights = this.problem.criteria.map((_, n) => (n === objective ? 1 : n === k ? price : 0));
      const middle = this.at(weights);
      if (middle === null) return;
      const worth = ({ values }: CriteriaPlan): number => values[objective]! + price * values[k]!;
      if (!(worth(middle) < worth(over) * (1 - rounding))) return;
      if (isWithin(middle.values[k]!, limits[k]!)) under = middle;
      else over = middle;
    }
  }

  /** Several limits: subgradient steps (Polyak). */
  climb(start: readonly number[], first: Priced): void {
    let weights = start;
    let current = first;
    let stride = 1;
    for (let round = 0; round < rounds && !this.shouldStop(); round++) {
      const { plan, boundValue } = this.best!;
      const target = plan?.values[this.objective] ?? 2 * Math.abs(boundValue);
      const rise = stride * (target - current.boundValue);
      const next = stepTowards(this.priced, this.limits, weights, current.values, rise);
      const moved = next && this.at(next);
      if (next === null || moved === null) return;
      weights = next;
      current = moved;
      if (current.boundValue < this.best!.boundValue) stride *= 0.7;
    }
  }

  private note(plan: CriteriaPlan, bound: WeightedBound, boundValue: number): void {
    const { best, limits, objective, problem } = this;
    const isReal =
      plan.values.every((value, k) => isWithin(value, limits[k]!)) && fitsMemory(problem, plan.steps);
    const isBetter = isReal && !(best?.plan && best.plan.values[objective]! <= plan.values[objective]!);
    const kept = isBetter ? { values: plan.values, steps: plan.steps } : (best?.plan ?? null);
    this.best =
      best !== null && best.boundValue >= boundValue
        ? { ...best, plan: kept }
        : { plan: kept, bound, boundValue };
  }
}

/** Prices after a step that would raise the bound by `rise` if the plan stayed the same; null if none can. */
function stepTowards(
  priced: readonly number[],
  limits: readonly number[],
  weights: readonly number[],
  values: readonly number[],
  rise: number,
): number[] | null {
  const excess = priced.map((k) => {
    const over = values[k]! - limits[k]!;
    return over < 0 && weights[k] === 0 ? 0 : over;
  });
  const norm = excess.reduce((sum, over) => sum + over * over, 0);
  if (norm === 0 || !(rise > 0)) return null;
  const next = [...weights];
  for (const [n, k] of priced.entries()) next[k] = Math.max(0, next[k]! + (rise / norm) * excess[n]!);
  return next;
}
