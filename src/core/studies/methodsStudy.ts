/** Every method of the comparison on one scenario, with what its plan comes to under each criterion. */
import { buildProblem } from '../cost/buildProblem';
import { nameOutcome, namePlan } from '../cost/namePlan';
import { rowChain, rowPlan, type RowChain } from '../cost/rowChain';
import { criteriaTables } from '../energy/criteriaTables';
import type { Scenario } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import { evaluateSplit } from '../solvers/evaluateSplit';
import {
  algorithmOne,
  asCorrected,
  asPrinted,
  type AlgorithmOneOptions,
} from '../solvers/hivemind/algorithmOne';
import { solvePipeline } from '../solvers/pipeline';
import { overfullNode, transferS } from '../solvers/plans';
import { strategies } from '../solvers/registry';
import { deliveryArcs } from '../solvers/routes';
import { leakReason } from '../solvers/trust';
import type { Outcome, ShouldStop } from '../solvers/types';
import { hivemindOutcome, weightedOutcome, withinOutcome, type GoalProblem } from './goalMethods';
import { measurePlan } from './measurePlan';
import {
  methodIds,
  type MethodId,
  type MethodOutcome,
  type MethodsAnswer,
  type MethodsOptions,
} from './methodsTypes';
import { rowReason } from './rowReason';
import type { StudyContext } from './types';

export function methodsStudy(
  scenario: Scenario,
  _options: MethodsOptions,
  { shouldStop }: StudyContext,
): MethodsAnswer {
  const built = buildProblem(scenario);
  const { problem } = built;
  if (problem === null) return withoutProblem(scenario);
  const criteria = criteriaTables(scenario, built, problem);
  const goal: GoalProblem = { scenario, built, problem, criteria };
  const measuresOf = (outcome: Outcome) =>
    outcome.kind === 'plan' ? measurePlan(scenario, outcome.plan) : null;
  // Before the methods, one of which may take all the time that there is: they are the plans that the page shows.
  const usual = strategies.map(({ id, solve }) => ({
    strategy: id,
    measures: measuresOf(nameOutcome(scenario, problem, built, solve(problem, shouldStop))),
  }));
  const before: Outcome[] = [];
  return {
    methods: methodIds.map((method): MethodOutcome => {
      const { outcome, promisedS } = answer(goal, method, shouldStop, before);
      before.push(outcome);
      return { method, outcome, measures: measuresOf(outcome), promisedS };
    }),
    strategies: usual,
    unavailable: criteria.unavailable,
  };
}

interface Answer {
  readonly outcome: Outcome;
  readonly promisedS: number | null;
}

const kept = (outcome: Outcome): Answer => ({ outcome, promisedS: null });

/** `before`: what the methods before it found. */
function answer(
  goal: GoalProblem,
  method: MethodId,
  shouldStop: ShouldStop,
  before: readonly Outcome[],
): Answer {
  switch (method) {
    case 'row':
      return kept(rowOutcome(goal));
    case 'algorithm-1-printed':
      return algorithmOutcome(goal, asPrinted);
    case 'algorithm-1-corrected':
      return algorithmOutcome(goal, asCorrected);
    case 'pipeline':
      return kept(pipelineOutcome(goal, shouldStop));
    case 'weighted':
      return kept(weightedOutcome(goal, shouldStop));
    case 'hivemind-weights':
      return kept(hivemindOutcome(goal, shouldStop));
    case 'within-limits':
      return kept(withinOutcome(goal, shouldStop, before));
  }
}

/** The best split of the row of nodes (HiveMind's optimum). */
function rowOutcome(goal: GoalProblem): Outcome {
  const row = rowChain(goal.problem);
  const split = solveChain(row.chain);
  return split === null ? noSplit(goal, row) : laidOut(goal, row, split);
}

/** The split that Algorithm 1 ends in, and what its last message promised. It knows no memory limits. */
function algorithmOutcome(goal: GoalProblem, options: AlgorithmOneOptions): Answer {
  const row = rowChain(goal.problem);
  const { computeS, shipS, finishS } = row.chain;
  const run = algorithmOne({ computeS, shipS, finishS }, options);
  if (run === null) return kept(noSplit(goal, row));
  return { outcome: laidOut(goal, row, run), promisedS: run.promisedS };
}

/** The split of the row that lets most frames through: a hop over several links is as many stages. */
function pipelineOutcome(goal: GoalProblem, shouldStop: ShouldStop): Outcome {
  const { problem } = goal;
  const row = rowChain(problem);
  const slowest = (arcs: readonly number[], i: number): number =>
    arcs.reduce((most, arc) => Math.max(most, transferS(problem, arc, i)), 0);
  const hopS = row.chain.shipS.map((seconds, hop) =>
    seconds.map((s, i) => (s === Infinity ? Infinity : slowest(row.hopArcs(hop, i), i))),
  );
  const finishS = row.chain.finishS.map((s, p) =>
    s === Infinity ? Infinity : slowest(deliveryArcs(problem, row.nodes[p]!), problem.blockCount),
  );
  const split = solvePipeline(row.chain, { hopS, finishS }, shouldStop);
  if (split === null) return noSplit(goal, row);
  const outcome = laidOut(goal, row, split);
  // The bound is one of the period, not of the plan's latency.
  return outcome.kind === 'plan' ? { ...outcome, proven: split.proven } : outcome;
}

/** A split of the row as a plan of the drawing, or the limit that it breaks. */
function laidOut(
  { scenario, built, problem }: GoalProblem,
  row: RowChain,
  { boundaries, last }: { readonly boundaries: Int32Array; readonly last: number },
): Outcome {
  const split = { nodes: row.nodes, boundaries: [...boundaries] };
  const evaluated = evaluateSplit(problem, split);
  // Costed over the row's own hops: a node that runs nothing relays.
  if (evaluated.kind === 'infeasible') return nameOutcome(scenario, problem, built, evaluated);
  const plan = rowPlan(problem, row, boundaries, last);
  const broken = overfullNode(problem, plan.steps) ?? leakReason(problem, plan.steps);
  if (broken !== null) return nameOutcome(scenario, problem, built, { kind: 'infeasible', reason: broken });
  return { kind: 'plan', plan: namePlan(problem, built, plan), proven: true };
}

function noSplit({ scenario, problem, built }: GoalProblem, row: RowChain): Outcome {
  return { kind: 'infeasible', reason: rowReason(scenario, problem, built, row) };
}

function withoutProblem(scenario: Scenario): MethodsAnswer {
  const outcome: Outcome = {
    kind: 'infeasible',
    reason: { kind: 'node-cannot-compute', node: scenario.sourceId },
  };
  return {
    methods: methodIds.map((method) => ({ method, outcome, measures: null, promisedS: null })),
    strategies: strategies.map(({ id }) => ({ strategy: id, measures: null })),
    unavailable: {},
  };
}
