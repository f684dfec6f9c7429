/** Tensors announced ahead of their bytes. */
import { elementBytes, type ElementType, elementTypes } from '../model/imported/types';
import { BadBytes, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import type { TensorHead } from './frames';
import { wireLimits } from './limits';
import type { WireTensor } from './wireTensor';

/** Bytes of a tensor's data. Exact up to 2^53. */
export function tensorBytes({ type, shape }: TensorHead): number {
  return shape.reduce((product, extent) => product * extent, elementBytes[type]);
}

export function totalTensorBytes(heads: readonly TensorHead[]): number {
  return heads.reduce((sum, head) => sum + tensorBytes(head), 0);
}

/** What of these tensors does not go over the wire, in words; null when all does. */
export function findTensorFault(tensors: readonly WireTensor[]): string | null {
  if (tensors.length > wireLimits.tensors)
    return `${tensors.length} tensors are more than ${wireLimits.tensors}`;
  const wrong = tensors.find((tensor) => tensor.data.length !== tensorBytes(tensor));
  if (wrong !== undefined)
    return `${wrong.name} has ${wrong.data.length} bytes, its shape says ${tensorBytes(wrong)}`;
  const bytes = totalTensorBytes(tensors);
  return bytes > wireLimits.tensorBytes ? `${bytes} bytes are more than ${wireLimits.tensorBytes}` : null;
}

export function writeHeads(writer: ByteWriter, heads: readonly TensorHead[]): ByteWriter {
  writer.u16(heads.length);
  for (const { name, type, shape, restore } of heads) {
    writer.text(name, wireLimits.nameBytes).u8(elementTypes.indexOf(type)).u8(shape.length);
    for (const extent of shape) writer.u32(extent);
    writer.u8(restore === undefined ? 0 : 1);
    if (restore !== undefined) writer.f64(restore.scale).f64(restore.zeroPoint);
  }
  return writer;
}

/** Types that a float32 tensor may cross in. */
const shrunkTypes: readonly ElementType[] = ['float16', 'int8', 'uint8'];

function readRestore(reader: ByteReader, type: ElementType): Pick<TensorHead, 'restore'> {
  if (!reader.oneOf([false, true], 'whether to restore')) return {};
  if (!shrunkTypes.includes(type)) throw new BadBytes(`a float32 does not cross as ${type}`);
  const scale = reader.between(Number.MIN_VALUE, Number.MAX_VALUE, 'scale');
  return { restore: { scale, zeroPoint: reader.between(-128, 255, 'zero point') } };
}

/** Bounded in number, rank, extent and in the bytes they announce together. */
export function readHeads(reader: ByteReader): readonly TensorHead[] {
  const count = reader.u16();
  if (count > wireLimits.tensors) throw new BadBytes(`tensors: ${count} are more than ${wireLimits.tensors}`);
  const heads: TensorHead[] = [];
  let bytes = 0;
  for (let i = 0; i < count; i += 1) {
    const name = reader.text(wireLimits.nameBytes, 'name of a tensor');
    const type = reader.oneOf(elementTypes, 'type of a tensor');
    const rank = reader.u8();
    if (rank > wireLimits.rank) throw new BadBytes(`rank: ${rank} is more than ${wireLimits.rank}`);
    const shape = Array.from({ length: rank }, () => reader.upTo(wireLimits.extent, 'extent'));
    const head = { name, type, shape, ...readRestore(reader, type) };
    bytes += tensorBytes(head);
    if (!(bytes <= wireLimits.tensorBytes))
      throw new BadBytes(`tensors: their bytes are more than ${wireLimits.tensorBytes}`);
    heads.push(head);
  }
  return heads;
}
