/**
 * The least time that any split and any route could have taken, had every capacity been known beforehand (MATHS 6). Exact,
 * memory and trust left aside.
 *
 * Method: earliest arrival. State (node v, i blocks done); for i = 0..L one Dijkstra over the arcs, from the labels "block i
 * computed here", forward in time because what an arc takes depends on when it is entered. Arcs are first in, first out and
 * waiting is never faster (`transfer.ts`), so label setting is exact (Kaufman and Smith 1993). O(L (A + V log V)) transfers.
 *
 * A task keeps the cell it started with. On equal times fewer transfers win.
 */
import {
  createLabels,
  createScratch,
  nearest,
  routingIndex,
  type Labels,
  type SettleScratch,
} from '../solvers/settle';
import type { RouteProblem, Step } from '../solvers/types';
import type { CapacityTable } from './capacityTable';
import type { CellRoutes } from './simulatedNetwork';
import { arrivalS } from './transfer';

/** Labels of one search after the other. */
export interface HindsightSpace {
  readonly labels: Labels;
  readonly scratch: SettleScratch;
}

export function createHindsightSpace({ nodeCount, blockCount }: RouteProblem): HindsightSpace {
  return { labels: createLabels((blockCount + 1) * nodeCount), scratch: createScratch(nodeCount) };
}

/**
 * The earliest end [s] of a task that starts at `startS`; Infinity where there is none by `latestS` (inclusive).
 *
 * @param latestS - a time at which some plan is known to end: nothing later is looked at
 */
export function earliestEnd(
  routes: CellRoutes,
  capacities: CapacityTable,
  space: HindsightSpace,
  startS: number,
  latestS = Infinity,
): number {
  const { problem } = routes;
  const { nodeCount, blockCount, computeS, source } = problem;
  const { costS, hops, via } = space.labels;
  costS.fill(Infinity, 0, nodeCount);
  costS[source] = startS;
  hops[source] = 0;
  via[source] = -1;
  for (let i = 0; i < blockCount; i++) {
    const row = i * nodeCount;
    settleInTime(routes, capacities, space, i, latestS);
    for (let v = 0; v < nodeCount; v++) {
      const doneS = costS[row + v]! + computeS[v * blockCount + i]!;
      costS[row + nodeCount + v] = doneS <= latestS ? doneS : Infinity;
      hops[row + nodeCount + v] = hops[row + v]!;
      via[row + nodeCount + v] = -1;
    }
  }
  if (problem.delivery !== 'stay') settleInTime(routes, capacities, space, blockCount, latestS);
  return costS[endState(problem, space)]!;
}

/** The plan of the last search, whose end is finite. */
export function earliestPlan({ problem }: CellRoutes, space: HindsightSpace): Step[] {
  const { nodeCount, blockCount } = problem;
  const { via } = space.labels;
  const steps: Step[] = [];
  let state = endState(problem, space);
  let to = blockCount;
  for (let i = blockCount; ;) {
    const node = state - i * nodeCount;
    const arc = via[state]!;
    if (arc < 0 && i > 0) {
      i -= 1;
      state -= nodeCount;
      continue;
    }
    if (to > i) steps.push({ kind: 'compute', node, from: i, to });
    if (arc < 0) return steps.reverse();
    steps.push({ kind: 'transfer', arc, boundary: i });
    to = i;
    state = i * nodeCount + problem.arcFrom[arc]!;
  }
}

/** Where the best plan ends: the place of delivery, or the node that is done first. */
function endState(
  { nodeCount, blockCount, delivery, source, sink }: RouteProblem,
  { labels }: HindsightSpace,
): number {
  const row = blockCount * nodeCount;
  if (delivery !== 'stay') return row + (delivery === 'sink' ? sink : source);
  const { costS, hops } = labels;
  let best = row;
  for (let s = row + 1; s < row + nodeCount; s++) {
    const isLess = costS[s]! < costS[best]! || (costS[s] === costS[best] && hops[s]! < hops[best]!);
    if (isLess) best = s;
  }
  return best;
}

/** Sends boundary i around: lowers its labels to their final values. */
function settleInTime(
  { problem, arcs, megabits }: CellRoutes,
  capacities: CapacityTable,
  { labels, scratch: { done, heap } }: HindsightSpace,
  i: number,
  latestS: number,
): void {
  const { nodeCount, arcFixedS, blockCount, resultOnly } = problem;
  const { costS, hops, via } = labels;
  const { start, arc, peer } = routingIndex(problem).out;
  const size = megabits[i]!;
  const offset = i * nodeCount;
  done.fill(0);
  heap?.fill(labels, offset);
  for (;;) {
    const v = heap === null ? nearest(labels, offset, done) : heap.take();
    if (v < 0) return;
    done[v] = 1;
    const nowS = costS[offset + v]!;
    const nextHops = hops[offset + v]! + 1;
    for (let k = start[v]!; k < start[v + 1]!; k++) {
      const u = peer[k]!;
      const a = arc[k]!;
      if (done[u] === 1 || (resultOnly?.[a] === 1 && i < blockCount)) continue;
      const at = offset + u;
      const limitS = Math.min(latestS, costS[at]!);
      if (nowS > limitS) continue;
      const atS = arrivalS(capacities, arcs[a]!, size, nowS, limitS) + arcFixedS[a]!;
      if (atS > latestS || atS > costS[at]! || (atS === costS[at] && nextHops >= hops[at]!)) continue;
      // Equal to Infinity: no way.
      if (atS === Infinity) continue;
      costS[at] = atS;
      hops[at] = nextHops;
      via[at] = a;
      heap?.lower(u);
    }
  }
}
