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
  return seededTensors(inputsOf(workload), seed);
}

/** The same for tensors of any name, type and shape. */
export function seededTensors(tensors: readonly GraphTensor[], seed: number): readonly WireTensor[] {
  return tensors.map(({ name, type, shape }, k) => {
    if (isSampleRate.test(name) && elementsOf(shape) === 1 && (type === 'int64' || type === 'int32'))
      return { name, type, shape, data: sampleRate(elementBytes[type]) };
    const random = createRandom(seed + k);
    const values = Float32Array.from({ length: elementsOf(shape) }, () => random.next());
    return { name, type, shape, data: encode(values, type) };
  });
}

/** Models of sound take a sampling rate, and branch on it: none of them knows 0 or 1 Hz. */
const isSampleRate = /^(sr|sample_?rate|sampling_?rate)$/i;
function sampleRate(bytes: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(bytes);
  new DataView(data.buffer).setUint16(0, 16_000, true);
  return data;
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
