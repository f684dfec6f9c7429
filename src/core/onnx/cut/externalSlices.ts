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
 * One file with only what these tensors need of the external files; none where they need nothing. The tensors are changed:
 * they point into it. A path that is not among `files` is left as it is (the runtime then says what is missing).
 *
 * @param name - of the new file: parts that lie in one folder must not share it
 */
export function sliceExternal(
  tensors: readonly TensorProto[],
  files: readonly ExternalFile[],
  name: string,
): readonly ExternalFile[] {
  const slices = new Slices();
  for (const tensor of tensors) {
    const entries = new Map(tensor.externalData.map(({ key, value }) => [key, value]));
    const path = entries.get('location') ?? '';
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) continue;
    const offset = Number(entries.get('offset') ?? 0);
    const length = Number(entries.get('length') ?? file.data.length - offset);
    const at = slices.add(file, offset, length);
    tensor.externalData = [
      ['location', name],
      ['offset', `${at}`],
      ['length', `${length}`],
    ].map(([key, value]) => create(StringStringEntryProtoSchema, { key: key!, value: value! }));
  }
  return slices.isEmpty ? [] : [{ path: name, data: slices.join() }];
}

/** Pieces of files, each once, one after another. */
class Slices {
  readonly #pieces = new Map<string, { readonly at: number; readonly bytes: Uint8Array }>();
  #end = 0;

  get isEmpty(): boolean {
    return this.#pieces.size === 0;
  }

  /** Where the piece is now. */
  add({ path, data }: ExternalFile, offset: number, length: number): number {
    const key = `${offset}+${length} ${path}`;
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
