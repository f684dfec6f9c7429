import { create } from '@bufbuild/protobuf';
import { StringStringEntryProtoSchema, TensorProto_DataLocation, type TensorProto } from 'onnx-buf';

export interface ExternalFile {
  /** As the model names it. */
  readonly path: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Weights start at multiples of this many bytes, so that a reader may map them into memory. */
const alignment = 64;

export function isExternal({ dataLocation }: TensorProto): boolean {
  return dataLocation === TensorProto_DataLocation.EXTERNAL;
}

/**
 * Copies of the external files with only what these tensors need. The tensors are changed: they point into the copies. A
 * path that is not among `files` is left as it is (the runtime then says what is missing).
 */
export function sliceExternal(
  tensors: readonly TensorProto[],
  files: readonly ExternalFile[],
): readonly ExternalFile[] {
  const slices = new Map<string, Slices>();
  for (const tensor of tensors) {
    const entries = new Map(tensor.externalData.map(({ key, value }) => [key, value]));
    const path = entries.get('location') ?? '';
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) continue;
    const offset = Number(entries.get('offset') ?? 0);
    const length = Number(entries.get('length') ?? file.data.length - offset);
    const kept = slices.get(path) ?? new Slices();
    slices.set(path, kept);
    const at = kept.add(file.data, offset, length);
    tensor.externalData = [
      ['location', path],
      ['offset', `${at}`],
      ['length', `${length}`],
    ].map(([key, value]) => create(StringStringEntryProtoSchema, { key: key!, value: value! }));
  }
  return [...slices].map(([path, kept]) => ({ path, data: kept.join() }));
}

/** Pieces of one file, each once, one after another. */
class Slices {
  readonly #pieces = new Map<string, { readonly at: number; readonly bytes: Uint8Array }>();
  #end = 0;

  /** Where the piece is now. */
  add(data: Uint8Array, offset: number, length: number): number {
    const key = `${offset}+${length}`;
    const known = this.#pieces.get(key);
    if (known !== undefined) return known.at;
    const at = Math.ceil(this.#end / alignment) * alignment;
    this.#pieces.set(key, { at, bytes: data.subarray(offset, offset + length) });
    this.#end = at + length;
    return at;
  }

  join(): Uint8Array<ArrayBuffer> {
    const data = new Uint8Array(this.#end);
    for (const { at, bytes } of this.#pieces.values()) data.set(bytes, at);
    return data;
  }
}
