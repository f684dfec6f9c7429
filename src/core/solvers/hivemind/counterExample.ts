/**
 * A row on which Algorithm 1 as printed goes wrong, small enough to reckon by hand: its message promises 132 ms, its split
 * costs 149 ms, and the best takes 128 ms. Each of its two defects alone does harm here. Found by a seeded search
 * (`testing/searchCounterExamples.ts`), and playable: blocks in ms on the UE, tensors in kB, capacities in Mbit/s.
 */
import type { ChainProblem } from '../types';

export interface PlayableRow {
  /** Seconds of each block on a node of speed 1. */
  readonly blockS: readonly number[];
  /** Bytes of the input and of the tensor after each block; the result stays where it is made. */
  readonly tensorBytes: readonly number[];
  /** How many times as fast as the UE each node is. */
  readonly speeds: readonly number[];
  /** Bits per second of each hop. */
  readonly hopBitsPerS: readonly number[];
}

export interface CounterExample {
  readonly row: PlayableRow;
  /** What the UE reckons with after the last message, and what the split costs [s]. */
  readonly promisedS: number;
  readonly actualS: number;
  /** The optimum [s]. */
  readonly optimumS: number;
}

export const counterExample: CounterExample = {
  row: {
    blockS: [0.02, 0.1, 0.06, 0.02],
    tensorBytes: [92_000, 84_000, 4_000, 32_000, 60_000],
    speeds: [1, 4, 20],
    hopBitsPerS: [8e6, 16e6],
  },
  promisedS: 0.132,
  actualS: 0.149,
  optimumS: 0.128,
};

/** The row in the numbers of the solvers. */
export function chainOf({ blockS, tensorBytes, speeds, hopBitsPerS }: PlayableRow): ChainProblem {
  return {
    computeS: speeds.map((speed) => Float64Array.from(blockS, (seconds) => seconds / speed)),
    shipS: hopBitsPerS.map((rate) => Float64Array.from(tensorBytes, (bytes) => (8 * bytes) / rate)),
    finishS: new Float64Array(speeds.length),
  };
}
