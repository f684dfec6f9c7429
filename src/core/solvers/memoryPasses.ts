/** The labels of the search under memory limits (see `memorySearch`): one pass over the blocks, of limited width. */
import type { MemoryBound } from './memoryBound';
import { Offers } from './memoryOffers';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle } from './settle';
import { roomOf } from './sweepWindow';
import { mayHand } from './trust';
import type { IndexSplit, RouteProblem, ShouldStop } from './types';

export interface PassResult {
  /** The cheapest plan found below the limit, as its runs; null if there was none. */
  readonly split: IndexSplit | null;
  /** No plan that was left out for want of width costs less; Infinity if none was. */
  readonly leftOutS: number;
}

/** Labels whose last run has ended with the same number of blocks done. */
interface Step {
  count: number;
  readonly node: Int32Array;
  readonly costS: Float64Array;
  /** Room on limited node k at [label * K + k]: no more than what the blocks still to come need. */
  readonly room: Float64Array;
  /** Where the last run started: the step and the label before it. */
  readonly fromStep: Int32Array;
  readonly from: Int32Array;
}

function createStep(size: number, limitedCount: number): Step {
  return {
    count: 0,
    node: new Int32Array(size),
    costS: new Float64Array(size),
    room: new Float64Array(size * limitedCount),
    fromStep: new Int32Array(size),
    from: new Int32Array(size),
  };
}

/** How long all passes together may take: a number of elementary steps, or until someone says stop. */
export interface Effort {
  readonly work: number;
  readonly shouldStop: ShouldStop;
}

/** `shouldStop` is asked about once in so many steps (a fraction of a millisecond). */
const stepsBetweenAsking = 20_000;

export class MemoryPasses {
  /** Elementary steps done so far, in all passes. */
  work = 0;
  private askAt = 0;
  private isStopped = false;
  private readonly scratch;
  private readonly arcCostS: Float64Array;
  private readonly rows = new Map<number, Float64Array>();
  /** k of limited node v at [v], -1 for the others. */
  private readonly limitedAt: Int32Array;
  /** Bytes of weights of blocks 1..i at [i]. */
  private readonly weightUpTo: Float64Array;
  /** Room that blocks i + 1 .. L need at [i]. */
  private readonly restRoom: Float64Array;

  constructor(
    private readonly problem: RouteProblem,
    private readonly hosts: readonly number[],
    private readonly limited: readonly number[],
    private readonly bounds: readonly MemoryBound[],
    private readonly effort: Effort,
  ) {
    const { nodeCount, blockCount, weightBytes } = problem;
    this.scratch = createScratch(nodeCount);
    this.arcCostS = new Float64Array(problem.arcFrom.length);
    this.limitedAt = new Int32Array(nodeCount).fill(-1);
    for (const [k, v] of limited.entries()) this.limitedAt[v] = k;
    this.weightUpTo = new Float64Array(blockCount + 1);
    for (let l = 0; l < blockCount; l++) this.weightUpTo[l + 1] = this.weightUpTo[l]! + weightBytes[l]!;
    this.restRoom = new Float64Array(blockCount + 1);
    for (let l = blockCount - 1; l >= 0; l--) {
      this.restRoom[l] = this.restRoom[l + 1]! + roomOf(weightBytes[l]!);
    }
  }

  /** Looks for a plan that costs less than `limitS`; null when the effort is spent. */
  run(width: number, limitS: number): PassResult | null {
    const { blockCount } = this.problem;
    const steps: Step[] = [this.start()];
    const offers = Array.from({ length: blockCount + 1 }, () => new Offers(width));
    let leftOutS = Infinity;
    for (let i = 0; i < blockCount; i++) {
      for (let a = 0; a < steps[i]!.count; a++) {
        this.extend(steps[i]!, i, a, limitS, offers);
        if (this.isSpent()) return null;
      }
      const { step, nextS } = this.choose(steps, i + 1, offers[i + 1]!, width);
      leftOutS = Math.min(leftOutS, nextS);
      steps.push(step);
    }
    if (this.isSpent()) return null;
    // Chosen in order of their bounds, which in the end are true costs.
    return { split: steps[blockCount]!.count === 0 ? null : splitOf(steps), leftOutS };
  }

  private isSpent(): boolean {
    if (this.work >= this.askAt) {
      this.askAt = this.work + stepsBetweenAsking;
      this.isStopped ||= this.effort.shouldStop();
    }
    return this.isStopped || this.work > this.effort.work;
  }

  private start(): Step {
    const { memoryBytes, source } = this.problem;
    const step = createStep(1, this.limited.length);
    step.count = 1;
    step.node[0] = source;
    for (const [k, v] of this.limited.entries()) step.room[k] = roomOf(memoryBytes[v]!);
    return step;
  }

  /** Every run after label `a` of step i that may lead to a plan below `limitS`. */
  private extend(step: Step, i: number, a: number, limitS: number, offers: readonly Offers[]): void {
    const { blockCount, computeS, weightBytes } = this.problem;
    const here = step.node[a]!;
    const routeS = this.routes(i, here);
    const worthS = this.bounds.map(({ perByteS }) => this.roomWorthS(step, a, perByteS));
    for (const v of this.hosts) {
      // The source's first label has run nothing yet; after a run, going on here would have been the same run.
      if (v === here && i > 0) continue;
      if (!mayHand(this.problem, i === 0 ? null : here, v, i)) continue;
      const k = this.limitedAt[v]!;
      let room = k < 0 ? Infinity : step.room[a * this.limited.length + k]!;
      let costS = step.costS[a]! + routeS[v]!;
      let bytes = 0;
      for (let j = i + 1; j <= blockCount; j++) {
        this.work++;
        const weight = weightBytes[j - 1]!;
        room -= weight;
        bytes += weight;
        costS += computeS[v * blockCount + j - 1]!;
        if (room < 0 || costS >= limitS) break;
        const boundS = this.boundOf(v, j, costS, bytes, worthS);
        if (!(boundS < limitS) || boundS >= offers[j]!.droppedS) continue;
        this.work += 10;
        offers[j]!.add({ boundS, costS, node: v, fromStep: i, from: a });
      }
    }
  }

  /** The least that a plan can cost after a run on v of `bytes` bytes that ends with j blocks done at `costS`. */
  private boundOf(v: number, j: number, costS: number, bytes: number, worthS: readonly number[]): number {
    const at = j * this.problem.nodeCount + v;
    let boundS = costS;
    for (let b = 0; b < worthS.length; b++) {
      const { leaveS, perByteS } = this.bounds[b]!;
      boundS = Math.max(boundS, costS + leaveS[at]! - worthS[b]! + perByteS[v]! * bytes);
    }
    return boundS;
  }

  /** What all the room of a label is worth at the prices. */
  private roomWorthS({ room }: Step, a: number, perByteS: Float64Array): number {
    const { limited } = this;
    this.work += limited.length;
    let worthS = 0;
    for (let k = 0; k < limited.length; k++) worthS += perByteS[limited[k]!]! * room[a * limited.length + k]!;
    return worthS;
  }

  /** The offers of lowest bound that no other makes needless, at most `width` of them, and the lowest bound after them. */
  private choose(
    steps: readonly Step[],
    i: number,
    offers: Offers,
    width: number,
  ): { readonly step: Step; readonly nextS: number } {
    const sorted = offers.sorted();
    const step = createStep(Math.min(sorted.length, width), this.limited.length);
    const last = new Int32Array(this.problem.nodeCount).fill(-1);
    const same = new Int32Array(step.node.length);
    for (const { boundS, costS, node, fromStep, from } of sorted) {
      if (step.count === width || this.isSpent()) return { step, nextS: boundS };
      const label = step.count;
      step.node[label] = node;
      step.costS[label] = costS;
      step.fromStep[label] = fromStep;
      step.from[label] = from;
      this.fillRoom(steps, step, label, i);
      same[label] = last[node]!;
      if (this.isNeedless(step, label, same)) continue;
      last[node] = label;
      step.count++;
    }
    return { step, nextS: offers.droppedS };
  }

  private fillRoom(steps: readonly Step[], step: Step, label: number, i: number): void {
    const { limited, limitedAt, weightUpTo } = this;
    const start = step.fromStep[label]!;
    const before = steps[start]!.room;
    const source = step.from[label]! * limited.length;
    const target = label * limited.length;
    const runs = limitedAt[step.node[label]!]!;
    const rest = this.restRoom[i]!;
    for (let k = 0; k < limited.length; k++) {
      const used = k === runs ? weightUpTo[i]! - weightUpTo[start]! : 0;
      step.room[target + k] = Math.min(before[source + k]! - used, rest);
    }
    this.work += limited.length;
  }

  /** Whether a label kept on the same node costs no more and leaves no less room anywhere. */
  private isNeedless({ costS, room }: Step, label: number, same: Int32Array): boolean {
    const width = this.limited.length;
    for (let other = same[label]!; other >= 0; other = same[other]!) {
      this.work++;
      if (costS[other]! > costS[label]!) continue;
      let k = 0;
      while (k < width && room[other * width + k]! >= room[label * width + k]!) k++;
      if (k === width) return true;
    }
    return false;
  }

  /** Cheapest routes of boundary i from a node, by node. */
  private routes(i: number, from: number): Float64Array {
    const { problem, arcCostS, rows } = this;
    const key = i * problem.nodeCount + from;
    let row = rows.get(key);
    if (row === undefined) {
      const labels = createLabels(problem.nodeCount);
      labels.costS[from] = 0;
      fillArcCosts(problem, i, arcCostS);
      this.work += 10 * settle(routingIndex(problem).out, arcCostS, labels, 0, this.scratch);
      rows.set(key, (row = labels.costS));
    }
    return row;
  }
}

/** The runs that lead to the first label of the last step. */
function splitOf(steps: readonly Step[]): IndexSplit {
  const nodes: number[] = [];
  const boundaries: number[] = [];
  for (let i = steps.length - 1, label = 0; i > 0;) {
    const { node, fromStep, from } = steps[i]!;
    nodes.push(node[label]!);
    boundaries.push(i);
    i = fromStep[label]!;
    label = from[label]!;
  }
  return { nodes: nodes.reverse(), boundaries: boundaries.reverse() };
}
