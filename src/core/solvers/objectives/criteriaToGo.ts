/** The least that is still to come from every state, under one criterion or a weighted sum: bounds for label searches. */
import { followArcs } from '../followArcs';
import { createLabels, createScratch, routingIndex, settle, type Labels } from '../settle';
import { fits } from '../sweepWindow';
import type { Step } from '../types';
import type { CriteriaProblem, CriterionCosts } from './criteriaProblem';
import { followWindow, windowToGo } from './windowToGo';

/** A lower bound of the cost to go from (v, i) at [i * V + v]; exact without memory limits, and for sums on a row. */
export function criterionToGo(problem: CriteriaProblem, costs: CriterionCosts): Float64Array {
  const limited = limitedNodes(problem);
  if (costs.kind === 'sum' && limited.includes(1)) return windowToGo(problem, costs, limited).labels.costS;
  return plainToGo(problem, costs).costS;
}

/** The cost to go with the plan from the source; null where there is none. Memory limits as in `criterionToGo`. */
export function planToGo(
  problem: CriteriaProblem,
  costs: CriterionCosts,
): { readonly toGo: Float64Array; readonly steps: readonly Step[] } | null {
  const limited = limitedNodes(problem);
  if (limited.includes(1)) {
    const window = windowToGo(problem, costs, limited);
    const steps = followWindow(problem, window);
    return steps && { toGo: window.labels.costS, steps };
  }
  const labels = plainToGo(problem, costs);
  const steps = followToGo(problem, labels);
  return steps && { toGo: labels.costS, steps };
}

/** 1 where all blocks together do not fit. */
export function limitedNodes({ memoryBytes, weightBytes }: CriteriaProblem): Uint8Array {
  const needBytes = weightBytes.reduce((sum, bytes) => sum + bytes, 0);
  return Uint8Array.from(memoryBytes, (bytes) => (fits(needBytes, bytes) ? 0 : 1));
}

/** Costs to go, memory limits left aside. */
function plainToGo(problem: CriteriaProblem, costs: CriterionCosts): Labels {
  const { nodeCount, blockCount, goal } = problem;
  const { into } = routingIndex(problem);
  const arcCount = problem.arcFrom.length;
  const labels = createLabels((blockCount + 1) * nodeCount);
  const scratch = createScratch(nodeCount);
  for (let i = blockCount; i >= 0; i--) {
    const row = i * nodeCount;
    if (i === blockCount) {
      if (goal === null) labels.costS.fill(0, row);
      else labels.costS[row + goal] = 0;
    } else {
      for (let v = 0; v < nodeCount; v++) {
        const next = labels.costS[row + nodeCount + v]!;
        const here = costs.compute[v * blockCount + i]!;
        labels.costS[row + v] = costs.kind === 'sum' ? here + next : Math.max(here, next);
        labels.hops[row + v] = labels.hops[row + nodeCount + v]!;
      }
    }
    if (i === blockCount && goal === null) continue;
    const ship = costs.ship.subarray(i * arcCount, (i + 1) * arcCount);
    if (costs.kind === 'sum') settle(into, ship, labels, row, scratch);
    else settleMax(problem, ship, labels.costS, row);
  }
  return labels;
}

/** The smallest possible largest arc on the way, by relaxing until nothing changes. */
function settleMax(
  { arcFrom, arcTo }: CriteriaProblem,
  ship: Float64Array,
  costs: Float64Array,
  row: number,
): void {
  for (let changed = true; changed;) {
    changed = false;
    for (let a = 0; a < ship.length; a++) {
      const through = Math.max(ship[a]!, costs[row + arcTo[a]!]!);
      if (through >= costs[row + arcFrom[a]!]!) continue;
      costs[row + arcFrom[a]!] = through;
      changed = true;
    }
  }
}

/** The weighted sum of the criteria that add up; weights of the others are not read. */
export function weightedCosts(problem: CriteriaProblem, weights: readonly number[]): CriterionCosts {
  const compute = new Float64Array(problem.nodeCount * problem.blockCount);
  const ship = new Float64Array(problem.arcFrom.length * (problem.blockCount + 1));
  const add = (target: Float64Array, costs: Float64Array, weight: number): void => {
    for (let k = 0; k < target.length; k++) {
      // What costs nothing here may still be impossible.
      if (costs[k] === Infinity) target[k] = Infinity;
      else target[k]! += weight * costs[k]!;
    }
  };
  for (const [k, criterion] of problem.criteria.entries()) {
    const weight = criterion.kind === 'sum' ? weights[k]! : 0;
    add(compute, criterion.compute, weight);
    add(ship, criterion.ship, weight);
  }
  return { kind: 'sum', compute, ship };
}

/** The plan along which a cost to go (of sums) leads; null where there is none. */
function followToGo(problem: CriteriaProblem, toGo: Labels): Step[] | null {
  return toGo.costS[problem.source] === Infinity ? null : followArcs(problem, (state) => toGo.via[state]!);
}
