/**
 * HiveMind's Algorithm 1 (IEEE JSAC 2022), literally, and with its two corrections, each on its own (MATHS 1, SOLVERS 1.2).
 *
 * A node p that is handed the layers from i on runs layers i..j and hands on: zeta_i = min over j of
 * sum_{l=i..j} tau_l + epsilon_i + zeta'_{j+1}. Two things go wrong as printed:
 *
 *   - j starts at i, so a node that is handed data must run a layer: the empty assignment is never written.
 *   - Line 11 takes the same j for the later starts z = i+1..j and sets zeta_z = zeta_i - sum_{l=i..z} tau_l. That drops one
 *     layer too many, and forgets that the entry cost changes too: right is
 *     zeta_z = zeta_i - sum_{l=i..z-1} tau_l - epsilon_i + epsilon_z.
 *
 * So messages promise what no split costs. What is missing in print is filled in the kind way: zeta_{L+1}, which it lists
 * but never assigns, is the true cost of delivering the result. O(P L^2); memory limits are unknown to it.
 */
import { costOfSplit } from '../splitCost';
import type { ChainProblem } from '../types';

export interface AlgorithmOneOptions {
  /** false as printed: a node that is handed data runs at least one layer. */
  readonly emptyAssignment: boolean;
  /** Line 11: as printed, corrected, or left out (every start computed for itself, O(L^2) without a short cut). */
  readonly skipRule: 'printed' | 'corrected' | 'none';
}

export const asPrinted: AlgorithmOneOptions = { emptyAssignment: false, skipRule: 'printed' };
export const entryCostOnly: AlgorithmOneOptions = { emptyAssignment: false, skipRule: 'corrected' };
export const emptyOnly: AlgorithmOneOptions = { emptyAssignment: true, skipRule: 'printed' };
export const asCorrected: AlgorithmOneOptions = { emptyAssignment: true, skipRule: 'corrected' };

export interface AlgorithmOneRun {
  readonly boundaries: Int32Array;
  readonly last: number;
  /** What the UE reckons with after the last message [s]. */
  readonly promisedS: number;
  /** What its split costs [s]; Infinity if it uses something impossible. */
  readonly actualS: number;
}

/** A node's answer in the index of completed layers k = i - 1: zeta(k) and n(k), -1 = impossible. */
interface Table {
  readonly zetaS: Float64Array;
  readonly next: Int32Array;
  readonly endsHere: boolean;
}

/** Runs the algorithm on every node in turn; null when it finds no split. */
export function algorithmOne(problem: ChainProblem, options: AlgorithmOneOptions): AlgorithmOneRun | null {
  const nodes = problem.computeS.length;
  const blocks = problem.computeS[0]!.length;
  const tables: Table[] = [];
  for (let p = nodes - 1, heard: Float64Array | null = null; p >= 0; p--) {
    const table = decide(problem, p, heard, options);
    tables.unshift(table);
    heard = table.zetaS;
  }
  const promisedS = tables[0]!.zetaS[0]!;
  if (promisedS === Infinity) return null;
  const boundaries = new Int32Array(nodes).fill(blocks);
  let k = 0;
  let last = 0;
  for (; ; last++) {
    const { next, endsHere } = tables[last]!;
    k = next[k]!;
    // A wrong message can lead to where there is no way on.
    if (k < 0) return null;
    boundaries[last] = k;
    if (k === blocks && endsHere) break;
  }
  return { boundaries, last, promisedS, actualS: costOfSplit(problem, { boundaries, last }) };
}

function decide(
  problem: ChainProblem,
  p: number,
  heard: Float64Array | null,
  { emptyAssignment, skipRule }: AlgorithmOneOptions,
): Table {
  const tauS = problem.computeS[p]!;
  const blocks = tauS.length;
  const entryS = p === 0 ? new Float64Array(blocks + 1) : problem.shipS[p - 1]!;
  const onwardS = heard?.[blocks] ?? Infinity;
  const endsHere = problem.finishS[p]! <= onwardS;
  const zetaS = new Float64Array(blocks + 1).fill(Infinity);
  const next = new Int32Array(blocks + 1).fill(-1);
  zetaS[blocks] = entryS[blocks]! + Math.min(problem.finishS[p]!, onwardS);
  next[blocks] = zetaS[blocks] === Infinity ? -1 : blocks;
  const leaveS = (j: number): number =>
    j === blocks ? Math.min(problem.finishS[p]!, onwardS) : (heard?.[j] ?? Infinity);
  for (let k = 0; k < blocks; k++) {
    // Known from an earlier start by line 11.
    if (next[k]! >= 0) continue;
    let runS = 0;
    for (let j = k; j <= blocks; j++) {
      if (j > k) runS += tauS[j - 1]!;
      else if (!emptyAssignment) continue;
      const costS = runS + entryS[k]! + leaveS(j);
      if (costS === Infinity || costS > zetaS[k]!) continue;
      zetaS[k] = costS;
      next[k] = j;
    }
    if (skipRule === 'none' || next[k]! <= k + 2) continue;
    skip(zetaS, next, tauS, entryS, k, skipRule);
  }
  return { zetaS, next, endsHere };
}

/** Lines 8-12: the starts z = i+1..n_i take over the decision of i = k + 1; z in print is z + 1 here. */
function skip(
  zetaS: Float64Array,
  next: Int32Array,
  tauS: Float64Array,
  entryS: Float64Array,
  k: number,
  rule: 'printed' | 'corrected',
): void {
  let sumS = 0;
  for (let z = k + 1; z < next[k]!; z++) {
    sumS += tauS[z - 1]!;
    next[z] = next[k]!;
    zetaS[z] =
      rule === 'printed' ? zetaS[k]! - (sumS + tauS[z]!) : zetaS[k]! - sumS - entryS[k]! + entryS[z]!;
  }
}
