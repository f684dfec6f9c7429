/**
 * Splitting training over a row of nodes, given where the blocks were before. Exact: every charge is folded into the
 * costs of the chain, so one lattice path solves it, O(P L).
 *
 * Source: HiveMind (IEEE JSAC 2022) eq. 8-9. An iteration runs each block forward and backward, and sends each boundary's
 * activations on and its gradients back (eq. 8; the gradient of the raw input is wanted by nobody). Moving block l from its
 * previous node a to q costs eta(l, a, q) = 8 * its bytes / rate of the route (eq. 9). The paper adds one iteration and the
 * move; here the move is spread over the iterations until the next one: N * iteration + move.
 *
 * - per block: each block over its own best route: depends on its new node alone, so it joins that node's compute.
 * - per hop: parameters relayed along the row. What crosses hop h are the blocks between its old and its new boundary, so
 *   the charge H_h(b_h) joins the hop, a set-up for each hop used included.
 * - as printed: an edge (p, q) of the paper's graph pays for what moves from p to q only, so a block that moves two nodes
 *   away is carried for nothing (read kindly: in either direction).
 */
import { solveChain } from '../chainMultiSplit';
import type { ChainProblem } from '../types';
import { atRate } from './hopLines';
import { lineEnvelope, type EnvelopePiece, type Line } from './lineEnvelope';
import { computeOver, labelsOf, lastOf, shipOver } from './splitParts';

export interface TrainingProblem {
  /** [p][l] seconds of block l forward and backward. */
  readonly forwardS: readonly Float64Array[];
  readonly backwardS: readonly Float64Array[];
  /** [h][i] seconds of boundary i's activations over hop h, and of its gradients back. */
  readonly activationS: readonly Float64Array[];
  readonly gradientS: readonly Float64Array[];
  readonly memory?: ChainProblem['memory'];
  /** Boundaries before: blocks completed when node p was done. */
  readonly previous: Int32Array;
  /** Bytes of each block's parameters. */
  readonly weightBytes: Float64Array;
  /** [a][q] seconds per byte from node a to node q. */
  readonly secondsPerByte: readonly Float64Array[];
  readonly charge: 'per-block' | 'per-hop';
  /** Seconds before parameters move over a hop, charged per hop only. */
  readonly setUpS: number;
  /** Iterations until the next move, at least 1; need not be whole. */
  readonly iterations: number;
}

/** What a decision takes into account: all that moves, moves between neighbours (eq. 9 as printed), or no move. */
export type MoveAwareness = 'all' | 'neighbours' | 'none';

export interface TrainingSplit {
  readonly boundaries: readonly number[];
  /** Seconds of one iteration, in its four parts. */
  readonly forwardS: number;
  readonly backwardS: number;
  readonly activationS: number;
  readonly gradientS: number;
  /** The one-time move, and the bytes that change node. */
  readonly moveS: number;
  readonly moveBytes: number;
  readonly iterationS: number;
  /** iterations * iterationS + moveS. */
  readonly totalS: number;
  /** What the decision took the total for; less than totalS where it did not see all of the move. */
  readonly promisedS: number;
}

/** The cheapest split in the eyes of `sees`, with what it really costs; null when every split is impossible. */
export function solveTraining(problem: TrainingProblem, sees: MoveAwareness): TrainingSplit | null {
  const split = solveChain(foldedChain(problem, sees));
  if (split === null) return null;
  return { ...evaluateTraining(problem, split.boundaries), promisedS: split.totalS };
}

/** What a given split costs; Infinity where a node cannot run a block or nothing leads back. */
export function evaluateTraining(problem: TrainingProblem, boundaries: ArrayLike<number>): TrainingSplit {
  const last = lastOf(boundaries, problem.weightBytes.length);
  const forwardS = computeOver(problem.forwardS, boundaries);
  const backwardS = computeOver(problem.backwardS, boundaries);
  const activationS = shipOver(problem.activationS, boundaries, last);
  const gradientS = shipOver(problem.gradientS, boundaries, last);
  const iterationS = forwardS + backwardS + activationS + gradientS;
  const { moveS, moveBytes } = moveOf(problem, boundaries);
  const totalS = problem.iterations * iterationS + moveS;
  return {
    boundaries: Array.from(boundaries),
    forwardS,
    backwardS,
    activationS,
    gradientS,
    moveS,
    moveBytes,
    iterationS,
    totalS,
    promisedS: totalS,
  };
}

function moveOf(
  problem: TrainingProblem,
  boundaries: ArrayLike<number>,
): { readonly moveS: number; readonly moveBytes: number } {
  const { weightBytes, previous, secondsPerByte } = problem;
  const before = labelsOf(previous, weightBytes.length);
  const after = labelsOf(boundaries, weightBytes.length);
  let moveS = 0;
  let moveBytes = 0;
  for (let l = 0; l < weightBytes.length; l++) {
    if (before[l] === after[l]) continue;
    moveBytes += weightBytes[l]!;
    if (problem.charge === 'per-block') {
      moveS += atRate(weightBytes[l]!, secondsPerByte[before[l]!]![after[l]!]!);
    }
  }
  if (problem.charge === 'per-hop') {
    for (const [h, relayed] of relayS(problem).entries()) moveS += relayed[boundaries[h]!]!;
  }
  return { moveS, moveBytes };
}

/** H_h(b), [h][b]: relaying over hop h whatever lies between its previous boundary and b. */
function relayS(problem: TrainingProblem): Float64Array[] {
  const { weightBytes, previous, secondsPerByte, setUpS } = problem;
  const blocks = weightBytes.length;
  return problem.activationS.map((_, h) => {
    const relayed = new Float64Array(blocks + 1);
    const over = (bytes: number, rate: number): number => (bytes === 0 ? 0 : setUpS + bytes * rate);
    const onward = secondsPerByte[h]![h + 1]!;
    const back = secondsPerByte[h + 1]![h]!;
    for (let b = previous[h]! - 1, bytes = 0; b >= 0; b--) {
      relayed[b] = over((bytes += weightBytes[b]!), onward);
    }
    for (let b = previous[h]! + 1, bytes = 0; b <= blocks; b++) {
      relayed[b] = over((bytes += weightBytes[b - 1]!), back);
    }
    return relayed;
  });
}

/** The chain whose cheapest split is the decision's. */
function foldedChain(problem: TrainingProblem, sees: MoveAwareness): ChainProblem {
  const { iterations, forwardS, backwardS, activationS, gradientS, weightBytes, memory } = problem;
  const blocks = weightBytes.length;
  const perBlock = sees === 'neighbours' || (sees === 'all' && problem.charge === 'per-block');
  const before = labelsOf(problem.previous, blocks);
  const computeS = forwardS.map((row, p) =>
    row.map((time, l) => {
      const a = before[l]!;
      const isCharged = perBlock && (sees === 'all' || Math.abs(a - p) === 1);
      const moveS = isCharged ? atRate(weightBytes[l]!, problem.secondsPerByte[a]![p]!) : 0;
      return iterations * (time + backwardS[p]![l]!) + moveS;
    }),
  );
  const relayed = sees === 'all' && problem.charge === 'per-hop' ? relayS(problem) : null;
  const shipS = activationS.map((row, h) =>
    row.map((time, i) => iterations * (time + gradientS[h]![i]!) + (relayed?.[h]![i] ?? 0)),
  );
  // Beyond the node on which the work ends no activations are sent, but parameters may still come back over those hops.
  const finishS = new Float64Array(forwardS.length);
  for (let p = forwardS.length - 2; p >= 0; p--) {
    finishS[p] = finishS[p + 1]! + (relayed?.[p]![blocks] ?? 0);
  }
  const chain = { computeS, shipS, finishS };
  return memory === undefined ? chain : { ...chain, memory };
}

export interface HorizonLine extends Line {
  readonly split: TrainingSplit;
}

/** The best split for every number of iterations from `from` to `to`: N * iteration + move is a line in N. Exact. */
export function trainingHorizon(
  problem: TrainingProblem,
  from: number,
  to: number,
): EnvelopePiece<HorizonLine>[] {
  return lineEnvelope(
    (iterations) => {
      const split = solveTraining({ ...problem, iterations }, 'all');
      return split === null
        ? { atZero: Infinity, slope: 0, split: evaluateTraining(problem, problem.previous) }
        : { atZero: split.moveS, slope: split.iterationS, split };
    },
    from,
    to,
  );
}
