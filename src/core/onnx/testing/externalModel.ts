import { create } from '@bufbuild/protobuf';
import { StringStringEntryProtoSchema, TensorProto_DataLocation } from 'onnx-buf';
import { decodeModel, encodeModel } from '../read/protoModel';

/** The same model with its weights in a file of their own, which it names by this path. */
export function externalModel(
  bytes: Uint8Array,
  path: string,
): { readonly model: Uint8Array<ArrayBuffer>; readonly data: Uint8Array<ArrayBuffer> } {
  const decoded = decodeModel(bytes);
  if (!decoded.ok) throw new Error(decoded.error.kind);
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const tensor of decoded.value.graph?.initializer ?? []) {
    const { length } = tensor.rawData;
    tensor.externalData = Object.entries({ location: path, offset: `${offset}`, length: `${length}` }).map(
      ([key, value]) => create(StringStringEntryProtoSchema, { key, value }),
    );
    tensor.dataLocation = TensorProto_DataLocation.EXTERNAL;
    pieces.push(tensor.rawData);
    tensor.rawData = new Uint8Array();
    offset += length;
  }
  const data = new Uint8Array(offset);
  let at = 0;
  for (const piece of pieces) {
    data.set(piece, at);
    at += piece.length;
  }
  return { model: encodeModel(decoded.value), data };
}
