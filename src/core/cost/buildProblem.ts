/**
 * A scenario in the numbers the solvers need, and what is wrong with it as far as it can be seen without solving.
 * Transfer of boundary i over a link: 8 bytes(i) / capacity + propagation + overhead (HiveMind eq. 10 plus overhead) [s].
 */
import type { LinkId, NodeId } from '../network/types';
import type { Problem } from '../scenario/problems';
import type { Scenario } from '../scenario/types';
import { reachableFrom } from '../solvers/reachable';
import type { RouteProblem } from '../solvers/types';
import { arcTable } from './arcTable';
import { computeTable } from './computeTable';
import { downLinks } from './downLinks';

export interface BuiltProblem {
  /** null when the source has no device: there is nothing to compare with. */
  readonly problem: RouteProblem | null;
  /** Node v of the problem is nodeIds[v]. */
  readonly nodeIds: readonly NodeId[];
  /** Link k of the problem is linkIds[k]. */
  readonly linkIds: readonly LinkId[];
  readonly problems: readonly Problem[];
}

export function buildProblem(scenario: Scenario): BuiltProblem {
  const { nodeIds, problems: profileProblems, trust, ...compute } = computeTable(scenario);
  const { linkIds, ...arcs } = arcTable(scenario);
  const source = nodeIds.indexOf(scenario.sourceId);
  const limit = scenario.goals.limits.leakage ?? Infinity;
  const problem: RouteProblem = {
    ...compute,
    ...arcs,
    ...(trust === undefined ? {} : { trust: { ...trust, limit } }),
    nodeCount: nodeIds.length,
    source,
    sink: nodeIds.indexOf(scenario.sinkId),
    delivery: scenario.delivery,
  };
  const sourceHasDevice = scenario.nodes[source]!.device !== null;
  const problems: Problem[] = [...profileProblems];
  if (!sourceHasDevice) problems.push({ kind: 'source-has-no-device', node: scenario.sourceId });
  else if (!compute.computes.includes(1)) problems.push({ kind: 'no-node-computes' });
  for (const link of scenario.links) {
    if (link.aToBMbps === 0 || link.bToAMbps === 0) problems.push({ kind: 'link-down', link: link.id });
  }
  problems.push(...unreachableProblems(scenario, problem, nodeIds));
  return { problem: sourceHasDevice ? problem : null, nodeIds, linkIds, problems };
}

/** The sink without a route, and every computing node that the input cannot reach. */
function unreachableProblems(
  scenario: Scenario,
  problem: RouteProblem,
  nodeIds: readonly NodeId[],
): Problem[] {
  const problems: Problem[] = [];
  const reached = reachableFrom(problem, problem.source);
  for (const [v, node] of nodeIds.entries()) {
    if (reached[v] === 1) continue;
    if (v === problem.sink) {
      problems.push(noRoute(scenario, scenario.sourceId, node));
    } else if (problem.computes[v] === 1) {
      problems.push({ kind: 'unreachable', node });
    }
  }
  return problems;
}

/** The problem of a missing way, with the links that close it. */
export function noRoute(
  scenario: Scenario,
  from: NodeId,
  to: NodeId,
): Extract<Problem, { kind: 'no-route' }> {
  return { kind: 'no-route', from, to, downLinks: downLinks(scenario, from, to) };
}
