import { elementsOf } from '../model/elementsOf';
import { hash32 } from '../model/hash';
import type { LayerGraph, Operator, Weight } from '../model/types';
import { createRandom } from '../random';

/** The range [low, high) from which all elements of a weight are drawn, uniformly. */
export interface WeightRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Ranges for every drawn weight that keep activations sane through the depth: He-uniform kernels (variance 2 / fan-in,
 * He et al., arXiv:1502.01852), and batch-norm statistics that fit what reaches them, as training would leave them. To that end
 * the expected square of every tensor is carried along: kernels double it, ReLU halves it, normalising resets it, sums add it up.
 */
export function weightRanges(graph: LayerGraph): ReadonlyMap<string, WeightRange> {
  const ranges = new Map<string, WeightRange>();
  const squares = new Map([[graph.input, 1]]);
  for (const operator of graph.operators) {
    const incoming = operator.inputs.reduce((sum, tensor) => sum + squares.get(tensor)!, 0);
    squares.set(operator.output, outgoingSquare(operator, incoming));
    for (const weight of operator.weights) ranges.set(weight.name, rangeOf(operator, weight, incoming));
  }
  return ranges;
}

function outgoingSquare({ kind }: Operator, incoming: number): number {
  switch (kind) {
    case 'Conv':
    case 'Gemm':
      return 2 * incoming;
    case 'BatchNormalization':
      return 1;
    case 'Relu':
    case 'Clip':
      return incoming / 2;
    case 'Add':
    case 'Dropout':
    case 'Flatten':
    case 'GlobalAveragePool':
    case 'MatMul':
    case 'MaxPool':
    case 'Reshape':
    case 'Transpose':
      return incoming;
  }
}

function rangeOf({ kind, name }: Operator, weight: Weight, incoming: number): WeightRange {
  const spread = Math.sqrt(incoming);
  switch (weight.name.slice(name.length + 1)) {
    case 'running_mean':
      return symmetric(0.1 * spread);
    case 'running_var':
      return { low: 0.8 * incoming, high: 1.25 * incoming };
    case 'bias':
      return symmetric(0.05 * (kind === 'BatchNormalization' ? 1 : spread));
    default:
      return kind === 'BatchNormalization'
        ? { low: 0.9, high: 1.1 }
        : symmetric(Math.sqrt(6 / fanInOf(weight)));
  }
}

function symmetric(bound: number): WeightRange {
  return { low: -bound, high: bound };
}

/** Inputs that each output of a kernel sums up: all its extents but the first. */
export function fanInOf(weight: Weight): number {
  return elementsOf(weight.shape.slice(1));
}

/** Every weight draws from a stream of its own, so that it does not depend on which others are drawn. */
export function drawWeight(
  weight: Weight,
  { low, high }: WeightRange,
  seed: number,
): Float32Array<ArrayBuffer> {
  const random = createRandom(hash32(`${seed} ${weight.name}`));
  const values = new Float32Array(elementsOf(weight.shape));
  for (let i = 0; i < values.length; i++) values[i] = low + (high - low) * random.next();
  return values;
}
