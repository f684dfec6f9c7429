/**
 * The encoder of Devlin et al. (BERT-base, arXiv:1810.04805): 12 layers of width 768 with 12 heads each, on 128 tokens of text,
 * operator by operator as ONNX names them: 800 of them, 144 heads side by side. Learned products have their bias apart.
 */
import type { GraphOperator, OperatorGraph } from './operatorGraph';

const layers = 12;
const width = 768;
const heads = 12;
const tokens = 128;
const feedForward = 3072;
const vocabulary = 30_522;
const positions = 512;
const segments = 2;

const sequence = tokens * width;
const headWidth = width / heads;

class Encoder {
  readonly operators: GraphOperator[] = [];
  readonly blocks: { readonly name: string; readonly label: string }[] = [];
  readonly tensorElements: Record<string, number> = { input: tokens };

  block(name: string, label: string): void {
    this.blocks.push({ name, label });
  }

  /** Appends an operator to the current block; `reads` where it does not read the whole of every input. */
  add(
    name: string,
    kind: string,
    inputs: readonly string[],
    written: number,
    { macs = 0, weights = 0, reads }: { macs?: number; weights?: number; reads?: number } = {},
  ): string {
    const read = reads ?? inputs.reduce((sum, tensor) => sum + this.tensorElements[tensor]!, 0);
    this.tensorElements[name] = written;
    const block = this.blocks.length - 1;
    this.operators.push({ name, kind, block, inputs, output: name, macs, elements: read + written, weights });
    return name;
  }

  /** rows x `from` times a learned `from` x `to`, plus a bias. */
  linear(name: string, x: string, rows: number, from: number, to: number): string {
    const product = this.add(`${name}.product`, 'MatMul', [x], rows * to, {
      macs: rows * from * to,
      weights: from * to,
    });
    return this.add(`${name}.bias`, 'Add', [product], rows * to, { weights: to });
  }

  normalise(name: string, x: string): string {
    return this.add(name, 'LayerNormalization', [x], sequence, { weights: 2 * width });
  }

  /** One of the twelve heads: its columns of query, key and value. */
  head(name: string, query: string, key: string, value: string): string {
    const columns = tokens * headWidth;
    const square = tokens * tokens;
    const scores = this.add(`${name}.scores`, 'MatMul', [query, key], square, {
      macs: square * headWidth,
      reads: 2 * columns,
    });
    const scaled = this.add(`${name}.scaled`, 'Div', [scores], square);
    const weights = this.add(`${name}.softmax`, 'Softmax', [scaled], square);
    return this.add(`${name}.context`, 'MatMul', [weights, value], columns, {
      macs: square * headWidth,
      reads: square + columns,
    });
  }

  layer(name: string, x: string): string {
    this.block(`${name}.attention`, `attention, ${heads} heads`);
    const [query, key, value] = ['query', 'key', 'value'].map((part) =>
      this.linear(`${name}.${part}`, x, tokens, width, width),
    );
    const contexts = Array.from({ length: heads }, (_, i) =>
      this.head(`${name}.head${i}`, query!, key!, value!),
    );
    const joined = this.add(`${name}.concat`, 'Concat', contexts, sequence);
    const projected = this.linear(`${name}.output`, joined, tokens, width, width);
    const attended = this.normalise(
      `${name}.norm1`,
      this.add(`${name}.add1`, 'Add', [projected, x], sequence),
    );
    this.block(`${name}.feedForward`, `feed forward, ${feedForward}`);
    const wide = this.linear(`${name}.widen`, attended, tokens, width, feedForward);
    const active = this.add(`${name}.gelu`, 'Gelu', [wide], tokens * feedForward);
    const narrow = this.linear(`${name}.narrow`, active, tokens, feedForward, width);
    return this.normalise(`${name}.norm2`, this.add(`${name}.add2`, 'Add', [narrow, attended], sequence));
  }
}

/** 800 operators in 26 blocks (embedding, attention and feed forward of every layer, pooler). */
export function buildTransformer(): OperatorGraph {
  const encoder = new Encoder();
  encoder.block('embedding', `embedding, ${width}`);
  let x = encoder.add('embedding.words', 'Gather', ['input'], sequence, {
    weights: vocabulary * width,
    reads: tokens + sequence,
  });
  x = encoder.add('embedding.positions', 'Add', [x], sequence, { weights: positions * width });
  x = encoder.add('embedding.segments', 'Add', [x], sequence, { weights: segments * width });
  x = encoder.normalise('embedding.norm', x);
  for (let l = 0; l < layers; l++) x = encoder.layer(`layer${l}`, x);
  encoder.block('pooler', `pooler, ${width}`);
  const first = encoder.add('pooler.first', 'Gather', [x], width, { reads: width });
  const output = encoder.add(
    'pooler.tanh',
    'Tanh',
    [encoder.linear('pooler', first, 1, width, width)],
    width,
  );
  const { operators, blocks, tensorElements } = encoder;
  return {
    name: `Transformer encoder, ${layers} layers, ${tokens} tokens`,
    input: 'input',
    output,
    tensorElements,
    // Token numbers are 32-bit integers.
    inputBytesPerElement: 4,
    operators,
    blocks,
  };
}
