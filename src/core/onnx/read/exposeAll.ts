/** Models whose inner tensors can be seen: every tensor between operators made a result. */
import { encodeModel, outputsSuffix } from './protoModel';
import type { OnnxModel } from './onnxModel';

/**
 * The model as it runs: normal form, dimensions as the file has them. Open dimensions are not written in: a size written into an
 * input can contradict what the branches of an If that is not taken declare, and the runtime then refuses the model. Whoever runs it
 * gives the sizes with the tensors.
 */
export function runnableModel({ proto }: OnnxModel): Uint8Array<ArrayBuffer> {
  return encodeModel(proto);
}

/** A model's bytes with these tensors as further results, by name only: the runtime knows their types and shapes. */
export function exposeTensors(runnable: Uint8Array, tensors: readonly string[]): Uint8Array<ArrayBuffer> {
  const suffix = outputsSuffix(tensors);
  const exposed = new Uint8Array(runnable.length + suffix.length);
  exposed.set(runnable);
  exposed.set(suffix, runnable.length);
  return exposed;
}

/** Operators that make sequences and optionals: a runtime cannot hand them out as tensors. */
const makesNoTensor = new Set([
  'SequenceConstruct',
  'SequenceEmpty',
  'SequenceInsert',
  'SequenceErase',
  'SequenceMap',
  'SplitToSequence',
  'Optional',
]);

/**
 * The tensors whose shapes only a run tells, in running order: what operators make, and constants that are made by nodes
 * (`DequantizeLinear` of a stored weight) where an operator reads them.
 */
export function tensorsToMeasure({ proto, operators, constants }: OnnxModel): readonly string[] {
  const known = new Set(proto.graph!.output.map(({ name }) => name));
  const wanted = new Set<string>();
  for (const operator of operators) {
    for (const name of operator.constants) if (constants.get(name)?.shape === null) wanted.add(name);
    if (!makesNoTensor.has(operator.node.opType)) for (const name of operator.outputs) wanted.add(name);
  }
  return [...wanted].filter((name) => !known.has(name));
}
