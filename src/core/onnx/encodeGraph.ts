import { elementsOf } from '../model/elementsOf';
import type { LayerGraph, Operator, Weight } from '../model/types';
import { nodeOrder } from './nodeOrder';
import type { AttributeProto, NodeProto, TensorProto } from './onnxMessages';
import {
  floatAttribute,
  floatTensor,
  intAttribute,
  intsAttribute,
  intTensor,
  modelBytes,
  node,
  tensorAttribute,
} from './onnxMessages';
import type { WeightRange } from './seededWeights';
import { drawWeight, fanInOf, weightRanges } from './seededWeights';

export interface EncodeOptions {
  /** Same graph, seed and mode: same bytes. */
  readonly seed: number;
  /**
   * 'seeded': every weight is drawn and stored (VGG-16: 553 MB). 'cheap': weights above 16 KiB are one repeated value that
   * ONNX Runtime unfolds when it loads the model (VGG-16: 0.07 MB): the same kernels at the same speed, but outputs that mean
   * nothing, so for latency only.
   */
  readonly weights: 'seeded' | 'cheap';
}

const cheapAboveBytes = 16 * 1024;
const bytesPerElement = 4;

/**
 * The graph as an ONNX model (float32, static shapes, batch 1). A node carries the name of its operator, so that ONNX Runtime's
 * profile can be read by block; a value carries the name of its tensor. Dropout is left out: the tensor before it bears the
 * name of the tensor after it, which is the one that boundaries speak of.
 */
export function encodeGraph(graph: LayerGraph, { seed, weights }: EncodeOptions): Uint8Array<ArrayBuffer> {
  const ranges = weightRanges(graph);
  const names = valueNames(graph);
  const nodes: NodeProto[] = [];
  const initializers: TensorProto[] = [];

  for (const operator of nodeOrder(graph)) {
    if (operator.kind === 'Dropout') continue;
    for (const weight of operator.weights) {
      if (weights === 'cheap' && isLarge(weight)) {
        const shape = intTensor(`${weight.name}.shape`, weight.shape);
        initializers.push(shape);
        nodes.push(repeatedValue(weight, shape.name));
      } else {
        initializers.push(storedWeight(weight, ranges.get(weight.name)!, seed));
      }
    }
    const limits = limitTensors(operator);
    initializers.push(...limits);
    nodes.push(nodeOf(operator, names, limits));
  }

  const endOf = (tensor: string) => ({
    name: names.get(tensor) ?? tensor,
    shape: graph.tensors[tensor]!.shape,
  });
  return modelBytes({
    name: graph.name,
    nodes,
    initializers,
    input: endOf(graph.input),
    output: endOf(graph.output),
  });
}

function isLarge({ role, shape }: Weight): boolean {
  return role === 'learned' && elementsOf(shape) * bytesPerElement > cheapAboveBytes;
}

/** 1 / fan-in makes the kernel an average: activations neither explode nor sink into the slow denormal numbers. */
function repeatedValue(weight: Weight, shape: string): NodeProto {
  const value = floatTensor('', [1], new Float32Array([1 / fanInOf(weight)]));
  return node({
    name: `${weight.name}.fill`,
    opType: 'ConstantOfShape',
    inputs: [shape],
    output: weight.name,
    attributes: [tensorAttribute('value', value)],
  });
}

function storedWeight(weight: Weight, range: WeightRange, seed: number): TensorProto {
  const values =
    weight.values === undefined ? drawWeight(weight, range, seed) : new Float32Array(weight.values);
  return floatTensor(weight.name, weight.shape, values);
}

/** Clip takes its limits as two scalar inputs. */
function limitTensors({ kind, name, attributes }: Operator): TensorProto[] {
  if (kind !== 'Clip') return [];
  return ['min', 'max'].map((limit) =>
    floatTensor(`${name}.${limit}`, [], new Float32Array([Number(attributes[limit])])),
  );
}

function nodeOf(
  operator: Operator,
  names: ReadonlyMap<string, string>,
  limits: readonly TensorProto[],
): NodeProto {
  const { kind, name, inputs, output, weights, attributes } = operator;
  const values = inputs.map((tensor) => names.get(tensor) ?? tensor);
  const constants = [...weights, ...limits].map((constant) => constant.name);
  const constantFirst = kind === 'MatMul' && attributes['constantOperand'] === 0;
  return node({
    name,
    opType: kind,
    inputs: constantFirst ? [...constants, ...values] : [...values, ...constants],
    output: names.get(output) ?? output,
    attributes: attributesOf(operator),
  });
}

/** The limits of a clip are inputs and the side of a constant factor is its place: neither is an attribute in ONNX. */
function attributesOf({ kind, attributes }: Operator): AttributeProto[] {
  if (kind === 'Clip' || kind === 'MatMul') return [];
  return Object.entries(attributes).map(([name, value]) => {
    if (typeof value !== 'number') return intsAttribute(name, value);
    return name === 'epsilon' ? floatAttribute(name, value) : intAttribute(name, value);
  });
}

/** Names of tensors whose value bears another one's: read backwards, so that a chain of dropouts ends at its last name. */
function valueNames(graph: LayerGraph): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { kind, inputs, output } of graph.operators.toReversed()) {
    if (kind === 'Dropout') names.set(inputs[0]!, names.get(output) ?? output);
  }
  return names;
}
