/**
 * Where the operators of a recurrent network go: R modules of the same L layers over a row of nodes.
 *
 * Source: HiveMind (IEEE JSAC 2022) VI-A, which unrolls the modules into one chain of R * L blocks. `live bytes` of that
 * chain are read off the unrolled graph, so hidden states, words still to be read and outputs so far need no special case.
 *
 * Ways to place them, each exact for what it allows:
 * - unrolled: the chain in the order of time, so data only moves on (the paper's). O(P R L).
 * - per module: every module is cut in the same places, and its hidden state goes back to node 0 for the next one.
 * - layer by layer: a layer stays on one node for all steps, and so does its state; a layer's outputs go on in one piece.
 *   Where data only moves on, no placement of the R * L operators is better: any placement costs at least R times the best
 *   placement of one step over the hops it uses, and repeating that one moves no state.
 */
import { solveChain } from '../chainMultiSplit';
import type { ChainProblem, ChainSplit } from '../types';
import { hopSeconds, type HopLines } from './hopLines';

export interface RecurrentTensor {
  /** Operator that makes it; -1: it is there from the start, on node 0. */
  readonly producer: number;
  readonly consumers: readonly number[];
  readonly bytes: number;
  /** Part of the result: wanted at the end whether or not an operator reads it. */
  readonly isOutput: boolean;
}

/** The unrolled graph: operator m * L + l is layer l of module m, in the order of time. */
export interface RecurrentGraph {
  readonly modules: number;
  readonly layers: number;
  readonly tensors: readonly RecurrentTensor[];
}

/** Bytes of the tensors of one module, as the layers hand them on. */
export interface ModuleBytes {
  /** What a module reads from outside. */
  readonly word: number;
  /** State handed to the next module. */
  readonly hidden: number;
  /** [l] what layer l hands to layer l + 1, state apart, l = 0 .. L - 2. */
  readonly between: readonly number[];
  /** [l] whether that is the state itself, or the state must travel beside it; L - 1 entries. */
  readonly carriesHidden: readonly boolean[];
  readonly output: number;
}

export interface RecurrentRow {
  /** [p][l] seconds of layer l on node p. */
  readonly layerS: readonly Float64Array[];
  /** [h] ways from node h to node h + 1. */
  readonly onward: readonly HopLines[];
  /** [h] ways from node h + 1 back to node h. */
  readonly back: readonly HopLines[];
  /** Where outputs must be: where they were made, further on, or back on node 0. */
  readonly delivery: 'stay' | 'sink' | 'return';
  /** Seconds of the whole result from node p to where it must be; 0 where it stays. */
  readonly deliverS: (node: number, bytes: number) => number;
}

/**
 * Live bytes at every boundary of the unrolled chain, 0 .. R L: what was made before it (or was there from the start) and
 * is read after it. With `carryOutputs` outputs travel along until the end. O(operators + tensors).
 */
export function liveBytes(graph: RecurrentGraph, carryOutputs: boolean): Float64Array {
  const operators = graph.modules * graph.layers;
  const change = new Float64Array(operators + 2);
  for (const { producer, consumers, bytes, isOutput } of graph.tensors) {
    let lastRead = -1;
    for (const consumer of consumers) lastRead = Math.max(lastRead, consumer);
    if (isOutput && carryOutputs) lastRead = operators;
    if (lastRead <= producer) continue;
    // Live at boundaries producer + 1 .. lastRead.
    change[producer + 1]! += bytes;
    change[lastRead + 1]! -= bytes;
  }
  const live = change.slice(0, operators + 1);
  for (let k = 1; k <= operators; k++) live[k]! += live[k - 1]!;
  return live;
}

export interface RecurrentSplit {
  readonly totalS: number;
  readonly computeS: number;
  /** Boundaries on the row: of R * L blocks when unrolled, of L layers otherwise. */
  readonly boundaries: readonly number[];
}

/** The chain of R * L blocks (see above). Outputs that go on travel along; those that return go straight back. */
export function unrolledChain(graph: RecurrentGraph, row: RecurrentRow): ChainProblem {
  const { modules, layers } = graph;
  const operators = modules * layers;
  const live = liveBytes(graph, row.delivery === 'sink');
  const outputBytes = outputsAfter(graph);
  const computeS = row.layerS.map((times) =>
    Float64Array.from({ length: operators }, (_, k) => times[k % layers]!),
  );
  const shipS = row.onward.map((lines, h) =>
    live.map((bytes, i) => {
      const returns = row.delivery === 'return' && outputBytes[i]! > 0;
      return hopSeconds(lines, bytes) + (returns ? hopSeconds(row.back[h]!, outputBytes[i]!) : 0);
    }),
  );
  const finishS = Float64Array.from(row.layerS, (_, p) =>
    row.delivery === 'sink' ? row.deliverS(p, outputBytes[0]!) : 0,
  );
  return { computeS, shipS, finishS };
}

/** Bytes of the outputs that are made after boundary i, i = 0 .. R L. */
function outputsAfter(graph: RecurrentGraph): Float64Array {
  const operators = graph.modules * graph.layers;
  const after = new Float64Array(operators + 1);
  for (const { producer, bytes, isOutput } of graph.tensors) if (isOutput) after[producer]! += bytes;
  for (let i = operators - 1; i >= 0; i--) after[i]! += after[i + 1]!;
  return after;
}

/** The cheapest split of an unrolled chain. */
export function solveUnrolled(chain: ChainProblem): RecurrentSplit | null {
  return namedSplit(chain, solveChain(chain));
}

/** All of an unrolled chain on each of its nodes in turn, null where that cannot be. O(P^2 + P R L). */
export function solveSingles(chain: ChainProblem): (RecurrentSplit | null)[] {
  const operators = chain.computeS[0]!.length;
  let wayS = 0;
  return chain.computeS.map((times, node) => {
    if (node > 0) wayS += chain.shipS[node - 1]![0]!;
    let computeS = 0;
    for (const time of times) computeS += time;
    const totalS = wayS + computeS + chain.finishS[node]!;
    if (totalS === Infinity) return null;
    return { totalS, computeS, boundaries: chain.computeS.map((_, p) => (p < node ? 0 : operators)) };
  });
}

/** A layer stays on one node for all steps: one chain of L blocks, R steps each. */
export function solveLayerwise(
  modules: number,
  bytes: ModuleBytes,
  row: RecurrentRow,
): RecurrentSplit | null {
  const { word, between, output } = bytes;
  const computeS = row.layerS.map((times) => times.map((time) => modules * time));
  const shipS = row.onward.map((lines) =>
    // The outputs are made on the node that ends: `finishS` says how they go on.
    Float64Array.of(...[word, ...between].map((size) => hopSeconds(lines, modules * size)), Infinity),
  );
  const finishS = Float64Array.from(row.layerS, (_, p) => row.deliverS(p, modules * output));
  const chain = { computeS, shipS, finishS };
  return namedSplit(chain, solveChain(chain));
}

export interface PerModuleSplit extends RecurrentSplit {
  /** Seconds of the hidden states on their way back, all steps. */
  readonly hiddenBackS: number;
}

/**
 * Every module cut in the same places, and each step started afresh where the words are: word and hidden state set out from
 * node 0, and the hidden state goes back there from the module's last node, R - 1 times. Outputs are delivered in one
 * piece. O(P L).
 */
export function solvePerModule(
  modules: number,
  bytes: ModuleBytes,
  row: RecurrentRow,
): PerModuleSplit | null {
  const { word, hidden, between, carriesHidden, output } = bytes;
  /** Every step but the first, which starts from a hidden state of zeros that nobody sends. */
  const later = (seconds: number): number => (modules === 1 ? 0 : (modules - 1) * seconds);
  const computeS = row.layerS.map((times) => times.map((time) => modules * time));
  const shipS = row.onward.map((lines) => {
    const stepS = [word, ...between].map((size, i) => {
      const along = i > 0 && carriesHidden[i - 1]! ? 0 : hidden;
      return hopSeconds(lines, size) + later(hopSeconds(lines, size + along));
    });
    return Float64Array.of(...stepS, Infinity);
  });
  const backS = new Float64Array(row.layerS.length);
  for (const [h, lines] of row.back.entries()) backS[h + 1] = backS[h]! + later(hopSeconds(lines, hidden));
  const finishS = backS.map((seconds, p) => seconds + row.deliverS(p, modules * output));
  const chain = { computeS, shipS, finishS };
  const split = solveChain(chain);
  const named = namedSplit(chain, split);
  return named && split && { ...named, hiddenBackS: backS[split.last]! };
}

function namedSplit(chain: ChainProblem, split: ChainSplit | null): RecurrentSplit | null {
  if (split === null) return null;
  let computeS = 0;
  let from = 0;
  for (const [p, to] of split.boundaries.entries()) {
    for (let l = from; l < to; l++) computeS += chain.computeS[p]![l]!;
    from = to;
  }
  return { totalS: split.totalS, computeS, boundaries: Array.from(split.boundaries) };
}
