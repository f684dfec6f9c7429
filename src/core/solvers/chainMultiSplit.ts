/**
 * Chain multi-split as a lattice path: nodes in a row, blocks in order, every block on a node no earlier than its
 * predecessor's. Exact. O(P L) time and memory, memory limits included.
 *
 * Source: HiveMind (IEEE JSAC 2022) eq. 1-4, in the corrected form of its Algorithm 1 that counts completed blocks:
 *   F_p(i) = min(time of block i+1 on p + F_p(i+1), ship_p(i) + F_{p+1}(i)),  F_p(L) = min(finish_p, ship_p(L) + F_{p+1}(L))
 * It only adds and compares, so nothing cancels. With memory limits the run on a node is a window of blocks: a sliding
 * window minimum along each node (`sweepWindow`). What must not happen (a block on a node, a boundary over a hop) is an
 * Infinity in the matrices.
 */
import { createWindow, sweepWindow } from './sweepWindow';
import type { ChainProblem, ChainSplit } from './types';

/** Reusable memory for chains of one size; a fresh one is made when none is given. */
export interface ChainWorkspace {
  readonly nodes: number;
  readonly blocks: number;
  /** F_p(i) at [p * (L + 1) + i]. */
  readonly toGoS: Float64Array;
}

export function createChainWorkspace(nodes: number, blocks: number): ChainWorkspace {
  return { nodes, blocks, toGoS: new Float64Array(nodes * (blocks + 1)) };
}

/**
 * The cheapest split, or null when every split is impossible (an Infinity in its way, or memory).
 * On equal cost a block runs where its data is, and the result ends where it is.
 */
export function solveChain(problem: ChainProblem, workspace?: ChainWorkspace): ChainSplit | null {
  if (problem.memory !== undefined) return solveRuns(problem, problem.memory);
  const nodes = problem.computeS.length;
  const blocks = problem.computeS[0]!.length;
  const space =
    workspace?.nodes === nodes && workspace.blocks === blocks
      ? workspace
      : createChainWorkspace(nodes, blocks);
  fillToGo(problem, space.toGoS, nodes, blocks);
  return space.toGoS[0] === Infinity ? null : walkDown(problem, space.toGoS, nodes, blocks);
}

function fillToGo(problem: ChainProblem, toGoS: Float64Array, nodes: number, blocks: number): void {
  const width = blocks + 1;
  for (let p = nodes - 1; p >= 0; p--) {
    const compute = problem.computeS[p]!;
    const row = p * width;
    let best = problem.finishS[p]!;
    if (p === nodes - 1) {
      toGoS[row + blocks] = best;
      for (let i = blocks - 1; i >= 0; i--) toGoS[row + i] = best = compute[i]! + best;
      continue;
    }
    const ship = problem.shipS[p]!;
    const below = row + width;
    const onward = ship[blocks]! + toGoS[below + blocks]!;
    if (onward < best) best = onward;
    toGoS[row + blocks] = best;
    for (let i = blocks - 1; i >= 0; i--) {
      const here = compute[i]! + best;
      const away = ship[i]! + toGoS[below + i]!;
      best = here <= away ? here : away;
      toGoS[row + i] = best;
    }
  }
}

/** Repeats the comparisons of `fillToGo` from (0, 0) to where the path ends. */
function walkDown(problem: ChainProblem, toGoS: Float64Array, nodes: number, blocks: number): ChainSplit {
  const width = blocks + 1;
  const boundaries = new Int32Array(nodes).fill(blocks);
  let p = 0;
  let i = 0;
  for (;;) {
    const at = p * width + i;
    const away = p + 1 < nodes ? problem.shipS[p]![i]! + toGoS[at + width]! : Infinity;
    if (i === blocks) {
      if (problem.finishS[p]! <= away) return { totalS: toGoS[0]!, boundaries, last: p };
    } else if (problem.computeS[p]![i]! + toGoS[at + 1]! <= away) {
      i++;
      continue;
    }
    boundaries[p] = i;
    p++;
  }
}

/**
 * The same recursion where a node's run is a window of blocks: F_p(i) = min over the ends j of a run that fits, and takes
 * `longestS` at most. O(P L).
 */
export function solveRuns(
  problem: ChainProblem,
  memory: NonNullable<ChainProblem['memory']>,
  longestS = Infinity,
): ChainSplit | null {
  const nodes = problem.computeS.length;
  const blocks = problem.computeS[0]!.length;
  const width = blocks + 1;
  const window = createWindow(blocks);
  const leaveS = new Float64Array(width);
  const toGoS = new Float64Array(width);
  const ends = Array.from({ length: nodes }, () => new Int32Array(width));
  const stops = new Uint8Array(nodes);
  for (let p = nodes - 1; p >= 0; p--) {
    stops[p] = fillLeave(problem, p, toGoS, leaveS) ? 1 : 0;
    const room = memory.nodeBytes[p]!;
    sweepWindow(window, leaveS, problem.computeS[p]!, memory.layerBytes, room, toGoS, ends[p]!, longestS);
  }
  if (toGoS[0] === Infinity) return null;
  const boundaries = new Int32Array(nodes).fill(blocks);
  for (let p = 0, i = 0; ; p++) {
    i = ends[p]![i]!;
    boundaries[p] = i;
    if (i === blocks && stops[p] === 1) return { totalS: toGoS[0]!, boundaries, last: p };
  }
}

/**
 * leaveS[j] = cost once node p is done with j blocks completed; `nextS` is the cost to go of node p + 1 (not read for the
 * last node). Returns whether the result ends here when all blocks are done.
 */
function fillLeave(
  { shipS, finishS, computeS }: ChainProblem,
  p: number,
  nextS: Float64Array,
  leaveS: Float64Array,
): boolean {
  const blocks = leaveS.length - 1;
  if (p === computeS.length - 1) {
    leaveS.fill(Infinity, 0, blocks);
    leaveS[blocks] = finishS[p]!;
    return true;
  }
  const ship = shipS[p]!;
  for (let j = 0; j <= blocks; j++) leaveS[j] = ship[j]! + nextS[j]!;
  const stops = finishS[p]! <= leaveS[blocks]!;
  if (stops) leaveS[blocks] = finishS[p]!;
  return stops;
}
