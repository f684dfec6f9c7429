/** Answers of solvers in the ids of the scenario. */
import { workloadChain } from '../model/workloadChain';
import type { Scenario } from '../scenario/types';
import { stepS } from '../solvers/plans';
import type {
  IndexOutcome,
  IndexPlan,
  IndexReason,
  InfeasibleReason,
  Leg,
  Outcome,
  Plan,
  RouteProblem,
} from '../solvers/types';
import { directions } from './arcTable';
import { noRoute, type BuiltProblem } from './buildProblem';

/** Where the ids of a problem's indices come from. */
export type Names = Pick<BuiltProblem, 'nodeIds' | 'linkIds'>;

export function nameOutcome(
  scenario: Scenario,
  problem: RouteProblem,
  names: Names,
  outcome: IndexOutcome,
): Outcome {
  return outcome.kind === 'plan'
    ? { ...outcome, plan: namePlan(problem, names, outcome.plan) }
    : { kind: 'infeasible', reason: nameReason(scenario, names, outcome.reason) };
}

export function namePlan(problem: RouteProblem, names: Names, plan: IndexPlan): Plan {
  const legs: Leg[] = [];
  let startS = 0;
  let computeS = 0;
  let transferS = 0;
  for (const step of plan.steps) {
    const seconds = stepS(problem, step);
    if (step.kind === 'compute') {
      computeS += seconds;
      const node = names.nodeIds[step.node]!;
      legs.push({ kind: 'compute', node, from: step.from, to: step.to, startS, seconds });
    } else {
      transferS += seconds;
      legs.push({
        kind: 'transfer',
        link: names.linkIds[problem.arcLink[step.arc]!]!,
        direction: directions[problem.arcDirection[step.arc]!]!,
        from: names.nodeIds[problem.arcFrom[step.arc]!]!,
        to: names.nodeIds[problem.arcTo[step.arc]!]!,
        boundary: step.boundary,
        bytes: problem.boundaryBytes[step.boundary]!,
        startS,
        seconds,
      });
    }
    startS += seconds;
  }
  const computeNodes = legs.flatMap((leg) => (leg.kind === 'compute' ? [leg.node] : []));
  return {
    legs,
    totalS: plan.totalS,
    computeS,
    transferS,
    computeNodes,
    cuts: Math.max(0, computeNodes.length - 1),
  };
}

function nameReason(scenario: Scenario, names: Names, reason: IndexReason): InfeasibleReason {
  switch (reason.kind) {
    case 'no-node-computes':
    case 'no-edge-host':
      return reason;
    case 'no-route':
      return noRoute(scenario, names.nodeIds[reason.from]!, names.nodeIds[reason.to]!);
    case 'node-cannot-compute':
      return { kind: reason.kind, node: names.nodeIds[reason.node]! };
    case 'does-not-fit':
      return { ...reason, node: reason.node === null ? null : names.nodeIds[reason.node]! };
    case 'block-does-not-fit': {
      const { label } = workloadChain(scenario.workload).blocks[reason.block]!;
      return { ...reason, block: reason.block + 1, name: label };
    }
    case 'blocks-do-not-pack':
    case 'not-found-in-time':
    case 'leaks':
      return reason;
  }
}
