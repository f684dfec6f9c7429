import { toBlockChain } from '../blocks';
import { elementsOf } from '../elementsOf';
import type { LayerGraph } from '../types';

/** An operator as the minimum cut sees it: what it reads, what it writes and how much work it is. */
export interface GraphOperator {
  readonly name: string;
  /** ONNX operator kind. */
  readonly kind: string;
  /** Index of its block. */
  readonly block: number;
  /** Names of tensors; an operator that reads a part of one (a head its columns) still needs the whole to be there. */
  readonly inputs: readonly string[];
  /** Name of the one tensor it writes; no two operators write the same. */
  readonly output: string;
  readonly macs: number;
  /** Elements of activations read and written. */
  readonly elements: number;
  /** Elements of its constants. */
  readonly weights: number;
}

export interface OperatorGraph {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  /** Elements of every tensor, input included. */
  readonly tensorElements: Readonly<Record<string, number>>;
  /** Bytes of one element of the input; null: whatever the workload ships raw input at. */
  readonly inputBytesPerElement: number | null;
  /** In an order in which they can run; every block is a run of it. */
  readonly operators: readonly GraphOperator[];
  readonly blocks: readonly { readonly name: string; readonly label: string }[];
}

/**
 * Work of an operator in one number: multiply-accumulates plus elements read and written, so that additions and activations
 * are not free. A dropout (identity) and a flatten (a new view) do none.
 */
export function workOf({ kind, macs, elements }: GraphOperator): number {
  return kind === 'Dropout' || kind === 'Flatten' ? 0 : macs + elements;
}

/** A layer graph with the blocks that ONNX Runtime would fuse. */
export function fromLayerGraph(graph: LayerGraph): OperatorGraph {
  const { blocks } = toBlockChain(graph);
  const blockOf = new Map(blocks.flatMap(({ operators }, b) => operators.map((name) => [name, b] as const)));
  const tensorElements = Object.fromEntries(
    Object.values(graph.tensors).map(({ id, shape }) => [id, elementsOf(shape)]),
  );
  return {
    name: graph.name,
    input: graph.input,
    output: graph.output,
    tensorElements,
    inputBytesPerElement: null,
    operators: graph.operators.map(({ name, kind, inputs, output, macs, weights }) => ({
      name,
      kind,
      block: blockOf.get(name)!,
      inputs,
      output,
      macs,
      elements: [...inputs, output].reduce((sum, tensor) => sum + tensorElements[tensor]!, 0),
      weights: weights.reduce((sum, { shape }) => sum + elementsOf(shape), 0),
    })),
    blocks: blocks.map(({ name, label }) => ({ name, label })),
  };
}
