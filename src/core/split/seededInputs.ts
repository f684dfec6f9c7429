/** Inputs to run a model on where only its times, and whether results agree, matter. */
import { buildGraph } from '../model/catalogue/catalogue';
import { elementsOf } from '../model/elementsOf';
import { elementBytes, type GraphTensor } from '../model/imported/types';
import { createRandom } from '../random';
import type { RunnableWorkload } from '../scenario/types';
import type { WireTensor } from '../wire/wireTensor';
import { toFloat16 } from '../onnx/cut/float16';

/** Numbers in [0, 1), the same for the same seed; whole-number types get 0 or 1, which are indices into anything. */
export function seededInputs(workload: RunnableWorkload, seed: number): readonly WireTensor[] {
  return inputsOf(workload).map((tensor, k) => {
    const random = createRandom(seed + k);
    const values = Float32Array.from({ length: elementsOf(tensor.shape) }, () => random.next());
    return { name: tensor.name, type: tensor.type, shape: tensor.shape, data: encode(values, tensor.type) };
  });
}

/** What a model reads, as it is in memory. */
function inputsOf(workload: RunnableWorkload): readonly GraphTensor[] {
  if (workload.kind === 'imported') return workload.graph.inputs.map((k) => workload.graph.tensors[k]!);
  const { input, tensors } = buildGraph(workload.architecture, workload.inputPx, workload.width);
  return [{ name: input, type: 'float32', shape: tensors[input]!.shape }];
}

function encode(values: Float32Array<ArrayBuffer>, type: GraphTensor['type']): Uint8Array<ArrayBuffer> {
  if (type === 'float32') return new Uint8Array(values.buffer);
  if (type === 'float16') return new Uint8Array(toFloat16(values).buffer);
  if (type === 'float64') return new Uint8Array(Float64Array.from(values).buffer);
  const size = elementBytes[type];
  const data = new Uint8Array(values.length * size);
  // Little endian: the lowest byte of a whole number. bfloat16 stays zero.
  if (type !== 'bfloat16') values.forEach((value, i) => (data[i * size] = Math.round(value)));
  return data;
}
