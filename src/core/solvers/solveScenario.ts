/** What the solver worker does: a scenario in, everything the page shows about it out. */
import { buildProblem, type BuiltProblem } from '../cost/buildProblem';
import { arcsOf, withLinkUp } from '../cost/linkUp';
import { namePlan, nameOutcome } from '../cost/namePlan';
import { ownStart } from '../cost/ownStart';
import { workloadChain } from '../model/workloadChain';
import type { Problem } from '../scenario/problems';
import { limits } from '../scenario/limits';
import type { OwnSplit, Scenario } from '../scenario/types';
import { megabitsPerSecond, secondsPerByte } from '../units';
import { findBreakpoints } from './breakpoints';
import { evaluateSplit } from './evaluateSplit';
import { strategies } from './registry';
import { solveRouteAndSplit } from './routeAndSplit';
import type { Solution, TicksRequest } from './solution';
import type {
  Breakpoint,
  IndexPlan,
  IndexSplit,
  Outcome,
  RouteProblem,
  ShouldStop,
  StrategyOutcome,
} from './types';

/** @param shouldStop ends a search that takes long: its strategy then has the best plan found, not proved, with its bound */
export function solveScenario(scenario: Scenario, shouldStop?: ShouldStop): Solution {
  const built = buildProblem(scenario);
  const { problem } = built;
  if (problem === null) return withoutProblem(scenario, built.problems);
  const outcomes = strategies.map(({ id, solve }) => ({ id, outcome: solve(problem, shouldStop) }));
  const named = outcomes.map(({ id, outcome }): StrategyOutcome => ({
    strategy: id,
    outcome: nameOutcome(scenario, problem, built, outcome),
  }));
  const bestIndex = outcomes.findIndex(({ id }) => id === 'best');
  const indexBest = outcomes[bestIndex]!.outcome;
  const best = named[bestIndex]!.outcome;
  return {
    strategies: named,
    best: best.kind === 'plan' ? best.plan : null,
    ownStart: nameSplit(ownStart(problem, indexBest.kind === 'plan' ? indexBest.plan : null), built),
    own: scenario.ownSplit === null ? null : costOwn(scenario, problem, built, scenario.ownSplit),
    problems: withReason(built.problems, best),
  };
}

/** Capacities of a link, in Mbit/s and rising, at which the best plan changes; from the smallest to the largest allowed. */
export function findTicks(
  { scenario, link, direction }: TicksRequest,
  shouldStop?: ShouldStop,
): Breakpoint[] {
  const built = buildProblem(withLinkUp(scenario, link, direction));
  const { problem } = built;
  if (problem === null || !built.linkIds.includes(link)) return [];
  const moving = arcsOf(problem, built, link, direction);
  const perByte = (mbps: number): number => secondsPerByte(megabitsPerSecond(mbps));
  const found = findBreakpoints(
    problem,
    moving,
    perByte(limits.maxCapacityMbps),
    perByte(limits.minCapacityMbps),
    (moved) => solveRouteAndSplit(moved, shouldStop),
  );
  return found.reverse().map((breakpoint) => ({
    capacityMbps: 8e-6 / breakpoint.secondsPerByte,
    totalS: breakpoint.totalS,
    proven: breakpoint.proven,
    below: namePlan(problem, built, breakpoint.slower).computeNodes,
    above: namePlan(problem, built, breakpoint.faster).computeNodes,
    belowCuts: cutsOf(breakpoint.slower),
    aboveCuts: cutsOf(breakpoint.faster),
  }));
}

function cutsOf({ steps }: IndexPlan): number[] {
  return steps.flatMap((step) => (step.kind === 'compute' ? [step.to] : [])).slice(0, -1);
}

/** The document is consistent: the split names nodes that exist and its last boundary is L. */
function costOwn(scenario: Scenario, problem: RouteProblem, built: BuiltProblem, own: OwnSplit): Outcome {
  const nodes = own.nodes.map((id) => built.nodeIds.indexOf(id));
  const outcome = evaluateSplit(problem, { nodes, boundaries: own.boundaries });
  return nameOutcome(scenario, problem, built, outcome);
}

function nameSplit(split: IndexSplit, { nodeIds }: BuiltProblem): OwnSplit {
  return { nodes: split.nodes.map((v) => nodeIds[v]!), boundaries: split.boundaries };
}

/** The problems, and why there is no plan at all unless they say so already. */
function withReason(problems: readonly Problem[], best: Outcome): readonly Problem[] {
  if (best.kind === 'plan') return problems;
  const { reason } = best;
  // Said of one strategy, or of goals: not of the scenario.
  if (
    reason.kind === 'no-edge-host' ||
    reason.kind === 'node-cannot-compute' ||
    reason.kind === 'over-limit' ||
    reason.kind === 'criterion-unknown' ||
    reason.kind === 'search-cut-off'
  ) {
    return problems;
  }
  const known = problems.some((problem) => JSON.stringify(problem) === JSON.stringify(reason));
  return known ? problems : [...problems, reason];
}

/** The source has no device: no strategy has anything to start from. */
function withoutProblem(scenario: Scenario, problems: readonly Problem[]): Solution {
  const outcome: Outcome = {
    kind: 'infeasible',
    reason: { kind: 'node-cannot-compute', node: scenario.sourceId },
  };
  return {
    strategies: strategies.map(({ id }) => ({ strategy: id, outcome })),
    best: null,
    ownStart: { nodes: [scenario.sourceId], boundaries: [workloadChain(scenario.workload).blocks.length] },
    own: scenario.ownSplit === null ? null : outcome,
    problems,
  };
}
