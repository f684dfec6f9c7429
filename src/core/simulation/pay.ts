/**
 * What a plan takes from a start on, with capacities as they turn out. Blocks and hops follow each other; the fixed part of a
 * hop comes after its bytes are through. Times are summed block by block, in the order in which the search for the least
 * one does (`hindsight.ts`): so the least is never above what is paid, to the last bit.
 */
import type { Step } from '../solvers/types';
import type { CapacityTable } from './capacityTable';
import type { CellRoutes, EnergyTable } from './simulatedNetwork';
import { arrivalS, onAirS } from './transfer';

/** When the plan is done; Infinity where a link stays down. */
export function endOf(
  { problem, arcs, megabits }: CellRoutes,
  capacities: CapacityTable,
  steps: readonly Step[],
  startS: number,
): number {
  let atS = startS;
  for (const step of steps) {
    if (step.kind === 'compute') {
      const row = step.node * problem.blockCount;
      for (let l = step.from; l < step.to; l++) atS += problem.computeS[row + l]!;
    } else {
      atS =
        arrivalS(capacities, arcs[step.arc]!, megabits[step.boundary]!, atS) + problem.arcFixedS[step.arc]!;
      if (atS === Infinity) return Infinity;
    }
  }
  return atS;
}

/**
 * Joules of a plan that is paid from `startS` on: work beyond idling, and the radios that are charged, at their power for the
 * rate that they have while bits are on air. NaN without power figures, or where the plan does not end.
 */
export function energyOf(
  routes: CellRoutes,
  energy: EnergyTable | null,
  capacities: CapacityTable,
  steps: readonly Step[],
  startS: number,
): number {
  if (energy === null) return NaN;
  const { problem, arcs, megabits } = routes;
  let atS = startS;
  let joules = 0;
  for (const step of steps) {
    if (step.kind === 'compute') {
      const row = step.node * problem.blockCount;
      for (let l = step.from; l < step.to; l++) {
        atS += problem.computeS[row + l]!;
        joules += energy.computeJ[row + l]!;
      }
      continue;
    }
    const arc = arcs[step.arc]!;
    const size = megabits[step.boundary]!;
    const endS = arrivalS(capacities, arc, size, atS);
    if (endS === Infinity) return NaN;
    const watts = energy.interceptW[step.arc]!;
    if (watts > 0) joules += watts * onAirS(capacities, arc, atS, endS);
    joules += energy.wattsPerMbps[step.arc]! * size;
    atS = endS + problem.arcFixedS[step.arc]!;
  }
  return joules;
}
