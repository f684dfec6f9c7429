/** Every plan that some task followed, once. */
import type { NodeId } from '../network/types';
import type { Step } from '../solvers/types';
import type { CellRoutes } from './simulatedNetwork';
import type { SimulatedPlan } from './types';

export interface PlanTable {
  readonly plans: readonly SimulatedPlan[];
  /** Index of a plan on a serving cell's network. */
  readonly indexOf: (routes: CellRoutes, steps: readonly Step[]) => number;
  /** Whether two plans (-1 = none) put the same blocks on the same nodes. */
  readonly isSameSplit: (plan: number, other: number) => boolean;
}

export function createPlanTable(nodeIds: readonly NodeId[]): PlanTable {
  const plans: SimulatedPlan[] = [];
  const known = new Map<string, number>();
  /** Of each plan, which split it is. */
  const splits: number[] = [];
  const knownSplits = new Map<string, number>();
  return {
    plans,
    indexOf: ({ arcs }, steps) => {
      const key = keyOf(arcs, steps);
      const found = known.get(key);
      if (found !== undefined) return found;
      const plan = planOf(nodeIds, arcs, steps);
      const split = JSON.stringify([plan.nodes, plan.boundaries]);
      if (!knownSplits.has(split)) knownSplits.set(split, knownSplits.size);
      splits.push(knownSplits.get(split)!);
      plans.push(plan);
      known.set(key, plans.length - 1);
      return plans.length - 1;
    },
    isSameSplit: (plan, other) => plan === other || splits[plan] === splits[other],
  };
}

function keyOf(arcs: Int32Array, steps: readonly Step[]): string {
  let key = '';
  for (const step of steps) {
    key += step.kind === 'compute' ? `c${step.node},${step.to}` : `t${arcs[step.arc]!},${step.boundary}`;
  }
  return key;
}

function planOf(nodeIds: readonly NodeId[], arcs: Int32Array, steps: readonly Step[]): SimulatedPlan {
  const nodes: NodeId[] = [];
  const boundaries: number[] = [];
  const transfers: { arc: number; boundary: number }[] = [];
  for (const step of steps) {
    if (step.kind === 'compute') {
      nodes.push(nodeIds[step.node]!);
      boundaries.push(step.to);
    } else {
      transfers.push({ arc: arcs[step.arc]!, boundary: step.boundary });
    }
  }
  return { nodes, boundaries, transfers };
}
