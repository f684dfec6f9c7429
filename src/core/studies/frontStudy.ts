/** The Pareto front of a scenario in two or three criteria, with the answers of the methods as points on the same axes. */
import { buildProblem } from '../cost/buildProblem';
import { nameOutcome, namePlan } from '../cost/namePlan';
import { criteriaTables } from '../energy/criteriaTables';
import type { Criterion } from '../scenario/goals';
import type { Scenario } from '../scenario/types';
import type { CriteriaPlan } from '../solvers/objectives/criteriaProblem';
import { paretoFront } from '../solvers/objectives/paretoFront';
import { routeCriteria } from '../solvers/objectives/routeCriteria';
import { planOf } from '../solvers/plans';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { isWithin } from '../solvers/tolerance';
import type { Outcome, Step } from '../solvers/types';
import type { FrontAnswer, FrontOptions, FrontPoint } from './frontTypes';
import { hivemindOutcome, weightedOutcome, withinOutcome, type GoalProblem } from './goalMethods';
import { brokenLimits, measureOf, measurePlan } from './measurePlan';
import type { StudyContext } from './types';

export function frontStudy(
  scenario: Scenario,
  options: FrontOptions,
  { shouldStop }: StudyContext,
): FrontAnswer {
  const built = buildProblem(scenario);
  const { problem } = built;
  if (problem === null) {
    return { criteria: [], unavailable: {}, points: [], complete: true, labels: 0, methods: [] };
  }
  const tables = criteriaTables(scenario, built, problem);
  const asked = options.criteria.filter((criterion) => tables.unavailable[criterion] === undefined);
  const goal: GoalProblem = { scenario, built, problem, criteria: tables };
  // The quick ones first: a front that takes all the time that there is must not cost them their answer.
  const best = nameOutcome(scenario, problem, built, solveRouteAndSplit(problem, shouldStop));
  const weighted = weightedOutcome(goal, shouldStop);
  const hivemind = hivemindOutcome(goal, shouldStop);
  const { points, complete, labels } = frontOf(goal, asked, shouldStop);
  const within = withinOutcome(goal, shouldStop, [best, weighted, hivemind]);
  return {
    criteria: asked,
    unavailable: tables.unavailable,
    points: complete ? points : withPlansOf(scenario, asked, points, [best, weighted, hivemind, within]),
    complete,
    labels,
    methods: [
      methodPoint(scenario, 'best', best),
      methodPoint(scenario, 'weighted', weighted),
      methodPoint(scenario, 'hivemind-weights', hivemind),
      methodPoint(scenario, 'within-limits', within),
    ],
  };
}

/** A front that was cut off, with what the methods found meanwhile: of all these plans, those that none of them beats. */
function withPlansOf(
  scenario: Scenario,
  asked: readonly Criterion[],
  points: readonly FrontPoint[],
  outcomes: readonly Outcome[],
): FrontPoint[] {
  const found = outcomes.flatMap((outcome): FrontPoint[] => {
    if (outcome.kind === 'infeasible') return [];
    const measures = measurePlan(scenario, outcome.plan);
    const values = asked.map((criterion) => measureOf(measures, criterion) ?? Infinity);
    return [{ values, plan: outcome.plan, measures }];
  });
  const kept: FrontPoint[] = [];
  for (const point of [...points, ...found].sort((a, b) => a.measures.latencyS - b.measures.latencyS)) {
    if (kept.some((other) => isAtLeastAsGood(other, point))) continue;
    const still = kept.filter((other) => !isAtLeastAsGood(point, other));
    kept.splice(0, kept.length, ...still, point);
  }
  return kept;
}

/** Sums in another order agree to a billionth. */
function isAtLeastAsGood(a: FrontPoint, b: FrontPoint): boolean {
  return a.values.every((value, k) => isWithin(value, b.values[k]!));
}

function frontOf(
  { scenario, built, problem, criteria: { tables } }: GoalProblem,
  asked: readonly Criterion[],
  shouldStop: StudyContext['shouldStop'],
): Pick<FrontAnswer, 'points' | 'complete' | 'labels'> {
  const additive = asked.filter((criterion) => criterion !== 'leakage');
  const leakage = asked.includes('leakage');
  const order: readonly Criterion[] = leakage ? [...additive, 'leakage'] : additive;
  const costs = additive.map((criterion) => tables[criterion]!);
  const { problem: network, stepsOf } = routeCriteria(problem, costs, leakage);
  const { plans, complete, labels } = paretoFront(network, { shouldStop });
  const toPoint = ({ values, steps }: CriteriaPlan): FrontPoint => {
    const walked: readonly Step[] = stepsOf(steps);
    const plan = namePlan(problem, built, planOf(problem, walked));
    return {
      values: asked.map((criterion) => values[order.indexOf(criterion)]!),
      plan,
      measures: measurePlan(scenario, plan),
    };
  };
  return { points: plans.map(toPoint), complete, labels };
}

function methodPoint(
  scenario: Scenario,
  method: FrontAnswer['methods'][number]['method'],
  outcome: Outcome,
): FrontAnswer['methods'][number] {
  if (outcome.kind === 'infeasible') return { method, measures: null, broken: [] };
  const measures = measurePlan(scenario, outcome.plan);
  return { method, measures, broken: brokenLimits(measures, scenario.goals.limits) };
}
