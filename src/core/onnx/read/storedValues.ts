/** Weights as the file or its external data holds them: checked against their shape, never copied. */
import { err, ok, type Result } from '../../result';
import type { ModelFault } from '../modelFacts';
import { TensorProto_DataLocation } from 'onnx-buf';
import { dataTypeOf } from './dataTypes';
import { tensorFault } from './names';
import type { ExternalData, StoredValue } from './onnxModel';
import type { SparseTensorProto, TensorProto } from './protoModel';
import { isSparse, type Stored } from './storedTensors';

/** Whether a tensor's values lie in another file. */
function isExternal({ dataLocation }: TensorProto): boolean {
  return dataLocation === TensorProto_DataLocation.EXTERNAL;
}
/** More elements than any file has bytes for. */
const mostElements = 2 ** 40;

export type ExternalFiles = ReadonlyMap<string, ExternalData>;

export function valueOfStored(stored: Stored, files: ExternalFiles): Result<StoredValue, ModelFault> {
  return isSparse(stored) ? storedSparse(stored, files) : storedValue(stored, files);
}

/** What a stored tensor is, or why it is not what it says. */
export function storedValue(tensor: TensorProto, files: ExternalFiles): Result<StoredValue, ModelFault> {
  const { name } = tensor;
  const inconsistent = (detail: string) => err(tensorFault(name, detail));
  const type = dataTypeOf(tensor.dataType);
  if (type === undefined) return inconsistent(`weights of an unknown type (${tensor.dataType})`);
  const shape = shapeOf(tensor.dims);
  if (shape === null) return inconsistent('weights with an impossible shape');
  const elements = shape.reduce((product, extent) => product * extent, 1);
  const needed = type.bits === null ? 0 : Math.ceil((elements * type.bits) / 8);
  const value: StoredValue = { name, type: type.name, shape, elements, bytes: needed };
  if (isExternal(tensor)) {
    const fault = findExternalFault(tensor, needed, files);
    return fault === null ? ok(value) : err(fault);
  }
  if (type.bits === null) {
    return tensor.stringData.length === elements
      ? ok(value)
      : inconsistent('fewer texts than its shape says');
  }
  if (tensor.rawData.length > 0) {
    if (tensor.rawData.length === needed) return ok(value);
    return inconsistent(`${tensor.rawData.length} bytes of weights where its shape and type need ${needed}`);
  }
  const listed = listedElements(tensor, type.bits, type.name);
  // The last of the integers that small elements are packed into may be partly empty.
  const whole = type.bits < 8 ? Math.ceil((elements * type.bits) / 8) * (8 / type.bits) : elements;
  return listed === whole ? ok(value) : inconsistent(`${listed} weights where its shape says ${elements}`);
}

function storedSparse(sparse: SparseTensorProto, files: ExternalFiles): Result<StoredValue, ModelFault> {
  const { values, indices } = sparse;
  const shape = shapeOf(sparse.dims);
  if (values === undefined || shape === null)
    return err(tensorFault(values?.name ?? '', 'a sparse weight without values'));
  const places = indices === undefined ? ok(null) : storedValue(indices, files);
  if (!places.ok) return places;
  const stored = storedValue(values, files);
  return stored.ok ? ok({ ...stored.value, shape }) : stored;
}

function shapeOf(dims: readonly bigint[]): readonly number[] | null {
  const shape = dims.map(Number);
  const elements = shape.reduce((product, extent) => product * extent, 1);
  return shape.every((extent) => extent >= 0) && elements <= mostElements ? shape : null;
}

/** Elements in the typed lists, which old exporters use instead of raw bytes. */
function listedElements(tensor: TensorProto, bits: number, type: string): number {
  if (type.startsWith('complex'))
    return (type === 'complex64' ? tensor.floatData.length : tensor.doubleData.length) / 2;
  if (type === 'float32') return tensor.floatData.length;
  if (type === 'float64') return tensor.doubleData.length;
  if (type === 'int64') return tensor.int64Data.length;
  if (type === 'uint32' || type === 'uint64') return tensor.uint64Data.length;
  // Small types lie in 32-bit integers: one each, those below a byte packed to bytes.
  return tensor.int32Data.length * (bits < 8 ? 8 / bits : 1);
}

export interface ExternalPlace {
  readonly path: string;
  readonly offset: number;
  /** null: to the end of the file. */
  readonly length: number | null;
}

/** Where a tensor's values lie, or null when they are in the model itself. */
export function externalPlaceOf(tensor: TensorProto): ExternalPlace | null {
  if (!isExternal(tensor)) return null;
  const entry = (key: string) => tensor.externalData.find((candidate) => candidate.key === key)?.value;
  const length = entry('length');
  return {
    path: entry('location') ?? '',
    offset: Number(entry('offset') ?? 0),
    length: length === undefined ? null : Number(length),
  };
}

/** Only a file beside the model may be named: no root, no drive, no way up. */
function isPlainPath(path: string): boolean {
  return (
    path.length > 0 &&
    path.length <= 300 &&
    !/^[/\\]|^[A-Za-z]:|[\u0000-\u001f]/.test(path) &&
    !path.split(/[/\\]/).includes('..')
  );
}

function findExternalFault(tensor: TensorProto, needed: number, files: ExternalFiles): ModelFault | null {
  const { path, offset, length } = externalPlaceOf(tensor)!;
  if (!isPlainPath(path)) {
    return tensorFault(tensor.name, 'its weights are to be read from a path that is none of the model’s own');
  }
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  if (!isCount(offset) || (length !== null && length !== needed)) {
    return tensorFault(tensor.name, 'its place in the external data makes no sense');
  }
  const file = files.get(path);
  if (file === undefined) return { kind: 'external-missing', paths: [path] };
  const found = file.data.length;
  return offset + needed <= found ? null : { kind: 'external-short', path, needed: offset + needed, found };
}

/** Whole numbers of a small stored tensor (a shape, a list of axes); null for any other. */
export function smallIntegers(tensor: TensorProto): readonly number[] | null {
  const most = 64;
  if (isExternal(tensor) || dataTypeOf(tensor.dataType)?.name !== 'int64') return null;
  if (tensor.rawData.length === 0)
    return tensor.int64Data.length <= most ? tensor.int64Data.map(Number) : null;
  if (tensor.rawData.length > 8 * most || tensor.rawData.length % 8 !== 0) return null;
  const view = new DataView(tensor.rawData.buffer, tensor.rawData.byteOffset, tensor.rawData.length);
  return Array.from({ length: view.byteLength / 8 }, (_, i) => Number(view.getBigInt64(8 * i, true)));
}
