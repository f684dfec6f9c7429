/**
 * HiveMind's best effort with quality assurance (eq. 12) on a row of nodes, as the paper weighs it:
 *
 *   cost of an edge = sum over best-effort criteria of w * phi + sum over assured criteria of 1 / (Phi - phi)
 *
 * and infinite from phi = Phi on. An edge is the hop into a node and the whole block that runs there, a node that runs
 * nothing included, so the sum is not a sum of layers: O(P L^2), every run priced as a whole. Exact for that objective; but
 * phi is of one edge while Phi is meant for the whole path, so the answer may break the limit, and 1 / (Phi - phi) is not
 * free of units (the paper's are ms and J). That is why it is offered next to the optimum within the limits.
 *
 * Ending on a node leaves the edges after it empty (phi = 0), and they are counted as the paper counts them.
 *
 * The paper leaves open which of equally good splits is taken; here a criterion of the caller decides (the latency).
 */
import { fits } from '../sweepWindow';
import type { ChainProblem, ShouldStop } from '../types';

/** One criterion on the row, in the unit in which it is weighed. */
export interface RowCriterion {
  /** [p][l]; Infinity = impossible. */
  readonly compute: readonly Float64Array[];
  /** [h][i]. */
  readonly ship: readonly Float64Array[];
  /** Of ending on node p. */
  readonly finish: Float64Array;
  /** Weight of a best-effort criterion; 0 = none. */
  readonly weight: number;
  /** Phi of an assured criterion; null = none. */
  readonly limit: number | null;
}

export interface WeighedRow {
  readonly boundaries: Int32Array;
  /** The node on which the path ends. */
  readonly last: number;
  /** The sum of eq. 12. */
  readonly value: number;
  /** false: stopped, so that on some nodes between the first and the last no run was tried. */
  readonly proven: boolean;
}

/** Cost of one edge at these values. */
function edgeCost(criteria: readonly RowCriterion[], phi: Float64Array): number {
  let cost = 0;
  for (let k = 0; k < criteria.length; k++) {
    const { weight, limit } = criteria[k]!;
    const value = phi[k]!;
    if (value === Infinity || (limit !== null && value >= limit)) return Infinity;
    cost += weight * value;
    if (limit !== null) cost += 1 / (limit - value);
  }
  return cost;
}

/**
 * The row of least eq. 12, of equal ones that of the least `tie`, or null when every way has an infinite edge. Stopped, it
 * is the least of those tried, if any.
 */
export function solveHivemindWeights(
  weighed: readonly RowCriterion[],
  memory?: ChainProblem['memory'],
  tie?: RowCriterion,
  shouldStop: ShouldStop = () => false,
): WeighedRow | null {
  // Of no weight, it is carried along to settle ties only.
  const criteria = tie === undefined ? weighed : [...weighed, { ...tie, weight: 0, limit: null }];
  const rule: EdgeRule = {
    costOf: (phi) => edgeCost(criteria, phi),
    join: (edge, rest) => edge + rest,
    tieOf: (phi) => (tie === undefined ? 0 : phi[weighed.length]!),
  };
  return solveEdges(criteria, memory, rule, shouldStop);
}

/**
 * The least value that the largest edge of a row can have under the criterion `next`, while every edge stays below the
 * limits of `kept`; Infinity when no row does. Any limit on `next` above it leaves a row whose eq. 12 is finite. O(P L^2).
 * null: stopped before that was proved.
 */
export function leastLargestEdge(
  kept: readonly RowCriterion[],
  next: RowCriterion,
  memory?: ChainProblem['memory'],
  shouldStop: ShouldStop = () => false,
): number | null {
  const criteria = [...kept, { ...next, weight: 0, limit: null }];
  const costOf = (phi: Float64Array): number =>
    edgeCost(criteria, phi) === Infinity ? Infinity : phi[kept.length]!;
  const found = solveEdges(criteria, memory, { costOf, join: Math.max, tieOf: () => 0 }, shouldStop);
  if (found === null) return shouldStop() ? null : Infinity;
  return found.proven ? found.value : null;
}

/** What is made least, from the values of one edge at a time. */
interface EdgeRule {
  /** Infinity: neither this edge nor one with a longer run may be used. */
  readonly costOf: (phi: Float64Array) => number;
  /** What an edge and the rest of the way come to. */
  readonly join: (edge: number, rest: number) => number;
  /** Its sum decides between equal ways. */
  readonly tieOf: (phi: Float64Array) => number;
}

function solveEdges(
  criteria: readonly RowCriterion[],
  memory: ChainProblem['memory'],
  { costOf, join, tieOf }: EdgeRule,
  shouldStop: ShouldStop,
): WeighedRow | null {
  const nodes = criteria[0]!.compute.length;
  const width = criteria[0]!.compute[0]!.length + 1;
  const empty = costOf(new Float64Array(criteria.length));
  const toGo = new Float64Array((nodes + 1) * width).fill(Infinity);
  const tieToGo = new Float64Array((nodes + 1) * width).fill(Infinity);
  /** Where the run on p that starts at i ends; -1: the path ends there too. */
  const next = new Int32Array(nodes * width);
  const offer = (at: number, value: number, ties: number, to: number): void => {
    // Ending is offered after going on, and is taken where both are equal.
    const wins =
      value === toGo[at]! ? ties < tieToGo[at]! || (ties === tieToGo[at]! && to < 0) : value < toGo[at]!;
    if (!wins) return;
    toGo[at] = value;
    tieToGo[at] = ties;
    next[at] = to;
  };
  /** What the empty edges after node p come to. */
  let rest = 0;
  let stopped = false;
  for (let p = nodes - 1; p >= 0; p--) {
    // Nothing is completed before the first node.
    const starts = p === 0 ? 1 : width;
    for (let i = 0; i < starts; i++) {
      stopped ||= p > 0 && shouldStop();
      // Stopped, the nodes that are left relay, but for the first, whose runs are few.
      const furthest = stopped && p > 0 ? i : width - 1;
      const phi = Float64Array.from(criteria, ({ ship }) => (p === 0 ? 0 : ship[p - 1]![i]!));
      let held = 0;
      for (let j = i; j <= furthest; j++) {
        if (j > i) {
          for (let k = 0; k < phi.length; k++) phi[k]! += criteria[k]!.compute[p]![j - 1]!;
          held += memory?.layerBytes[j - 1] ?? 0;
          if (memory !== undefined && !fits(held, memory.nodeBytes[p]!)) break;
        }
        const edge = costOf(phi);
        // A longer run only costs more.
        if (edge === Infinity) break;
        const after = (p + 1) * width + j;
        offer(p * width + i, join(edge, toGo[after]!), tieOf(phi) + tieToGo[after]!, j);
        if (j < width - 1) continue;
        const ended = phi.map((value, k) => value + criteria[k]!.finish[p]!);
        offer(p * width + i, join(costOf(ended), rest), tieOf(ended), -1);
      }
    }
    rest = join(empty, rest);
  }
  return toGo[0] === Infinity ? null : { ...walk(nodes, width, next), value: toGo[0]!, proven: !stopped };
}

function walk(nodes: number, width: number, next: Int32Array): Pick<WeighedRow, 'boundaries' | 'last'> {
  const boundaries = new Int32Array(nodes).fill(width - 1);
  for (let p = 0, i = 0; ; p++) {
    const j = next[p * width + i]!;
    if (j < 0) return { boundaries, last: p };
    boundaries[p] = j;
    i = j;
  }
}
