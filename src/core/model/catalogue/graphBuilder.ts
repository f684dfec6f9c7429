import { elementsOf } from '../elementsOf';
import type { LayerGraph, Operator, OperatorKind, Tensor, Weight } from '../types';

interface ConvOptions {
  readonly channels: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly groups?: number;
  /** Convolutions that feed a batch normalisation have none. */
  readonly bias?: boolean;
}

interface MaxPoolOptions {
  readonly kernel: number;
  readonly stride: number;
  readonly padding?: number;
}

/**
 * Appends operators one by one and works out every shape, weight and MAC on the way. A tensor carries the name of the
 * operator that writes it. Impossible shapes, unknown tensors and repeated names are bugs of an architecture file: they throw.
 */
export interface GraphBuilder {
  readonly input: string;
  /** The shape of a tensor added so far: [1, C, H, W] or [1, features]. */
  shapeOf(tensor: string): readonly number[];
  conv(name: string, x: string, options: ConvOptions): string;
  batchNorm(name: string, x: string): string;
  relu(name: string, x: string): string;
  /** ReLU6, which ONNX calls Clip. */
  relu6(name: string, x: string): string;
  add(name: string, a: string, b: string): string;
  maxPool(name: string, x: string, options: MaxPoolOptions): string;
  globalAveragePool(name: string, x: string): string;
  /** Torch's AdaptiveAvgPool2d(size) as two products with constant matrices: `name.rows`, then `name`. */
  adaptiveAveragePool(name: string, x: string, size: number): string;
  flatten(name: string, x: string): string;
  /** Identity in inference; in the graph because torchvision counts it. Never a kernel and never in the ONNX bytes. */
  dropout(name: string, x: string): string;
  linear(name: string, x: string, features: number): string;
  finish(output: string): LayerGraph;
}

type Attributes = Operator['attributes'];

interface Appended {
  readonly kind: OperatorKind;
  readonly inputs: readonly string[];
  readonly shape: readonly number[];
  readonly weights?: readonly Weight[];
  readonly attributes?: Attributes;
  readonly macs?: number;
}

export function createGraphBuilder(graphName: string, inputShape: readonly number[]): GraphBuilder {
  const input = 'input';
  const tensors: Record<string, Tensor> = { [input]: { id: input, shape: inputShape } };
  const operators: Operator[] = [];

  function shapeOf(tensor: string): readonly number[] {
    const known = tensors[tensor];
    if (known === undefined) throw new Error(`${graphName}: no tensor ${tensor}`);
    return known.shape;
  }

  function image(tensor: string): [channels: number, height: number, width: number] {
    const [batch, channels, height, width, ...more] = shapeOf(tensor);
    if (
      batch !== 1 ||
      channels === undefined ||
      height === undefined ||
      width === undefined ||
      more.length > 0
    )
      throw new Error(`${graphName}: ${tensor} is not [1, C, H, W]`);
    return [channels, height, width];
  }

  function append(name: string, operator: Appended): string {
    if (tensors[name] !== undefined) throw new Error(`${graphName}: two operators called ${name}`);
    if (!operator.shape.every((extent) => Number.isInteger(extent) && extent > 0))
      throw new Error(`${graphName}: ${name} would have the shape [${operator.shape.join(', ')}]`);
    tensors[name] = { id: name, shape: operator.shape };
    operators.push({
      name,
      kind: operator.kind,
      inputs: operator.inputs,
      output: name,
      weights: operator.weights ?? [],
      attributes: operator.attributes ?? {},
      macs: operator.macs ?? 0,
    });
    return name;
  }

  const sameShape = (kind: OperatorKind, attributes: Attributes = {}) => {
    return (name: string, x: string): string =>
      append(name, { kind, inputs: [x], shape: shapeOf(x), attributes });
  };

  return {
    input,
    shapeOf,
    conv(name, x, options) {
      return append(name, convolution(name, x, image(x), options));
    },
    batchNorm(name, x) {
      return append(name, {
        kind: 'BatchNormalization',
        inputs: [x],
        shape: shapeOf(x),
        weights: batchNormWeights(name, image(x)[0]),
        attributes: { epsilon: 1e-5 },
      });
    },
    relu: sameShape('Relu'),
    relu6: sameShape('Clip', { min: 0, max: 6 }),
    dropout: sameShape('Dropout'),
    add(name, a, b) {
      const shape = shapeOf(a);
      if (shape.join() !== shapeOf(b).join()) throw new Error(`${graphName}: ${name} adds unequal shapes`);
      return append(name, { kind: 'Add', inputs: [a, b], shape });
    },
    maxPool(name, x, { kernel, stride, padding = 0 }) {
      const [channels, height, width] = image(x);
      return append(name, {
        kind: 'MaxPool',
        inputs: [x],
        shape: [1, channels, slide(height, kernel, stride, padding), slide(width, kernel, stride, padding)],
        attributes: windowAttributes(kernel, stride, padding),
      });
    },
    globalAveragePool(name, x) {
      return append(name, { kind: 'GlobalAveragePool', inputs: [x], shape: [1, image(x)[0], 1, 1] });
    },
    adaptiveAveragePool(name, x, size) {
      const [channels, height, width] = image(x);
      const rows = append(`${name}.rows`, {
        kind: 'MatMul',
        inputs: [x],
        shape: [1, channels, size, width],
        weights: [poolingMatrix(`${name}.rows.weight`, height, size, 'rows')],
        attributes: { constantOperand: 0 },
      });
      return append(name, {
        kind: 'MatMul',
        inputs: [rows],
        shape: [1, channels, size, size],
        weights: [poolingMatrix(`${name}.weight`, width, size, 'columns')],
        attributes: { constantOperand: 1 },
      });
    },
    flatten(name, x) {
      return append(name, {
        kind: 'Flatten',
        inputs: [x],
        shape: [1, elementsOf(shapeOf(x))],
        attributes: { axis: 1 },
      });
    },
    linear(name, x, features) {
      const [batch, inFeatures, ...more] = shapeOf(x);
      if (batch !== 1 || inFeatures === undefined || more.length > 0)
        throw new Error(`${graphName}: ${x} is not [1, features]`);
      return append(name, {
        kind: 'Gemm',
        inputs: [x],
        shape: [1, features],
        weights: [
          { name: `${name}.weight`, shape: [features, inFeatures], role: 'learned' },
          { name: `${name}.bias`, shape: [features], role: 'learned' },
        ],
        attributes: { transB: 1 },
        macs: features * inFeatures,
      });
    },
    finish(output) {
      shapeOf(output);
      return { name: graphName, input, output, tensors, operators };
    },
  };
}

/** Positions of a sliding window, rounded down as torch does by default. */
function slide(extent: number, kernel: number, stride: number, padding: number): number {
  return Math.floor((extent + 2 * padding - kernel) / stride) + 1;
}

function windowAttributes(kernel: number, stride: number, padding: number): Attributes {
  return {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: [padding, padding, padding, padding],
  };
}

function convolution(
  name: string,
  x: string,
  [inChannels, height, width]: readonly [number, number, number],
  { channels, kernel, stride = 1, padding = 0, groups = 1, bias = false }: ConvOptions,
): Appended {
  if (inChannels % groups !== 0 || channels % groups !== 0)
    throw new Error(`${name}: ${inChannels} -> ${channels} channels do not divide into ${groups} groups`);
  const weightShape = [channels, inChannels / groups, kernel, kernel];
  const shape = [1, channels, slide(height, kernel, stride, padding), slide(width, kernel, stride, padding)];
  const weights: Weight[] = [{ name: `${name}.weight`, shape: weightShape, role: 'learned' }];
  if (bias) weights.push({ name: `${name}.bias`, shape: [channels], role: 'learned' });
  return {
    kind: 'Conv',
    inputs: [x],
    shape,
    weights,
    attributes: { ...windowAttributes(kernel, stride, padding), group: groups },
    macs: (elementsOf(shape) / channels) * elementsOf(weightShape),
  };
}

function batchNormWeights(name: string, channels: number): Weight[] {
  const shape = [channels];
  return [
    { name: `${name}.weight`, shape, role: 'learned' },
    { name: `${name}.bias`, shape, role: 'learned' },
    { name: `${name}.running_mean`, shape, role: 'statistic' },
    { name: `${name}.running_var`, shape, role: 'statistic' },
  ];
}

/**
 * Torch's adaptive average along one axis: cell i of `to` averages the inputs floor(i from/to) .. ceil((i+1) from/to) - 1.
 * The windows may overlap; a target larger than the source repeats inputs, and an equal one gives the identity.
 * `rows` is [to, from] and multiplies from the left, `columns` its transpose from the right.
 */
function poolingMatrix(name: string, from: number, to: number, axis: 'rows' | 'columns'): Weight {
  const values = new Array<number>(from * to).fill(0);
  for (let i = 0; i < to; i++) {
    const start = Math.floor((i * from) / to);
    const end = Math.ceil(((i + 1) * from) / to);
    for (let j = start; j < end; j++) values[axis === 'rows' ? i * from + j : j * to + i] = 1 / (end - start);
  }
  return { name, shape: axis === 'rows' ? [to, from] : [from, to], role: 'constant', values };
}
