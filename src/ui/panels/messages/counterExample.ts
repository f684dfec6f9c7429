/** A chain small enough to reckon by hand, on which Algorithm 1 as printed goes wrong: two nodes, three layers [s]. */
import {
  algorithmOne,
  asCorrected,
  asPrinted,
  type AlgorithmOneRun,
} from '../../../core/solvers/hivemind/algorithmOne';
import type { ChainProblem } from '../../../core/solvers/types';

export interface CounterExample {
  /** Of layers 1..3 on the UE and on the server. */
  readonly ueS: readonly [number, number, number];
  readonly serverS: readonly [number, number, number];
  /** Of the input and the tensors after layers 1 and 2 over the hop; the result stays where it is made. */
  readonly hopS: readonly [number, number, number];
}

/** The message promises 132 ms, the split costs 149 ms, the best takes 124 ms. */
export const firstExample: CounterExample = {
  ueS: [0.02, 0.06, 0.07],
  serverS: [0.004, 0.008, 0.012],
  hopS: [0.1, 0.109, 0.11],
};

export interface ExampleRun {
  readonly printed: AlgorithmOneRun | null;
  readonly corrected: AlgorithmOneRun | null;
}

export function runExample(example: CounterExample): ExampleRun {
  const problem = problemOf(example);
  return { printed: algorithmOne(problem, asPrinted), corrected: algorithmOne(problem, asCorrected) };
}

function problemOf({ ueS, serverS, hopS }: CounterExample): ChainProblem {
  return {
    computeS: [Float64Array.from(ueS), Float64Array.from(serverS)],
    shipS: [Float64Array.from([...hopS, 0])],
    finishS: Float64Array.of(0, 0),
  };
}

/** One entry of the server's only message: what it says in print, and the two terms that line 11 misses. */
export interface PrintedEntry {
  /** Layers that the UE has completed. */
  readonly tensor: number;
  readonly printedS: number;
  readonly rightS: number;
  /** Line 11 takes one layer too many off: the next one's time on the server. */
  readonly layerS: number;
  /** And keeps the hop time of the input, though another tensor crosses now. */
  readonly entryS: number;
}

/** The message, entry by entry. Its first entry is computed, the others are derived from it by line 11. */
export function printedMessage({ serverS, hopS }: CounterExample): readonly PrintedEntry[] {
  return hopS.map((entryS, tensor) => {
    const rightS = entryS + serverS.slice(tensor).reduce((sum, seconds) => sum + seconds, 0);
    const missing =
      tensor === 0 ? { layerS: 0, entryS: 0 } : { layerS: serverS[tensor]!, entryS: entryS - hopS[0] };
    return { tensor, rightS, printedS: rightS - missing.layerS - missing.entryS, ...missing };
  });
}
