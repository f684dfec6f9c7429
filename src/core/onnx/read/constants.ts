/** Which tensors are the same in every run. */
import { err, ok, type Result } from '../../result';
import type { ModelFault } from '../modelFacts';
import type { IndexedNode } from './graphIndex';
import type { Constant, StoredValue } from './onnxModel';
import { tensorFault } from './names';
import {
  attributeOf,
  type GraphProto,
  type ModelProto,
  type NodeProto,
  type TensorProto,
} from './protoModel';
import { storedInNode, type Stored } from './storedTensors';
import { smallIntegers, storedValue, valueOfStored, type ExternalFiles } from './storedValues';

/** Kinds that give something else each time, although they read nothing that changes. */
export const drawing: ReadonlySet<string> = new Set([
  'RandomNormal',
  'RandomNormalLike',
  'RandomUniform',
  'RandomUniformLike',
  'Multinomial',
  'Bernoulli',
]);

/** The graph's own weights, once everything that the model stores anywhere was found to agree with itself and to be there. */
export function initialConstants(
  graph: GraphProto,
  functions: ModelProto['functions'],
  files: ExternalFiles,
): Result<Map<string, Constant>, ModelFault> {
  const constants = new Map<string, Constant>();
  const missing = new Set<string>();
  const read = (stored: Stored): Result<StoredValue | null, ModelFault> => {
    const result = valueOfStored(stored, files);
    if (result.ok || result.error.kind !== 'external-missing') return result;
    // Every missing file is named at once: the visitor should not have to come back for each.
    result.error.paths.forEach((path) => missing.add(path));
    return ok(null);
  };
  for (const stored of [...graph.initializer, ...graph.sparseInitializer]) {
    const result = read(stored);
    if (!result.ok) return result;
    if (result.value === null) continue;
    const { name, type, shape } = result.value;
    if (constants.has(name)) return err(tensorFault(name, 'weights of this name come twice'));
    constants.set(name, { name, type, shape, stored: [result.value] });
  }
  for (const node of [...graph.node, ...functions.flatMap((own) => own.node)]) {
    for (const stored of storedInNode(node)) {
      const result = read(stored);
      if (!result.ok) return err(inNode(result.error, node));
    }
  }
  return missing.size === 0 ? ok(constants) : err({ kind: 'external-missing', paths: [...missing].sort() });
}

/** A constant is called after what it makes: the tensor inside seldom has a name. */
function inNode(fault: ModelFault, { output }: NodeProto): ModelFault {
  const isNameless = fault.kind === 'inconsistent' && fault.at.what === 'tensor' && fault.at.name === '';
  return isNameless ? tensorFault(output[0] ?? '', fault.detail) : fault;
}

/**
 * Adds what a node makes when everything it reads is constant (in running order, so that chains fold).
 *
 * @returns whether the node is one
 */
export function foldNode(
  { node, reads, makes }: IndexedNode,
  constants: Map<string, Constant>,
  integers: Map<string, readonly number[]>,
  files: ExternalFiles,
): Result<boolean, ModelFault> {
  const isOnnx = node.domain === '' || node.domain === 'ai.onnx';
  if (drawing.has(node.opType) || !reads.every((name) => constants.has(name))) return ok(false);
  // A node of another domain that reads nothing may do anything.
  if (reads.length === 0 && !isOnnx) return ok(false);
  const [first] = makes;
  if (isOnnx && node.opType === 'Constant' && first !== undefined) {
    const held = constantOf(node, first, files);
    if (!held.ok) return held;
    constants.set(first, held.value);
    const tensor = attributeOf(node, 'value')?.t;
    const small =
      tensor === undefined ? attributeOf(node, 'value_ints')?.ints.map(Number) : smallIntegers(tensor);
    if (small !== undefined && small !== null) integers.set(first, small);
    return ok(true);
  }
  const filled = isOnnx && node.opType === 'ConstantOfShape' ? integers.get(reads[0] ?? '') : undefined;
  for (const name of makes) {
    constants.set(name, filled === undefined ? madeOf(name, reads, constants) : filledOf(name, filled, node));
  }
  return ok(true);
}

function madeOf(name: string, reads: readonly string[], constants: ReadonlyMap<string, Constant>): Constant {
  const stored = new Map<string, StoredValue>();
  for (const read of reads) for (const value of constants.get(read)!.stored) stored.set(value.name, value);
  return { name, type: null, shape: null, stored: [...stored.values()] };
}

/** One value repeated: our own cheap weights are made like this. They count as what they are in memory. */
function filledOf(name: string, shape: readonly number[], node: NodeProto): Constant {
  const value = attributeOf(node, 'value')?.t;
  const held = value === undefined ? null : storedValue(value, new Map());
  const type = held !== null && held.ok ? held.value.type : 'float32';
  const sizes = shape.map((extent) => Math.max(0, extent));
  const elements = sizes.reduce((product, extent) => product * extent, 1);
  const bytesEach =
    held !== null && held.ok && held.value.elements > 0 ? held.value.bytes / held.value.elements : 4;
  const stored = { name, type, shape: sizes, elements, bytes: elements * bytesEach, filled: true } as const;
  return { name, type, shape: sizes, stored: [stored] };
}

/** What a Constant node holds, in whichever of its attributes. */
function constantOf(node: NodeProto, name: string, files: ExternalFiles): Result<Constant, ModelFault> {
  const named = (value: Result<StoredValue, ModelFault>): Result<Constant, ModelFault> =>
    value.ok
      ? ok({ name, type: value.value.type, shape: value.value.shape, stored: [{ ...value.value, name }] })
      : value;
  const withName = (tensor: TensorProto) => (tensor.name === '' ? { ...tensor, name } : tensor);
  for (const attribute of node.attribute) {
    if (attribute.t !== undefined && attribute.name === 'value')
      return named(storedValue(withName(attribute.t), files));
    if (attribute.sparseTensor !== undefined) return named(valueOfStored(attribute.sparseTensor, files));
  }
  const list = (type: string, bytesEach: number, length: number | null): Result<Constant, ModelFault> => {
    const shape = length === null ? [] : [length];
    const elements = length ?? 1;
    return named(ok({ name, type, shape, elements, bytes: elements * bytesEach }));
  };
  for (const attribute of node.attribute) {
    switch (attribute.name) {
      case 'value_float':
        return list('float32', 4, null);
      case 'value_floats':
        return list('float32', 4, attribute.floats.length);
      case 'value_int':
        return list('int64', 8, null);
      case 'value_ints':
        return list('int64', 8, attribute.ints.length);
      case 'value_string':
        return list('string', 0, null);
      case 'value_strings':
        return list('string', 0, attribute.strings.length);
    }
  }
  return err(tensorFault(name, 'a constant without a value'));
}
