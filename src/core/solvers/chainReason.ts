/** Why no split of a row works: the limit that binds, by a sweep that asks only what can be reached. O(P L). */
import { solveChain } from './chainMultiSplit';
import { fits } from './sweepWindow';
import type { ChainProblem } from './types';

/** Nodes, hops and blocks count from 0. */
export type ChainReason =
  /** No node can run this block. */
  | { readonly kind: 'no-node-computes'; readonly block: number }
  /** Nothing that can be computed up to this hop can be sent over it, and no node before it can finish. */
  | { readonly kind: 'no-route'; readonly hop: number }
  /** The data reaches this node, but it cannot run this block and no node before it could. */
  | { readonly kind: 'node-cannot-compute'; readonly node: number; readonly block: number }
  /** All blocks can be run, but the result cannot be delivered from where they end. */
  | { readonly kind: 'no-delivery'; readonly node: number }
  /** Every part is possible, but their sum is beyond what a double can hold. */
  | { readonly kind: 'overflow' }
  /** All nodes together have too little memory. */
  | { readonly kind: 'does-not-fit'; readonly needBytes: number; readonly haveBytes: number }
  /** No node that can run this block has room for it alone. */
  | {
      readonly kind: 'block-does-not-fit';
      readonly block: number;
      readonly needBytes: number;
      readonly largestBytes: number;
    }
  /** There is room in all, but with every run in one piece and in order, no node has room for this block. */
  | {
      readonly kind: 'blocks-do-not-pack';
      readonly block: number;
      readonly needBytes: number;
      readonly haveBytes: number;
    };

/** @param problem a row for which `solveChain` has no split */
export function whyNoSplit(problem: ChainProblem): ChainReason {
  const { memory, ...unlimited } = problem;
  if (memory === undefined || solveChain(unlimited) === null) return whyImpossible(unlimited);
  const needBytes = sum(memory.layerBytes);
  const haveBytes = sum(memory.nodeBytes);
  if (!fits(needBytes, haveBytes)) return { kind: 'does-not-fit', needBytes, haveBytes };
  for (const [block, bytes] of memory.layerBytes.entries()) {
    const able = memory.nodeBytes.filter((_, p) => problem.computeS[p]![block]! < Infinity);
    const largestBytes = Math.max(...able);
    if (!fits(bytes, largestBytes)) {
      return { kind: 'block-does-not-fit', block, needBytes: bytes, largestBytes };
    }
  }
  const block = furthest(problem);
  return { kind: 'blocks-do-not-pack', block, needBytes, haveBytes };
}

function whyImpossible(problem: ChainProblem): ChainReason {
  const { computeS, finishS } = problem;
  const blocks = computeS[0]!.length;
  for (let block = 0; block < blocks; block++) {
    if (computeS.every((row) => row[block] === Infinity)) return { kind: 'no-node-computes', block };
  }
  let done = new Uint8Array(blocks + 1);
  for (let p = 0; p < computeS.length; p++) {
    const arrived = arrive(problem, p, done);
    if (!arrived.includes(1)) return { kind: 'no-route', hop: p - 1 };
    done = runOn(problem, p, arrived);
    if (done[blocks] === 1 && finishS[p]! < Infinity) return { kind: 'overflow' };
  }
  const node = computeS.length - 1;
  const block = done.lastIndexOf(1);
  return block === blocks ? { kind: 'no-delivery', node } : { kind: 'node-cannot-compute', node, block };
}

/** The most blocks that can be completed at all. */
function furthest(problem: ChainProblem): number {
  let most = 0;
  let done = new Uint8Array(problem.computeS[0]!.length + 1);
  for (let p = 0; p < problem.computeS.length; p++) {
    done = runOn(problem, p, arrive(problem, p, done));
    most = Math.max(most, done.lastIndexOf(1));
  }
  return most;
}

/** 1 for each number of blocks completed with which the data can reach node p. */
function arrive({ shipS }: ChainProblem, p: number, done: Uint8Array): Uint8Array<ArrayBuffer> {
  if (p > 0) return Uint8Array.from(done, (one, i) => (shipS[p - 1]![i] === Infinity ? 0 : one));
  const arrived = new Uint8Array(done.length);
  arrived[0] = 1;
  return arrived;
}

/** 1 for each number of blocks completed that node p can reach. A later start holds fewer bytes, so it is kept. */
function runOn({ computeS, memory }: ChainProblem, p: number, arrived: Uint8Array): Uint8Array<ArrayBuffer> {
  const done = new Uint8Array(arrived.length);
  const room = memory?.nodeBytes[p] ?? Infinity;
  let runs = false;
  let bytes = 0;
  for (let i = 0; i < arrived.length; i++) {
    if (i > 0) {
      bytes += memory?.layerBytes[i - 1] ?? 0;
      runs &&= computeS[p]![i - 1] !== Infinity && fits(bytes, room);
    }
    if (arrived[i] === 1) {
      runs = true;
      bytes = 0;
    }
    if (runs) done[i] = 1;
  }
  return done;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
