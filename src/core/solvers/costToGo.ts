/** The cost to go of every state of a drawn network when memory is no limit, and the plan that it leads along. */
import { followArcs } from './followArcs';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle, type Labels } from './settle';
import type { RouteProblem, Step } from './types';

/** Cost to go from state (v, i) at [i * V + v], and the first thing to do there: an arc, or -1 = compute (or stop at L). */
export type CostToGo = Labels;

/** The cost to go of every state, memory limits left aside. */
export function costToGo(problem: RouteProblem): CostToGo {
  const { nodeCount, blockCount, computeS } = problem;
  const { into } = routingIndex(problem);
  const labels = createLabels((blockCount + 1) * nodeCount);
  const scratch = createScratch(nodeCount);
  const arcCostS = new Float64Array(problem.arcFrom.length);
  const end = blockCount * nodeCount;
  if (problem.delivery === 'stay') {
    labels.costS.fill(0, end);
  } else {
    labels.costS[end + (problem.delivery === 'sink' ? problem.sink : problem.source)] = 0;
    fillArcCosts(problem, blockCount, arcCostS);
    settle(into, arcCostS, labels, end, scratch);
  }
  for (let i = blockCount - 1; i >= 0; i--) {
    const row = i * nodeCount;
    for (let v = 0; v < nodeCount; v++) {
      labels.costS[row + v] = computeS[v * blockCount + i]! + labels.costS[row + nodeCount + v]!;
      labels.hops[row + v] = labels.hops[row + nodeCount + v]!;
    }
    fillArcCosts(problem, i, arcCostS);
    settle(into, arcCostS, labels, row, scratch);
  }
  // `source` indexes row 0, so the optimum is costS[source].
  return labels;
}

/** The cheapest plan, memory limits left aside: what the labels say, step by step. */
export function followPlan(problem: RouteProblem, toGo: CostToGo): Step[] {
  return followArcs(problem, (state) => toGo.via[state]!);
}
