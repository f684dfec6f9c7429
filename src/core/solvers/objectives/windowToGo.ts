/**
 * Costs to go where memory limits how long one run can be (own): every run of blocks on a node must fit there by itself, what
 * earlier runs left there is forgotten. Exact on a row, where no node is met twice; a lower bound elsewhere. Unlike the plain
 * cost to go it knows that a node which is too small must hand over, so it finds plans that fit.
 */
import { createLabels, createScratch, routingIndex, settle, type Labels } from '../settle';
import { roomOf } from '../sweepWindow';
import type { Step } from '../types';
import type { CriteriaProblem, CriterionCosts } from './criteriaProblem';

export interface WindowToGo {
  /** From (v, i) at [i * V + v], and the arc taken there; -1: a run starts (or the result stays). */
  readonly labels: Labels;
  /** Blocks done at the end of the run that starts at (v, i). */
  readonly runEnd: Int32Array;
  /** From (v, i) once a run has ended there, and the arc taken; -1 where all is done. */
  readonly leave: Float64Array;
  readonly leaveVia: Int32Array;
}

/** @param costs that add up @param limited 1 where the memory of a node may run out. O(L (A + V log V) + limited V L^2) */
export function windowToGo(problem: CriteriaProblem, costs: CriterionCosts, limited: Uint8Array): WindowToGo {
  const { nodeCount, blockCount, goal } = problem;
  const { into, out } = routingIndex(problem);
  const arcCount = problem.arcFrom.length;
  const size = (blockCount + 1) * nodeCount;
  const labels = createLabels(size);
  const runEnd = new Int32Array(size).fill(blockCount);
  const leave = new Float64Array(size).fill(Infinity);
  const leaveVia = new Int32Array(size).fill(-1);
  const toGo = { labels, runEnd, leave, leaveVia };
  const scratch = createScratch(nodeCount);
  const runs = new Float64Array(nodeCount).fill(Infinity);
  for (let i = blockCount; i >= 0; i--) {
    const row = i * nodeCount;
    if (i === blockCount) {
      if (goal === null) labels.costS.fill(0, row);
      else labels.costS[row + goal] = 0;
    } else {
      for (let v = 0; v < nodeCount; v++) {
        if (limited[v] === 1) runs[v] = cheapestRun(problem, costs, toGo, v, i);
        else runs[v] = longerRun(problem, costs, toGo, v, i, runs[v]!);
      }
      labels.costS.set(runs, row);
      for (let v = 0; v < nodeCount; v++)
        labels.hops[row + v] = labels.hops[runEnd[row + v]! * nodeCount + v]!;
    }
    const ship = costs.ship.subarray(i * arcCount, (i + 1) * arcCount);
    if (i < blockCount || goal !== null) settle(into, ship, labels, row, scratch);
    if (i === blockCount) {
      leave.set(labels.costS.subarray(row), row);
      leaveVia.set(labels.via.subarray(row), row);
      continue;
    }
    for (let v = 0; v < nodeCount; v++) {
      for (let k = out.start[v]!; k < out.start[v + 1]!; k++) {
        const cost = ship[out.arc[k]!]! + labels.costS[row + out.peer[k]!]!;
        if (cost >= leave[row + v]!) continue;
        leave[row + v] = cost;
        leaveVia[row + v] = out.arc[k]!;
      }
    }
  }
  return toGo;
}

/** The cheapest run on a limited node from block i + 1 on, with what follows it; notes its end. */
function cheapestRun(
  { nodeCount, blockCount, weightBytes, memoryBytes }: CriteriaProblem,
  { compute }: CriterionCosts,
  { runEnd, leave }: WindowToGo,
  v: number,
  i: number,
): number {
  const room = roomOf(memoryBytes[v]!);
  let best = Infinity;
  let run = 0;
  let bytes = 0;
  for (let j = i + 1; j <= blockCount && run < best; j++) {
    bytes += weightBytes[j - 1]!;
    if (bytes > room) break;
    run += compute[v * blockCount + j - 1]!;
    const total = run + leave[j * nodeCount + v]!;
    if (total >= best) continue;
    best = total;
    runEnd[i * nodeCount + v] = j;
  }
  return best;
}

/** The same where there is room for all: the next block, then the run after it or away. */
function longerRun(
  { nodeCount, blockCount }: CriteriaProblem,
  { compute }: CriterionCosts,
  { runEnd, leave }: WindowToGo,
  v: number,
  i: number,
  next: number,
): number {
  const at = i * nodeCount + v;
  const away = leave[at + nodeCount]!;
  runEnd[at] = next <= away && i + 1 < blockCount ? runEnd[at + nodeCount]! : i + 1;
  return compute[v * blockCount + i]! + Math.min(next, away);
}

/** The plan along which it leads; null where there is none. What one node holds of several runs may not fit there. */
export function followWindow(problem: CriteriaProblem, toGo: WindowToGo): Step[] | null {
  const { nodeCount, blockCount, source, arcTo } = problem;
  const { labels, runEnd, leaveVia } = toGo;
  if (labels.costS[source] === Infinity) return null;
  const steps: Step[] = [];
  let node = source;
  for (let i = 0; ;) {
    let arc = labels.via[i * nodeCount + node]!;
    if (arc < 0 && i < blockCount) {
      const from = i;
      i = runEnd[i * nodeCount + node]!;
      steps.push({ kind: 'compute', node, from, to: i });
      arc = leaveVia[i * nodeCount + node]!;
    }
    if (arc < 0) return steps;
    steps.push({ kind: 'transfer', arc, boundary: i });
    node = arcTo[arc]!;
  }
}
