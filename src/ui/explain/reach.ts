/** Which other nodes could take part, which of them the source cannot reach, and which links would open the way. */
import type { LinkId, NodeId } from '../../core/network/types';
import type { Scenario } from '../../core/scenario/types';
import type { Solution } from '../../protocol/solverApi';

/** Nodes besides the source that would compute if the data got to them. */
export function othersThatCompute(scenario: Scenario): readonly NodeId[] {
  return scenario.nodes
    .filter((node) => node.id !== scenario.sourceId && node.device !== null && node.trusted)
    .map((node) => node.id);
}

/** Those of them that no route leads to. */
export function unreachableOthers(scenario: Scenario, { problems }: Solution): readonly NodeId[] {
  const cutOff = new Set(
    problems.flatMap((problem) => {
      if (problem.kind === 'unreachable') return [problem.node];
      return problem.kind === 'no-route' && problem.from === scenario.sourceId ? [problem.to] : [];
    }),
  );
  return othersThatCompute(scenario).filter((node) => cutOff.has(node));
}

/** Links that are down and keep the source from the others: those on the way to the sink, else every one. */
export function linksToOpen(scenario: Scenario, solution: Solution): readonly LinkId[] {
  if (unreachableOthers(scenario, solution).length === 0) return [];
  const onTheWay = solution.problems.flatMap((problem) =>
    problem.kind === 'no-route' && problem.from === scenario.sourceId ? problem.downLinks : [],
  );
  if (onTheWay.length > 0) return [...new Set(onTheWay)];
  return solution.problems.flatMap((problem) => (problem.kind === 'link-down' ? [problem.link] : []));
}
