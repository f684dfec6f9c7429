import { inputPrecisions, shippedPrecisions } from '../../scenario/types';
import type { Affine, WireTensor } from '../../wire/wireTensor';
import { fromFloat16, toFloat16 } from './float16';

/** Precision of a float32 tensor on a link, and its bytes per element. */
export const wirePrecisions = { ...shippedPrecisions, ...inputPrecisions } as const;
export type WirePrecision = keyof typeof wirePrecisions;

const integerRange = { int8: { lowest: -128, highest: 127 }, uint8: { lowest: 0, highest: 255 } } as const;
type IntegerPrecision = keyof typeof integerRange;

/**
 * A tensor as it crosses a link. float32 shrinks to `precision`; other types cross as they are. `data` has exactly as many
 * bytes as the chain predicts; the two numbers that int8 and uint8 need beside it ride in the header (`restore`).
 *
 * fp16 rounds to nearest even; finite values stay finite (at most 65504), infinities and NaN stay. int8 and uint8 map the range
 * of the finite values, zero included, to 256 levels (affine, one scale a tensor): the error is at most half a level, zero stays
 * zero, infinities become the end of the range and NaN becomes zero.
 *
 * @returns the same object where nothing changes
 */
export function shipTensor(tensor: WireTensor, precision: WirePrecision): WireTensor {
  if (tensor.type !== 'float32' || tensor.restore !== undefined || precision === 'fp32') return tensor;
  const values = floatsOf(tensor.data);
  const { name, shape } = tensor;
  if (precision === 'fp16') {
    return { name, shape, type: 'float16', data: bytesOf(toFloat16(values)), restore: identity };
  }
  const restore = affineOf(values, precision);
  return { name, shape, type: precision, data: quantise(values, precision, restore), restore };
}

/** The tensor as the model wants it: float32 again where `shipTensor` shrank it. */
export function restoreTensor(tensor: WireTensor): WireTensor {
  const { restore, name, shape, type, data } = tensor;
  if (restore === undefined) return tensor;
  if (type === 'float16') {
    return { name, shape, type: 'float32', data: bytesOf(fromFloat16(halvesOf(data))) };
  }
  const stored = type === 'int8' ? new Int8Array(data.buffer, data.byteOffset, data.length) : data;
  const { scale, zeroPoint } = restore;
  const values = new Float32Array(stored.length);
  for (let i = 0; i < values.length; i++) {
    // The ends of the range may lie half a level beyond what float32 can hold.
    const value = scale * (stored[i]! - zeroPoint);
    values[i] = Math.max(-largestFloat32, Math.min(largestFloat32, value));
  }
  return { name, shape, type: 'float32', data: bytesOf(values) };
}

const largestFloat32 = (2 - 2 ** -23) * 2 ** 127;
const identity: Affine = { scale: 1, zeroPoint: 0 };

function affineOf(values: Float32Array, precision: IntegerPrecision): Affine {
  const { lowest, highest } = integerRange[precision];
  let least = 0;
  let most = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least === most) return { scale: 1, zeroPoint: 0 };
  const scale = (most - least) / (highest - lowest);
  return { scale, zeroPoint: Math.round(lowest - least / scale) };
}

function quantise(
  values: Float32Array,
  precision: IntegerPrecision,
  { scale, zeroPoint }: Affine,
): Uint8Array<ArrayBuffer> {
  const { lowest, highest } = integerRange[precision];
  const data = new Uint8Array(values.length);
  for (let i = 0; i < data.length; i++) {
    const value = values[i]!;
    const level = Number.isNaN(value) ? zeroPoint : Math.round(value / scale) + zeroPoint;
    // Storing a negative level keeps its lowest eight bits: two's complement, as int8 wants.
    data[i] = Math.min(highest, Math.max(lowest, level));
  }
  return data;
}

/** Views need their element's alignment; what came out of a frame may start anywhere. */
function aligned(data: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> {
  return data.byteOffset % bytes === 0 ? data : data.slice();
}

function floatsOf(data: Uint8Array<ArrayBuffer>): Float32Array {
  const { buffer, byteOffset, byteLength } = aligned(data, 4);
  return new Float32Array(buffer, byteOffset, byteLength / 4);
}

function halvesOf(data: Uint8Array<ArrayBuffer>): Uint16Array {
  const { buffer, byteOffset, byteLength } = aligned(data, 2);
  return new Uint16Array(buffer, byteOffset, byteLength / 2);
}

function bytesOf({
  buffer,
  byteOffset,
  byteLength,
}: {
  readonly buffer: ArrayBuffer;
  readonly byteOffset: number;
  readonly byteLength: number;
}): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
