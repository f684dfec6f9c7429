/**
 * One agent that learns together with others: it splits its own pass over its row and sends parameters to a controller.
 * Exact: the transfer omega joins the compute of the blocks it is charged for, O(P L).
 *
 * Source: HiveMind (IEEE JSAC 2022) eq. 13, which adds omega_p to the edge on which node p runs the last layer. Its printed
 * range of start layers, 0 <= i <= L - 1, leaves out i = L: a node that runs only the last layer then sends for nothing.
 * Only the last node pays there although every node holds parameters; charging each node for its own blocks is as easy.
 */
import { solveChain } from '../chainMultiSplit';
import { fits } from '../sweepWindow';
import type { ChainProblem } from '../types';
import { computeOver, lastOf, shipOver } from './splitParts';

export interface CollaborativeProblem {
  /** One pass of this agent. */
  readonly pass: ChainProblem;
  /** Passes between two exchanges of parameters, at least 1. */
  readonly passes: number;
  /** [p] seconds of all parameters from node p to the controller. */
  readonly allS: Float64Array;
  /** [p][l] seconds of block l's parameters from node p to the controller. */
  readonly blockS: readonly Float64Array[];
  /** Charged to the node that runs the last block, for all parameters; or to every node, for its own blocks. */
  readonly charge: 'last-node' | 'per-block';
}

/** What the decision takes into account: omega, omega in eq. 13's printed range, or none of it. */
export type OmegaAwareness = 'aware' | 'printed-range' | 'unaware';

export interface CollaborativeSplit {
  readonly boundaries: readonly number[];
  /** Seconds of one pass, and of the parameters once. */
  readonly passS: number;
  readonly parametersS: number;
  /** passes * passS + parametersS. */
  readonly totalS: number;
}

/** The split that is cheapest in the eyes of `sees`, with what it really costs; null when every split is impossible. */
export function solveCollaborative(
  problem: CollaborativeProblem,
  sees: OmegaAwareness,
): CollaborativeSplit | null {
  const blocks = problem.pass.computeS[0]!.length;
  const seen = passesOf(problem);
  const charged = { ...seen, computeS: sees === 'unaware' ? seen.computeS : withOmega(problem, seen) };
  const split = solveChain(charged);
  if (sees !== 'printed-range') return split && evaluateCollaborative(problem, split.boundaries);
  const free = lastBlockAlone(seen, blocks);
  const boundaries =
    free !== null && (split === null || free.totalS < split.totalS) ? free.boundaries : split?.boundaries;
  return boundaries === undefined ? null : evaluateCollaborative(problem, boundaries);
}

export function evaluateCollaborative(
  problem: CollaborativeProblem,
  boundaries: ArrayLike<number>,
): CollaborativeSplit {
  const { pass, passes } = problem;
  const last = lastOf(boundaries, pass.computeS[0]!.length);
  const passS =
    computeOver(pass.computeS, boundaries) + shipOver(pass.shipS, boundaries, last) + pass.finishS[last]!;
  const parametersS =
    problem.charge === 'last-node' ? problem.allS[last]! : computeOver(problem.blockS, boundaries);
  return { boundaries: Array.from(boundaries), passS, parametersS, totalS: passes * passS + parametersS };
}

/** All passes up to the next exchange, omega apart. */
function passesOf({ pass, passes }: CollaborativeProblem): ChainProblem {
  const scaled = (row: Float64Array): Float64Array => row.map((time) => passes * time);
  const shipS = pass.shipS.map((row) => {
    const times = scaled(row);
    // The pass ends where its last block runs: a node that ran nothing holds no parameters that it could send.
    times[times.length - 1] = Infinity;
    return times;
  });
  return { ...pass, computeS: pass.computeS.map(scaled), shipS, finishS: scaled(pass.finishS) };
}

function withOmega(problem: CollaborativeProblem, seen: ChainProblem): Float64Array[] {
  return seen.computeS.map((row, p) =>
    row.map((time, l) => {
      if (problem.charge === 'per-block') return time + problem.blockS[p]![l]!;
      return l === row.length - 1 ? time + problem.allS[p]! : time;
    }),
  );
}

/** The cheapest split in which one node runs the last block and nothing else, omega apart. O(P L). */
function lastBlockAlone(
  seen: ChainProblem,
  blocks: number,
): { readonly totalS: number; readonly boundaries: Int32Array } | null {
  const nodes = seen.computeS.length;
  const before = blocks - 1;
  // From node p on with all blocks but the last one done: run it there, or hand on.
  const restS = new Float64Array(nodes + 1).fill(Infinity);
  const runsAt = new Int32Array(nodes + 1);
  const handOnS = (p: number): number => (p + 1 < nodes ? seen.shipS[p]![before]! + restS[p + 1]! : Infinity);
  for (let p = nodes - 1; p >= 0; p--) {
    const { memory } = seen;
    const hasRoom = memory === undefined || fits(memory.layerBytes[before]!, memory.nodeBytes[p]!);
    const hereS = hasRoom ? seen.computeS[p]![before]! + seen.finishS[p]! : Infinity;
    const isHere = hereS <= handOnS(p);
    restS[p] = isHere ? hereS : handOnS(p);
    runsAt[p] = isHere ? p : runsAt[p + 1]!;
  }
  if (before === 0) return restS[0] === Infinity ? null : aloneAt(restS[0]!, [], runsAt[0]!, nodes, blocks);
  const front = solveChain({
    computeS: seen.computeS.map((row) => row.slice(0, before)),
    shipS: seen.shipS.map((row) => row.slice(0, before + 1)),
    finishS: Float64Array.from({ length: nodes }, (_, p) => handOnS(p)),
    ...(seen.memory === undefined
      ? {}
      : { memory: { ...seen.memory, layerBytes: seen.memory.layerBytes.slice(0, before) } }),
  });
  if (front === null) return null;
  const done = Array.from(front.boundaries.subarray(0, front.last + 1));
  return aloneAt(front.totalS, done, runsAt[front.last + 1]!, nodes, blocks);
}

/** Boundaries `done`, then the last block on node `at`. */
function aloneAt(
  totalS: number,
  done: readonly number[],
  at: number,
  nodes: number,
  blocks: number,
): { readonly totalS: number; readonly boundaries: Int32Array } {
  const boundaries = Int32Array.from({ length: nodes }, (_, p) =>
    p < at ? (done[p] ?? blocks - 1) : blocks,
  );
  return { totalS, boundaries };
}
