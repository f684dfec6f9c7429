import { elementsOf } from './elementsOf';
import type { Boundary, LayerGraph } from './types';

/**
 * The live tensors after each operator position: entry i is what must cross if operators 0 .. i-1 run on one side and the
 * rest on the other (entry 0: the model's input, the last entry: its output). A tensor read several times crosses once.
 * Tensors are in the order in which they were made. O(operators x live tensors).
 */
export function boundariesOf(graph: LayerGraph): readonly Boundary[] {
  const readers = new Map<string, number>();
  const read = (tensor: string, times: number): void => {
    readers.set(tensor, (readers.get(tensor) ?? 0) + times);
  };
  for (const operator of graph.operators) for (const tensor of operator.inputs) read(tensor, 1);
  // Whoever asked for the answer reads the output, after every operator.
  read(graph.output, 1);

  let live: readonly string[] = [graph.input];
  const boundaries = [boundaryOf(graph, live)];
  for (const operator of graph.operators) {
    for (const tensor of operator.inputs) read(tensor, -1);
    live = [...live, operator.output].filter((tensor) => (readers.get(tensor) ?? 0) > 0);
    boundaries.push(boundaryOf(graph, live));
  }
  return boundaries;
}

function boundaryOf(graph: LayerGraph, tensors: readonly string[]): Boundary {
  let inputElements = 0;
  let featureElements = 0;
  for (const tensor of tensors) {
    const elements = elementsOf(graph.tensors[tensor]!.shape);
    if (tensor === graph.input) inputElements += elements;
    else featureElements += elements;
  }
  return { tensors, inputElements, featureElements };
}
