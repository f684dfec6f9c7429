import { drawing } from '../read/constants';
import { readsOf } from '../read/graphIndex';
import { functionKey } from '../read/inside';
import { bodiesOf, type ModelProto, type NodeProto } from '../read/protoModel';

/** Operators whose results have shapes that depend on the values they are given, whichever of them. */
const dependingKinds = new Set([
  'BeamSearch',
  'BifurcationDetector',
  'Compress',
  'DynamicTimeWarping',
  'GreedySearch',
  'ImageDecoder',
  'NonMaxSuppression',
  'NonZero',
  'Sampling',
  'StringNormalizer',
  'StringSplit',
  'Unique',
  'WhisperBeamSearch',
]);

/** Operators that are told a size, an axis or a place by value, and in which of their inputs. */
const sizeInputs: ReadonlyMap<string, readonly number[]> = new Map([
  ['AffineGrid', [1]],
  ['BlackmanWindow', [0]],
  ['CenterCropPad', [1]],
  ['Col2Im', [1, 2]],
  ['ConstantOfShape', [0]],
  ['ConvTransposeWithDynamicPads', [2]],
  ['CropAndResize', [3]],
  ['DFT', [1, 2]],
  ['Expand', [1]],
  ['ExpandDims', [1]],
  ['GroupQueryAttention', [6]],
  ['HammingWindow', [0]],
  ['HannWindow', [0]],
  ['MaxUnpool', [2]],
  ['MelWeightMatrix', [0, 1]],
  ['OneHot', [1]],
  ['Pad', [1, 3]],
  ['Range', [0, 1, 2]],
  ['ReduceL1', [1]],
  ['ReduceL2', [1]],
  ['ReduceLogSum', [1]],
  ['ReduceLogSumExp', [1]],
  ['ReduceMax', [1]],
  ['ReduceMean', [1]],
  ['ReduceMin', [1]],
  ['ReduceProd', [1]],
  ['ReduceSum', [1]],
  ['ReduceSumSquare', [1]],
  ['Reshape', [1]],
  ['Resize', [1, 2, 3]],
  ['STFT', [1, 3]],
  ['SequenceAt', [1]],
  ['SequenceErase', [1]],
  ['SequenceInsert', [2]],
  ['Slice', [1, 2, 3, 4]],
  ['Split', [1]],
  ['SplitToSequence', [1]],
  ['Squeeze', [1]],
  ['Tile', [1, 2]],
  ['TopK', [1]],
  ['Unsqueeze', [1]],
  ['Upsample', [1]],
]);

/** Operators whose result says nothing but how large their input is. */
const sizeOnly = new Set(['Shape', 'Size']);

/**
 * Tensors whose shape may differ from one input of the model to another of the same size: those that an operator makes whose
 * sizes come neither from constants nor from shapes that are themselves fixed, and all that are made from them.
 *
 * @param proto - the nodes of its graph in running order
 */
export function valueDependent({ graph, functions }: ModelProto): ReadonlySet<string> {
  const own = new Set(functions.map(({ domain, name }) => functionKey(domain, name)));
  /** Tensors that have the same values in every run with inputs of this size. */
  const same = new Set([
    ...(graph?.initializer ?? []).map(({ name }) => name),
    ...(graph?.sparseInitializer ?? []).map(({ values }) => values?.name ?? ''),
  ]);
  const found = new Set<string>();
  for (const node of graph?.node ?? []) {
    const reads = readsOf(node);
    const isWhole = bodiesOf(node).length > 0 || own.has(functionKey(node.domain, node.opType));
    const readsFound = reads.some((name) => found.has(name));
    const isSame =
      !drawing.has(node.opType) &&
      !readsFound &&
      (reads.every((name) => same.has(name)) || (sizeOnly.has(node.opType) && !isWhole));
    // Which branch of an If runs, how often a Loop does, and what a function does with its inputs is known only when it runs.
    const isFound = readsFound || (!isSame && (isWhole || dependsOnValues(node, same)));
    for (const name of node.output) {
      if (isSame) same.add(name);
      if (isFound) found.add(name);
    }
  }
  return found;
}

function dependsOnValues({ opType, input }: NodeProto, same: ReadonlySet<string>): boolean {
  if (dependingKinds.has(opType)) return true;
  return (sizeInputs.get(opType) ?? []).some((place) => {
    const name = input[place] ?? '';
    return name !== '' && !same.has(name);
  });
}
