/**
 * SCI as a protocol on a row of nodes: P - 1 messages of L + 1 numbers travel upstream, from the last node to the UE; then
 * the decisions follow the data downstream. With float64 messages the split costs exactly what the centralised optimum
 * does. With float32 messages (4 (L + 1) bytes each) rounding can cost at most `lossBound`, relative.
 */
import { costOfSplit } from '../splitCost';
import type { ChainProblem } from '../types';
import { SciNode, type SciMessage, type SciProfile } from './sciNode';

export type SciWire = 'float64' | 'float32';

export interface SciRun {
  /** In the order of sending: from node P - 1 down to node 1, as they were on the wire. */
  readonly messages: readonly { readonly from: number; readonly zetaS: SciMessage }[];
  /** n_p(k) of every node, the UE first; -1 = impossible. */
  readonly decisions: readonly Int32Array[];
  /** Whether the result is delivered from node p once all blocks are done, else handed on. */
  readonly ends: readonly boolean[];
  readonly boundaries: Int32Array;
  /** Node on which the path ends. */
  readonly last: number;
  /** What the UE reckons with: its own cost to go after the last message [s]. */
  readonly promisedS: number;
  /** What the split costs [s]. */
  readonly actualS: number;
}

/** What each node of the row knows by itself. */
export function sciProfiles({ computeS, shipS, finishS, memory }: ChainProblem): SciProfile[] {
  return computeS.map((row, p) => {
    const profile = { computeS: row, arriveS: p === 0 ? null : shipS[p - 1]!, finishS: finishS[p]! };
    if (memory === undefined) return profile;
    return { ...profile, memory: { layerBytes: memory.layerBytes, roomBytes: memory.nodeBytes[p]! } };
  });
}

/** Both passes; null when no split is possible. */
export function runSci(problem: ChainProblem, wire: SciWire = 'float64'): SciRun | null {
  const nodes = sciProfiles(problem).map((profile) => new SciNode(profile));
  const messages: { readonly from: number; readonly zetaS: SciMessage }[] = [];
  let heard: SciMessage | null = null;
  for (let p = nodes.length - 1; p > 0; p--) {
    const sent: Float64Array = nodes[p]!.receive(heard);
    heard = wire === 'float32' ? Float32Array.from(sent) : sent;
    messages.push({ from: p, zetaS: heard });
  }
  const promisedS = nodes[0]!.receive(heard)[0]!;
  if (promisedS === Infinity) return null;
  const split = handDown(nodes, problem.computeS[0]!.length);
  const decisions = nodes.map(({ next }) => next);
  const ends = nodes.map(({ endsHere }) => endsHere);
  return { messages, decisions, ends, ...split, promisedS, actualS: costOfSplit(problem, split) };
}

/** Each node looks up its decision for the tensor that reaches it. */
function handDown(nodes: readonly SciNode[], blocks: number): { boundaries: Int32Array; last: number } {
  const boundaries = new Int32Array(nodes.length).fill(blocks);
  for (let p = 0, k = 0; ; p++) {
    const node = nodes[p]!;
    k = node.next[k]!;
    boundaries[p] = k;
    if (k === blocks && node.endsHere) return { boundaries, last: p };
  }
}

/**
 * The most that float32 messages can cost, relative to the optimum. One rounding changes a number by a factor within
 * 1 +- u, u = 2^-24, and a cost passes P - 1 of them: the promise is at most (1 + u)^(P-1) times the optimum, and a split
 * costs at most its promise / (1 - u)^(P-1). Holds for costs in float32's normal range (1.2e-38 to 3.4e38 s).
 */
export function float32LossBound(nodes: number): number {
  const u = 2 ** -24;
  return Math.expm1((nodes - 1) * (Math.log1p(u) - Math.log1p(-u)));
}
