/**
 * What no placement of the R * L operators of a recurrent network can be faster than, links back towards node 0 included:
 * the value of one minimum cut (`../dag`). Each tensor pays its bytes over each hop it crosses, a hop that is used at all
 * pays its set-up once, and every tensor that goes back pays the set-up of the way back; batching can save no more. Where
 * several routes share a hop it counts the smallest set-up and the highest rate of them.
 */
import type { DagProblem, DagTensor } from '../dag/types';
import type { HopLines } from './hopLines';
import type { RecurrentGraph, RecurrentRow } from './recurrent';

/**
 * The labelling problem whose optimum is the bound.
 *
 * @param outputRates - [p] seconds per byte of a result from node p to where it must be, 0 where it stays
 */
export function placementProblem(
  graph: RecurrentGraph,
  row: RecurrentRow,
  outputRates: Float64Array,
): DagProblem {
  const { modules, layers } = graph;
  const operators = modules * layers;
  const computeS = row.layerS.map((times) =>
    Float64Array.from({ length: operators }, (_, k) => times[k % layers]!),
  );
  for (const { producer, bytes, isOutput } of graph.tensors) {
    if (!isOutput) continue;
    for (const [p, times] of computeS.entries()) times[producer]! += bytes * outputRates[p]!;
  }
  const onward = row.onward.map(least);
  const back = row.back.map(least);
  const tensors = graph.tensors
    .filter(({ consumers }) => consumers.length > 0)
    .map(({ producer, consumers, bytes }): DagTensor => ({
      producer,
      consumers,
      toSink: false,
      shipS: Float64Array.from(onward, ({ slope }) => bytes * slope),
      backS: Float64Array.from(back, ({ atZero, slope }) => atZero + bytes * slope),
    }));
  const setUp: DagTensor = {
    producer: -1,
    consumers: Array.from({ length: operators }, (_, v) => v),
    toSink: false,
    shipS: Float64Array.from(onward, ({ atZero }) => atZero),
  };
  return { computeS, tensors: [...tensors, setUp], edges: [], upstream: true };
}

/** The smallest set-up and the highest rate among the ways; Infinity where there is none. */
function least(lines: HopLines): { readonly atZero: number; readonly slope: number } {
  return {
    atZero: Math.min(...lines.map(({ atZero }) => atZero)),
    slope: Math.min(...lines.map(({ slope }) => slope)),
  };
}
