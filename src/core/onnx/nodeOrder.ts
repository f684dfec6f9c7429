import type { LayerGraph, Operator } from '../model/types';

/**
 * The order in which operators are written: depth first from the output, last operand first.
 *
 * Where a sum joins two convolutions, ONNX Runtime fuses it into the one that was written first and then runs that one last.
 * The catalogue lists operators as they run, so of two branches the one that runs last, the sum's second operand, is written
 * first: the runtime's kernels are then the catalogue's blocks, in the same order.
 */
export function nodeOrder(graph: LayerGraph): readonly Operator[] {
  const producers = new Map(graph.operators.map((operator) => [operator.output, operator]));
  const written = new Set<Operator>();
  const visit = (tensor: string): void => {
    const operator = producers.get(tensor);
    if (operator === undefined || written.has(operator)) return;
    for (const input of operator.inputs.toReversed()) visit(input);
    written.add(operator);
  };
  visit(graph.output);
  return [...written];
}
