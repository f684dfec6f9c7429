/** Tensors on their way into and out of ONNX Runtime. */
import type * as Ort from 'onnxruntime-web';
import { type ElementType, elementTypes } from '../core/model/imported/types';
import type { WireTensor } from '../core/wire/wireTensor';

type Numbers = Exclude<Ort.Tensor.DataType, string[]>;
type ArrayOf = new (buffer: ArrayBuffer, byteOffset: number, length: number) => Numbers;

/** What the runtime keeps each type in; it has nothing for bfloat16. */
const arrays: Readonly<Record<Exclude<ElementType, 'bfloat16'>, ArrayOf & { BYTES_PER_ELEMENT: number }>> = {
  float32: Float32Array,
  float16: Uint16Array,
  float64: Float64Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  bool: Uint8Array,
};

/** Throws for a type the runtime has no array for, or if the bytes do not fit the shape: in the runtime's words or in ours. */
export function toOrtTensor(ort: Pick<typeof Ort, 'Tensor'>, tensor: WireTensor): Ort.Tensor {
  const { name, type, shape } = tensor;
  if (type === 'bfloat16') throw new Error(`${name}: bfloat16 cannot be given to ONNX Runtime Web`);
  const { BYTES_PER_ELEMENT: size } = arrays[type];
  // A view must start at a multiple of its element; what came out of a frame may start anywhere.
  const data = tensor.data.byteOffset % size === 0 ? tensor.data : tensor.data.slice();
  const values = new arrays[type](data.buffer, data.byteOffset, data.byteLength / size);
  return new ort.Tensor(type, values, shape);
}

/** The bytes are those the runtime copied out, not copied again. null: no tensor of numbers. */
export function fromOrtTensor(name: string, { type, dims, data }: Ort.Tensor): WireTensor | null {
  const known = elementTypes.find((candidate) => candidate === type);
  if (known === undefined || Array.isArray(data)) return null;
  const { buffer, byteOffset, byteLength } = data;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return { name, type: known, shape: dims, data: isPlain(bytes) ? bytes : bytes.slice() };
}

/** Memory of a threaded WebAssembly cannot be handed to another worker. */
function isPlain(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}
