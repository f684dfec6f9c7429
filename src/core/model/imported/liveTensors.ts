import type { ModelGraph } from './types';

/**
 * Indices of the tensors that are live after so many operators: entry i is what must cross if operators 0 .. i-1 run on one
 * side and the rest on the other (entry 0: the model's inputs, the last entry: its results). Each once, in the order in which
 * they were made. O(operators x live tensors).
 */
export function liveTensors(graph: ModelGraph): readonly (readonly number[])[] {
  const readers = new Map<number, number>();
  const read = (tensor: number, times: number): void => {
    readers.set(tensor, (readers.get(tensor) ?? 0) + times);
  };
  for (const { inputs } of graph.operators) for (const tensor of inputs) read(tensor, 1);
  // Whoever asked for the results reads them, after every operator.
  for (const tensor of graph.outputs) read(tensor, 1);

  let live: readonly number[] = graph.inputs.filter((tensor) => (readers.get(tensor) ?? 0) > 0);
  const positions = [live];
  for (const { inputs, outputs } of graph.operators) {
    for (const tensor of inputs) read(tensor, -1);
    live = [...live, ...outputs].filter((tensor) => (readers.get(tensor) ?? 0) > 0);
    positions.push(live);
  }
  return positions;
}
