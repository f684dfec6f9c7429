import type { ElementType } from '../model/imported/types';

/** A tensor between two parts of a model: raw little-endian bytes, as ONNX keeps them. */
export interface WireTensor {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: Uint8Array<ArrayBuffer>;
}
