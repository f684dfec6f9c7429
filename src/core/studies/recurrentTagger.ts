/**
 * The paper's recurrent tagger (HiveMind VI-A, 200 modules): a word's number is looked up in an embedding, a GRU cell turns
 * embedding and hidden state into the next hidden state, and a linear layer turns that into one score per tag. fp32.
 */
import type { ModuleBytes, RecurrentGraph, RecurrentTensor } from '../solvers/extensions/recurrent';
import type { RecurrentOptions } from './recurrentTypes';

export const taggerLayers = ['embedding', 'GRU cell', 'linear'] as const;

type TaggerSizes = Pick<RecurrentOptions, 'embedding' | 'hidden' | 'tags' | 'wordBytes'>;

const fp32 = 4;

export function taggerBytes({ embedding, hidden, tags, wordBytes }: TaggerSizes): ModuleBytes {
  return {
    word: wordBytes,
    hidden: fp32 * hidden,
    between: [fp32 * embedding, fp32 * hidden],
    // The embedding needs the state beside it; what the GRU hands to the linear layer is the state.
    carriesHidden: [false, true],
    output: fp32 * tags,
  };
}

/** Work of one step of each layer, as MATHS prices a block: multiply-accumulates, and bytes read and written. */
export interface LayerWork {
  readonly macs: number;
  /** Weights the layer reads in a step, and its activations [B]. */
  readonly bytes: number;
}

/** A GRU has three gates, each with a matrix for the input, one for the state, and two biases (as PyTorch and ONNX do). */
export function taggerWork({ embedding, hidden, tags, wordBytes }: TaggerSizes): readonly LayerWork[] {
  const gates = 3 * hidden;
  return [
    { macs: 0, bytes: wordBytes + 2 * fp32 * embedding },
    {
      macs: gates * (embedding + hidden),
      bytes: fp32 * (gates * (embedding + hidden + 2) + embedding + 2 * hidden),
    },
    { macs: hidden * tags, bytes: fp32 * (hidden * tags + tags + hidden + tags) },
  ];
}

/** Every tensor of the unrolled tagger; operator 3 m + l is layer l of module m. */
export function taggerGraph(modules: number, sizes: TaggerSizes): RecurrentGraph {
  const { word, hidden, between, output } = taggerBytes(sizes);
  const tensors: RecurrentTensor[] = [];
  for (let m = 0; m < modules; m++) {
    const [embed, cell, linear] = [3 * m, 3 * m + 1, 3 * m + 2];
    const nextCell = m + 1 < modules ? [cell + 3] : [];
    tensors.push(
      { producer: -1, consumers: [embed], bytes: word, isOutput: false },
      { producer: embed, consumers: [cell], bytes: between[0]!, isOutput: false },
      { producer: cell, consumers: [linear, ...nextCell], bytes: hidden, isOutput: false },
      { producer: linear, consumers: [], bytes: output, isOutput: true },
    );
  }
  return { modules, layers: taggerLayers.length, tensors };
}
