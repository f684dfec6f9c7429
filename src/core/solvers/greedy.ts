/**
 * Greedy, hop by hop: what nodes do that know only their neighbour. From the UE on, each node splits the blocks that are
 * left between itself and the next node of the row, the best single cut as if nothing lay beyond (Neurosurgeon's scan,
 * ASPLOS 2017, applied again on every hop). A baseline, not exact: the cut that is best for one hop may be wrong for two.
 *
 * Where the next node cannot take the rest (no room, no way to deliver from there), it is handed as little as can be, in
 * the hope of a node beyond. The split is then costed like any other, over the cheapest routes. O(P L) after the row.
 */
import { rowChain } from '../cost/rowChain';
import { evaluateSplit } from './evaluateSplit';
import { fits } from './sweepWindow';
import type { ChainProblem, IndexOutcome, RouteProblem } from './types';

export function solveGreedy(problem: RouteProblem): IndexOutcome {
  const { nodes, chain } = rowChain(problem);
  const boundaries: number[] = [];
  let done = 0;
  for (let p = 0; p < nodes.length; p++) {
    done = p === nodes.length - 1 ? problem.blockCount : nextCut(chain, p, done);
    boundaries.push(done);
  }
  return evaluateSplit(problem, { nodes, boundaries });
}

/** Where node p, with `done` blocks completed, hands on to node p + 1; L = it keeps all. The later cut wins a tie. */
function nextCut(chain: ChainProblem, p: number, done: number): number {
  const { computeS, shipS, finishS } = chain;
  const blocks = computeS[p]!.length;
  const rest = restOn(chain, p + 1);
  let best = Infinity;
  let cut = done;
  let hereS = 0;
  let weight = 0;
  for (let j = done; j <= blocks; j++) {
    if (j > done) {
      hereS += computeS[p]![j - 1]!;
      weight += chain.memory?.layerBytes[j - 1] ?? 0;
    }
    if (hereS === Infinity || !fits(weight, chain.memory?.nodeBytes[p] ?? Infinity)) break;
    const awayS = j === blocks ? finishS[p]! : shipS[p]![j]! + rest[j]!;
    if (best === Infinity && shipS[p]![j]! < Infinity) cut = j;
    if (awayS === Infinity || hereS + awayS > best) continue;
    best = hereS + awayS;
    cut = j;
  }
  return cut;
}

/** Seconds of blocks j+1..L on a node with the delivery from there, at [j]; Infinity where they do not fit. */
function restOn({ computeS, finishS, memory }: ChainProblem, p: number): Float64Array {
  const row = computeS[p]!;
  const rest = new Float64Array(row.length + 1);
  rest[row.length] = finishS[p]!;
  let weight = 0;
  for (let j = row.length - 1; j >= 0; j--) {
    weight += memory?.layerBytes[j] ?? 0;
    rest[j] = fits(weight, memory?.nodeBytes[p] ?? Infinity) ? row[j]! + rest[j + 1]! : Infinity;
  }
  return rest;
}
