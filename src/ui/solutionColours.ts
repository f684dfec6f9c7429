import type { NodeId } from '../core/network/types';
import type { Solution } from '../protocol/solverApi';
import { nodeColours, type NodeColour } from './nodeColours';

const known = new WeakMap<Solution, ReadonlyMap<NodeId, NodeColour>>();

/**
 * One colour per node that computes in any plan of an answer, whichever plan is shown: first the computing nodes along the
 * route, from UE to cloud. So a node keeps its colour while cuts move and while strategies are compared.
 */
export function solutionColours(solution: Solution): ReadonlyMap<NodeId, NodeColour> {
  let colours = known.get(solution);
  if (colours === undefined) {
    const outcomes = [...solution.strategies.map(({ outcome }) => outcome), solution.own];
    const elsewhere = outcomes.flatMap((outcome) =>
      outcome?.kind === 'plan' ? outcome.plan.computeNodes : [],
    );
    colours = nodeColours([...solution.ownStart.nodes, ...elsewhere]);
    known.set(solution, colours);
  }
  return colours;
}
