/** Large operator graphs with drawn costs, for the bench and for the comparison with other methods. */
import type { OperatorGraph } from '../../../model/generated/operatorGraph';
import { workOf } from '../../../model/generated/operatorGraph';
import type { Random } from '../../../random';
import type { DagProblem, DagTensor } from '../types';

/** Tensors of a graph with their consumers, by operator index; the input first. */
function wiringOf(graph: OperatorGraph): { producer: number; consumers: number[]; elements: number }[] {
  const producers = new Map(graph.operators.map(({ output }, v) => [output, v] as const));
  const consumers = new Map<string, number[]>([[graph.input, []]]);
  for (const { output } of graph.operators) consumers.set(output, []);
  for (const [v, { inputs }] of graph.operators.entries())
    for (const tensor of new Set(inputs)) consumers.get(tensor)!.push(v);
  return [...consumers].map(([tensor, list]) => ({
    producer: producers.get(tensor) ?? -1,
    consumers: list,
    elements: graph.tensorElements[tensor]!,
  }));
}

/**
 * A graph over a row of nodes, each drawn 1.5 to 6 times as fast as the one before, with hops of 20 Mbit/s to 2 Gbit/s.
 * `affinity`: every operator has speeds of its own on every node (0.1 to 10 times), which makes cuts hard to find.
 */
export function drawnDag(graph: OperatorGraph, random: Random, nodes: number, affinity: boolean): DagProblem {
  const spread = (low: number, high: number): number => low * (high / low) ** random.next();
  let rate = spread(1e9, 2e10);
  const rates = Array.from({ length: nodes }, (_, p) => (rate *= p === 0 ? 1 : spread(1.5, 6)));
  const bytesPerElement = [1, 2, 4][random.integer(3)]!;
  const hops = Array.from({ length: nodes - 1 }, () => ({
    perByte: 8 / spread(2e7, 2e9),
    fixed: spread(1e-4, 1e-2),
  }));
  const work = graph.operators.map(workOf);
  const mean = work.reduce((sum, value) => sum + value, 0) / work.length;
  const computeS = rates.map((perSecond) =>
    Float64Array.from(work, (value) =>
      affinity ? (mean / rates[0]!) * spread(0.1, 10) : (value / perSecond) * spread(0.7, 1.4),
    ),
  );
  const tensors: DagTensor[] = wiringOf(graph).map(({ producer, consumers, elements }) => ({
    producer,
    consumers,
    toSink: false,
    shipS: Float64Array.from(hops, ({ perByte }) =>
      affinity ? (mean / rates[0]!) * spread(0.05, 5) : elements * bytesPerElement * perByte,
    ),
  }));
  // The fixed cost of a hop: a tensor that the input sends to everybody.
  tensors.push({
    producer: -1,
    consumers: graph.operators.map((_, v) => v),
    toSink: false,
    shipS: Float64Array.from(hops, ({ fixed }) => fixed),
  });
  return { computeS, tensors, edges: [], upstream: false };
}
