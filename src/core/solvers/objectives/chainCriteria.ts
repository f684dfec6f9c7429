/** A row of nodes under several criteria: the raw chain problem. The path ends on the last node and pays every hop. */
import type { ChainProblem } from '../types';
import type { CriteriaProblem, CriterionCosts } from './criteriaProblem';

export interface ChainCosts {
  /** [p][l], P x L. */
  readonly compute: readonly Float64Array[];
  /** [h][i], (P - 1) x (L + 1). */
  readonly ship: readonly Float64Array[];
}

/** Entries of Infinity are impossible under every criterion. */
export function chainCriteria(
  costs: readonly ChainCosts[],
  memory?: NonNullable<ChainProblem['memory']>,
): CriteriaProblem {
  const nodeCount = costs[0]!.compute.length;
  const blockCount = costs[0]!.compute[0]!.length;
  const hops = Array.from({ length: nodeCount - 1 }, (_, h) => h);
  return {
    nodeCount,
    blockCount,
    source: 0,
    goal: nodeCount - 1,
    arcFrom: Int32Array.from(hops),
    arcTo: Int32Array.from(hops, (h) => h + 1),
    criteria: maskTogether(costs.map((each) => flatten(each, blockCount))),
    weightBytes: memory?.layerBytes ?? new Float64Array(blockCount),
    memoryBytes: memory?.nodeBytes ?? new Float64Array(nodeCount).fill(Infinity),
  };
}

function flatten({ compute, ship }: ChainCosts, blockCount: number): CriterionCosts {
  const hops = ship.length;
  const flat = new Float64Array((blockCount + 1) * hops);
  for (let i = 0; i <= blockCount; i++) {
    for (let h = 0; h < hops; h++) flat[i * hops + h] = ship[h]![i]!;
  }
  return { kind: 'sum', compute: Float64Array.from(compute.flatMap((row) => [...row])), ship: flat };
}

/** What one criterion calls impossible is so for all. */
function maskTogether(criteria: readonly CriterionCosts[]): CriterionCosts[] {
  const mask = (part: 'compute' | 'ship', costs: Float64Array): Float64Array =>
    costs.map((cost, at) => (criteria.some((other) => other[part][at] === Infinity) ? Infinity : cost));
  return criteria.map(({ kind, compute, ship }) => ({
    kind,
    compute: mask('compute', compute),
    ship: mask('ship', ship),
  }));
}
