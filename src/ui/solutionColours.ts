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
    const route = solution.ownStart.nodes;
    const outcomes = [...solution.strategies.map(({ outcome }) => outcome), solution.own];
    const used = outcomes.flatMap((outcome) => (outcome?.kind === 'plan' ? outcome.plan.computeNodes : []));
    // On a long route most nodes never compute: the hues go to those that do.
    const first = route.length <= 8 ? route : route.filter((node) => used.includes(node));
    colours = nodeColours([...first, ...used, ...route]);
    known.set(solution, colours);
  }
  return colours;
}
