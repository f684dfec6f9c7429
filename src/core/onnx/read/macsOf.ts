/**
 * Multiply-accumulates of one operator with the shapes it really had, as papers and torchvision count them: kernels and matrix
 * products only. Everything else (sums, activations, normalisation, pooling, resampling) counts 0, and so do the bodies of If, Loop
 * and Scan and functions of the model's own, whose inside was not looked at: a sum over them is a lower bound (`someUncounted`).
 */
import { elementsOf } from '../../model/elementsOf';
import { limits } from '../../scenario/limits';
import type { OnnxOperator } from './onnxModel';
import { intOf, textOf, type NodeProto } from './protoModel';

type Shape = readonly number[];
/** Shape of a tensor by name, constants included; undefined where nobody measured it. */
export type ShapeOf = (tensor: string) => Shape | undefined;

interface Shapes {
  readonly node: NodeProto;
  /** Of input and output number i. */
  readonly in: (index: number) => Shape;
  readonly out: Shape;
}

/** Never NaN or negative; 0 where a shape it depends on is unknown. At most what a document can hold. */
export function macsOf({ node, whole }: OnnxOperator, shapeOf: ShapeOf): number {
  const rule = whole ? undefined : rules.get(node.opType);
  const out = shapeOf(node.output[0] ?? '');
  if (rule === undefined || out === undefined) return 0;
  // A shape nobody knows makes the whole sum unknown: NaN.
  const macs = rule({ node, in: (index) => shapeOf(node.input[index] ?? '') ?? unknownShape, out });
  return Number.isFinite(macs) && macs > 0 ? Math.min(Math.round(macs), limits.blockMacs) : 0;
}

/** Whether an operator of this type has a kernel or a matrix. */
export function multiplies(opType: string): boolean {
  return rules.has(opType);
}

const unknownShape: Shape = new Array<number>(8).fill(NaN);

const at = (shape: Shape, index: number): number => shape.at(index) ?? 0;

/** Every output value is a sum over one kernel: [M, C / groups, ...]. */
const convolution =
  (weight: number) =>
  ({ in: input, out }: Shapes): number => {
    const kernel = input(weight);
    return (elementsOf(out) / at(kernel, 0)) * elementsOf(kernel);
  };

/** Every input value is spread by one kernel: [C, M / groups, ...]. */
const transposedConvolution = ({ in: input }: Shapes): number =>
  (elementsOf(input(0)) / at(input(0), 1)) * elementsOf(input(1));

/** Every output value is a product over the last dimension of the first operand. */
const product = ({ node, in: input, out }: Shapes): number => {
  const axis = intOf(node, 'transA', 0) === 1 ? -2 : -1;
  return elementsOf(out) * at(input(0), axis);
};
/** Weights of few bits are stored packed: how many there are, only the attributes tell. */
const packedProduct = ({ node, out }: Shapes): number => elementsOf(out) * intOf(node, 'K', 0);

/** Every step of every sequence goes through both matrices: [D, gates H, I] and [D, gates H, H]. */
const recurrent = ({ in: input }: Shapes): number =>
  at(input(0), 0) * at(input(0), 1) * (elementsOf(input(1)) + elementsOf(input(2)));

/** ai.onnx Attention: queries [B, Sq, H] or [B, heads, Sq, size] against keys and values of the same form. */
const attention = (shapes: Shapes): number => {
  const { node, in: input } = shapes;
  if (node.domain === 'com.microsoft') return projectedAttention(shapes);
  const [query, key, value] = [input(0), input(1), input(2)];
  if (query.length === 4)
    return elementsOf(query.slice(0, 3)) * at(key, -2) * (at(query, -1) + at(value, -1));
  const heads = intOf(node, 'q_num_heads', 1);
  const valueSize = at(value, -1) / intOf(node, 'kv_num_heads', heads);
  return elementsOf(query.slice(0, 2)) * at(key, 1) * (at(query, -1) + heads * valueSize);
};

/** com.microsoft: [B, S, hidden] against keys and values [B, L, hidden], without the projections. */
const multiHeadAttention = ({ in: input, out }: Shapes): number => {
  const query = input(0);
  const key = input(1);
  return elementsOf(query.slice(0, 2)) * at(key, key.length === 4 ? -2 : 1) * (at(query, -1) + at(out, -1));
};

/** com.microsoft Attention: the projection of [B, S, I] by [I, 3 hidden], then as above. */
const projectedAttention = ({ in: input, out }: Shapes): number => {
  const [batch = 0, length = 0] = input(0);
  return batch * length * (elementsOf(input(1)) + 2 * length * at(out, -1));
};

/** The product of the extents of all letters, once for each operand beyond the first. */
const einsum = ({ node, in: input }: Shapes): number => {
  const terms = textOf(node, 'equation').replaceAll(' ', '').split('->')[0]!.split(',');
  const extents = new Map<string, number>();
  for (const [index, term] of terms.entries()) {
    const shape = input(index);
    const letters = term.replace('...', '');
    const rest = shape.length - letters.length;
    const named = term.includes('...') ? term.replace('...', '.'.repeat(Math.max(0, rest))) : term;
    let dots = 0;
    for (const [axis, letter] of Array.from(named).entries()) {
      const name = letter === '.' ? `.${(dots += 1)}` : letter;
      extents.set(name, Math.max(extents.get(name) ?? 1, shape[axis] ?? NaN));
    }
  }
  return [...extents.values()].reduce((all, extent) => all * extent, 1) * (terms.length - 1);
};

const rules: ReadonlyMap<string, (shapes: Shapes) => number> = new Map([
  ['Conv', convolution(1)],
  ['FusedConv', convolution(1)],
  ['NhwcFusedConv', convolution(1)],
  ['ConvInteger', convolution(1)],
  ['DeformConv', convolution(1)],
  ['QLinearConv', convolution(3)],
  ['ConvTranspose', transposedConvolution],
  ['Gemm', product],
  ['FusedGemm', product],
  ['QGemm', product],
  ['MatMul', product],
  ['MatMulInteger', product],
  ['MatMulIntegerToFloat', product],
  ['DynamicQuantizeMatMul', product],
  ['QLinearMatMul', product],
  ['FusedMatMul', product],
  ['TransposeMatMul', product],
  ['MatMulNBits', packedProduct],
  ['MatMulBnb4', packedProduct],
  ['LSTM', recurrent],
  ['GRU', recurrent],
  ['RNN', recurrent],
  ['Attention', attention],
  ['MultiHeadAttention', multiHeadAttention],
  ['GroupQueryAttention', multiHeadAttention],
  ['QAttention', projectedAttention],
  ['Einsum', einsum],
]);
