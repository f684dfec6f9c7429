/**
 * Chain multi-split as a lattice path: nodes in a row, blocks in order, every block on a node no earlier than its
 * predecessor's. Exact. O(P L) time and memory, memory limits included.
 *
 * Source: HiveMind (IEEE JSAC 2022) eq. 1-4, in the corrected form of its Algorithm 1 that counts completed blocks:
 *   F_p(i) = min(time of block i+1 on p + F_p(i+1), ship_p(i) + F_{p+1}(i)),  F_p(L) = min(finish_p, ship_p(L) + F_{p+1}(L))
 * It only adds and compares, so nothing cancels. With memory limits the run on a node is a window of blocks: a sliding
 * window minimum along each node (`sweepWindow`).
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
  if (problem.memory !== undefined) return solveWithinMemory(problem, problem.memory);
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

function solveWithinMemory(
  problem: ChainProblem,
  memory: NonNullable<ChainProblem['memory']>,
): ChainSplit | null {
  const nodes = problem.computeS.length;
  const blocks = problem.computeS[0]!.length;
  const width = blocks + 1;
  const window = createWindow(memory.layerBytes);
  /** Cost of standing on the current node with i blocks done, before anything runs there. */
  const arriveS = new Float64Array(width).fill(Infinity);
  arriveS[0] = 0;
  const doneS = new Float64Array(width);
  const starts = Array.from({ length: nodes }, () => new Int32Array(width));
  let totalS = Infinity;
  let last = -1;
  for (let p = 0; p < nodes; p++) {
    sweepWindow(window, arriveS, problem.computeS[p]!, memory.nodeBytes[p]!, 0, doneS, starts[p]!);
    const endS = doneS[blocks]! + problem.finishS[p]!;
    if (endS < totalS) {
      totalS = endS;
      last = p;
    }
    if (p + 1 < nodes) for (let i = 0; i < width; i++) arriveS[i] = doneS[i]! + problem.shipS[p]![i]!;
  }
  if (last < 0) return null;
  const boundaries = new Int32Array(nodes).fill(blocks);
  for (let p = last, i = blocks; p > 0; p--) {
    i = starts[p]![i]!;
    boundaries[p - 1] = i;
  }
  return { totalS, boundaries, last };
}
