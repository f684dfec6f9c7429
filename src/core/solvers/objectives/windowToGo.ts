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

/** @param costs that add up @param limited 1 where the memory of a node may run out. O(L (A + V log V)) */
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
  const windows = Array.from(limited, (one, v) =>
    one === 1 ? new RunWindow(problem, costs, toGo, v) : null,
  );
  for (let i = blockCount; i >= 0; i--) {
    const row = i * nodeCount;
    if (i === blockCount) {
      if (goal === null) labels.costS.fill(0, row);
      else labels.costS[row + goal] = 0;
    } else {
      for (let v = 0; v < nodeCount; v++) {
        const window = windows[v];
        if (window) runs[v] = window.next(i);
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

/**
 * The cheapest run on a limited node from every block back to the first, O(1) each in the long run: a sliding window minimum
 * over the ends of runs that fit, kept as two stacks as in `sweepWindow`. Ends up to `middle` are summed up in `near`.
 */
class RunWindow {
  private readonly bytes: Float64Array;
  private readonly least: Float64Array;
  private readonly leastAt: Int32Array;
  private middle: number;
  private far: number;
  private near = Infinity;
  private nearAt = -1;
  private pass = 0;
  private passBytes = 0;

  constructor(
    private readonly problem: CriteriaProblem,
    private readonly costs: CriterionCosts,
    private readonly toGo: WindowToGo,
    private readonly v: number,
  ) {
    this.middle = this.far = problem.blockCount;
    this.bytes = new Float64Array(problem.blockCount + 1);
    this.least = new Float64Array(problem.blockCount + 1);
    this.leastAt = new Int32Array(problem.blockCount + 1);
  }

  /** The cost of the cheapest run from block i + 1 on, with what follows it; notes its end. To be asked for i = L-1 .. 0. */
  next(i: number): number {
    const { problem, v, bytes } = this;
    const { nodeCount, weightBytes, memoryBytes } = problem;
    const room = roomOf(memoryBytes[v]!);
    const cost = this.costs.compute[v * problem.blockCount + i]!;
    const away = this.toGo.leave[(i + 1) * nodeCount + v]!;
    if (away < this.near) this.nearAt = i + 1;
    this.near = cost + Math.min(away, this.near);
    this.pass += cost;
    this.passBytes += weightBytes[i]!;
    while (this.far > this.middle && bytes[this.far]! + this.passBytes > room) this.far--;
    if (this.far === this.middle) this.restart(i, room);
    const through = this.far > this.middle ? this.pass + this.least[this.far]! : Infinity;
    const best = Math.min(through, this.near);
    if (best < Infinity) {
      const end = through < this.near ? this.leastAt[this.far]! : this.nearAt;
      this.toGo.runEnd[i * nodeCount + v] = end;
    }
    return best;
  }

  /** All ends now lie beyond the middle: those of runs from block i + 1 that fit. */
  private restart(i: number, room: number): void {
    const { problem, bytes, least, leastAt, v } = this;
    const { blockCount, nodeCount, weightBytes } = problem;
    let run = 0;
    let held = 0;
    let j = i;
    while (j < this.far && held + weightBytes[j]! <= room) {
      held += weightBytes[j]!;
      run += this.costs.compute[v * blockCount + j]!;
      j++;
      const total = run + this.toGo.leave[j * nodeCount + v]!;
      const isLeast = j === i + 1 || total < least[j - 1]!;
      bytes[j] = held;
      least[j] = isLeast ? total : least[j - 1]!;
      leastAt[j] = isLeast ? j : leastAt[j - 1]!;
    }
    this.middle = i;
    this.far = j;
    this.near = Infinity;
    this.nearAt = -1;
    this.pass = this.passBytes = 0;
  }
}

/** The cheapest run where there is room for all: the next block, then the run after it or away. */
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
