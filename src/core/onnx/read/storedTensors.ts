/** The one walk over everything a model stores: whoever checks, asks for, counts or moves stored tensors sees the same ones. */
import {
  bodiesOf,
  type GraphProto,
  type ModelProto,
  type NodeProto,
  type SparseTensorProto,
  type TensorProto,
} from './protoModel';

export type Stored = TensorProto | SparseTensorProto;

/** Everything stored inside a node: in attributes of its own, and in its bodies. */
export function storedInNode(node: NodeProto): readonly Stored[] {
  const own = node.attribute.flatMap(({ t, tensors, sparseTensor, sparseTensors }): readonly Stored[] => [
    ...(t === undefined ? [] : [t]),
    ...tensors,
    ...(sparseTensor === undefined ? [] : [sparseTensor]),
    ...sparseTensors,
  ]);
  return [...own, ...bodiesOf(node).flatMap(storedTensors)];
}

/** The weights of a graph and all that is stored inside its nodes. */
export function storedTensors({ initializer, sparseInitializer, node }: GraphProto): readonly Stored[] {
  return [...initializer, ...sparseInitializer, ...node.flatMap(storedInNode)];
}

/** What the functions of a model's own store. */
export function storedInFunctions(functions: ModelProto['functions']): readonly Stored[] {
  return functions.flatMap(({ node }) => node.flatMap(storedInNode));
}

export function isSparse(stored: Stored): stored is SparseTensorProto {
  return stored.$typeName === 'onnx.SparseTensorProto';
}

/** The tensors that hold the bytes: of a sparse one its values and its indices. */
export function plainTensors(stored: readonly Stored[]): readonly TensorProto[] {
  return stored.flatMap((one) =>
    isSparse(one) ? [one.values, one.indices].filter((part) => part !== undefined) : one,
  );
}
