/**
 * What each part of a task took, from the capacities that a run kept: the same steps in the same order with the same transfers as
 * when it was paid (`pay.ts`). To the last bit where every coherence time was kept; where a long run keeps means over several, the
 * parts are those at the means and need not add up to what the task took.
 */
import { computeTable } from '../cost/computeTable';
import type { NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import { fixedDelayS } from './arcDelay';
import { createCapacityTable, type CapacityTable } from './capacityTable';
import { arrivalS } from './transfer';
import type { SimulatedPlan, SimulationRun } from './types';

/** One after the other; Infinity: it never ended, and what comes after it never began. */
export type PaidStep =
  | {
      readonly kind: 'compute';
      readonly node: NodeId;
      readonly from: number;
      readonly to: number;
      readonly startS: number;
      readonly endS: number;
    }
  | {
      readonly kind: 'transfer';
      /** Of the run. */
      readonly arc: number;
      readonly boundary: number;
      readonly startS: number;
      readonly endS: number;
    };

/** @param startS - of the task [s of the run] */
export function paidSteps(
  run: SimulationRun,
  scenario: Scenario,
  plan: SimulatedPlan,
  startS: number,
): readonly PaidStep[] {
  const { nodeIds, computeS, blockCount, boundaryBytes } = computeTable(scenario);
  const capacities = keptTable(run);
  const steps: PaidStep[] = [];
  let atS = startS;
  let next = 0;
  const send = (upTo: number): void => {
    for (; next < plan.transfers.length && plan.transfers[next]!.boundary <= upTo; next++) {
      const { arc, boundary } = plan.transfers[next]!;
      const from = atS;
      const megabits = (boundaryBytes[boundary]! * 8) / 1e6;
      // An end that there is not is no time to go on from.
      if (from < Infinity)
        atS = arrivalS(capacities, arc, megabits, from) + fixedDelayS(scenario, run.arcs[arc]!);
      steps.push({ kind: 'transfer', arc, boundary, startS: from, endS: atS });
    }
  };
  for (const [k, node] of plan.nodes.entries()) {
    const from = plan.boundaries[k - 1] ?? 0;
    const to = plan.boundaries[k]!;
    send(from);
    const began = atS;
    const row = nodeIds.indexOf(node) * blockCount;
    for (let block = from; block < to; block++) atS += computeS[row + block] ?? Infinity;
    steps.push({ kind: 'compute', node, from, to, startS: began, endS: atS });
  }
  send(Infinity);
  return steps;
}

const tables = new WeakMap<SimulationRun, CapacityTable>();

function keptTable(run: SimulationRun): CapacityTable {
  let table = tables.get(run);
  if (table === undefined) {
    table = createCapacityTable(run.capacityStepS, run.capacityMbps);
    tables.set(run, table);
  }
  return table;
}
