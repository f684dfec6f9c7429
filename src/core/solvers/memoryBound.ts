/**
 * A lower bound that knows about memory limits, to steer and to prune `memorySearch` (own).
 *
 * Two relaxations at once. A run of blocks on a node must fit into its memory, but what earlier runs left there is
 * forgotten: that needs no more state than (node, blocks done). And every byte of weights on node v costs p(v) >= 0
 * seconds, which is paid back for all of its memory, used or not (Lagrangian relaxation; Geoffrion 1974): so a node that
 * is filled twice pays for it. Whatever the prices, no plan that fits costs less. O(L (A + V log V) + V L^2) a bound.
 */
import { deliveryS } from './routes';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle, type Labels } from './settle';
import { roomOf } from './sweepWindow';
import type { RouteProblem, ShouldStop } from './types';

/** Prices tried; the bound hardly rises after that. Fewer where each bound takes long, by arcs looked at in all. */
const mostRounds = 30;
const leastRounds = 8;
const arcsInAll = 2_000_000;
/** A gap (relative) that is not worth another round. */
const closed = 1e-9;

export interface MemoryBound {
  /** Seconds per byte of weights on each node. */
  readonly perByteS: Float64Array;
  /** Priced cost to go once a run on v has ended with i blocks done, at [i * V + v]. */
  readonly leaveS: Float64Array;
  /** No plan costs less. */
  readonly boundS: number;
  /** Bytes that the cheapest relaxed plan places on each node. */
  readonly heldBytes: Float64Array;
}

/** The relaxed problem solved backwards: rows of V for each number of blocks done. */
interface Relaxed {
  /** Cost to go where the next run may start here or anywhere, and the way there. */
  readonly labels: Labels;
  /** Where the cheapest run that starts here ends. */
  readonly runEnd: Int32Array;
  readonly leaveS: Float64Array;
  /** The node to which `leaveS` goes first. */
  readonly leaveTo: Int32Array;
}

/** The bound at given prices. */
export function boundAt(problem: RouteProblem, perByteS: Float64Array): MemoryBound {
  const relaxed = relax(problem, perByteS);
  let boundS = relaxed.labels.costS[problem.source]!;
  for (const [v, price] of perByteS.entries())
    if (price > 0) boundS -= price * roomOf(problem.memoryBytes[v]!);
  return { perByteS, leaveS: relaxed.leaveS, boundS, heldBytes: heldBy(problem, relaxed) };
}

function relax(problem: RouteProblem, perByteS: Float64Array): Relaxed {
  const { nodeCount, blockCount } = problem;
  const { into, out } = routingIndex(problem);
  const scratch = createScratch(nodeCount);
  const arcCostS = new Float64Array(problem.arcFrom.length);
  const size = blockCount * nodeCount;
  const labels = createLabels(size);
  const runEnd = new Int32Array(size);
  const leaveS = new Float64Array(size + nodeCount).fill(Infinity);
  const leaveTo = new Int32Array(size);
  leaveS.set(deliveryS(problem), size);
  for (let i = blockCount - 1; i >= 0; i--) {
    const row = i * nodeCount;
    for (let v = 0; v < nodeCount; v++) {
      if (problem.computes[v] === 0) continue;
      const run = cheapestRun(problem, perByteS[v]!, leaveS, v, i);
      labels.costS[row + v] = run.costS;
      runEnd[row + v] = run.end;
    }
    fillArcCosts(problem, i, arcCostS);
    settle(into, arcCostS, labels, row, scratch);
    for (let v = 0; v < nodeCount; v++) {
      for (let k = out.start[v]!; k < out.start[v + 1]!; k++) {
        const costS = arcCostS[out.arc[k]!]! + labels.costS[row + out.peer[k]!]!;
        if (costS >= leaveS[row + v]!) continue;
        leaveS[row + v] = costS;
        leaveTo[row + v] = out.peer[k]!;
      }
    }
  }
  return { labels, runEnd, leaveS, leaveTo };
}

/** The cheapest run on v from block i + 1 on, with what follows it. */
function cheapestRun(
  { nodeCount, blockCount, computeS, weightBytes, memoryBytes }: RouteProblem,
  perByteS: number,
  leaveS: Float64Array,
  v: number,
  i: number,
): { readonly costS: number; readonly end: number } {
  const room = roomOf(memoryBytes[v]!);
  let costS = Infinity;
  let end = -1;
  let runS = 0;
  let bytes = 0;
  for (let j = i + 1; j <= blockCount && runS < costS; j++) {
    bytes += weightBytes[j - 1]!;
    if (bytes > room) break;
    runS += computeS[v * blockCount + j - 1]! + perByteS * weightBytes[j - 1]!;
    const totalS = runS + leaveS[j * nodeCount + v]!;
    if (totalS >= costS) continue;
    costS = totalS;
    end = j;
  }
  return { costS, end };
}

/** What the cheapest relaxed plan places on each node; nothing where there is none. */
function heldBy(problem: RouteProblem, { labels, runEnd, leaveTo }: Relaxed): Float64Array {
  const { nodeCount, blockCount, weightBytes } = problem;
  const held = new Float64Array(nodeCount);
  let v = problem.source;
  if (labels.costS[v] === Infinity) return held;
  for (let i = 0; ;) {
    for (let arc = labels.via[i * nodeCount + v]!; arc >= 0; arc = labels.via[i * nodeCount + v]!) {
      v = problem.arcTo[arc]!;
    }
    for (const end = runEnd[i * nodeCount + v]!; i < end; i++) held[v]! += weightBytes[i]!;
    if (i === blockCount) return held;
    v = leaveTo[i * nodeCount + v]!;
  }
}

/**
 * The highest bound that subgradient steps (Polyak) find: dearer where the relaxed plan holds too much, cheaper where
 * there is room. Any prices give a true bound, so stopping early costs sharpness only.
 *
 * @param start the bound at no prices
 * @param limited nodes whose memory may run out
 * @param targetS a cost that no bound exceeds: that of a plan that fits, or Infinity
 * @param shouldStop asked before every step
 */
export function sharpen(
  problem: RouteProblem,
  start: MemoryBound,
  limited: readonly number[],
  targetS: number,
  shouldStop: ShouldStop,
): MemoryBound {
  const rounds = Math.max(
    leastRounds,
    Math.min(mostRounds, arcsInAll / (problem.blockCount * problem.arcFrom.length)),
  );
  let best = start;
  let current = start;
  let stride = 1;
  for (let round = 0; round < rounds && !shouldStop(); round++) {
    if (best.boundS >= targetS * (1 - closed)) break;
    // Aiming at the target itself makes steps that are too short, as the bound cannot reach it: measured, twice is better.
    const gapS = 2 * (targetS < Infinity ? targetS : best.boundS) - current.boundS;
    if (!(gapS > 0 && gapS < Infinity)) break;
    const perByteS = stepTowards(problem, current, limited, stride * gapS);
    if (perByteS === null) break;
    current = boundAt(problem, perByteS);
    if (current.boundS > best.boundS) best = current;
    else stride *= 0.7;
  }
  return best;
}

/** Prices after a step that would raise the bound by `riseS` if the relaxed plan stayed the same; null if none can. */
function stepTowards(
  { memoryBytes }: RouteProblem,
  { perByteS, heldBytes }: MemoryBound,
  limited: readonly number[],
  riseS: number,
): Float64Array | null {
  const excess = limited.map((v) => {
    const bytes = heldBytes[v]! - memoryBytes[v]!;
    return bytes < 0 && perByteS[v] === 0 ? 0 : bytes;
  });
  const norm = excess.reduce((sum, bytes) => sum + bytes * bytes, 0);
  if (norm === 0) return null;
  const next = perByteS.slice();
  for (const [k, v] of limited.entries()) next[v] = Math.max(0, next[v]! + (riseS / norm) * excess[k]!);
  return next;
}
