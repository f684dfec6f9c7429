import type { ElementType } from '../model/imported/types';

/** A tensor between two parts of a model: raw little-endian bytes, as ONNX keeps them. */
export interface WireTensor {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: Uint8Array<ArrayBuffer>;
  /**
   * Set where a float32 tensor crosses in fewer bytes (`type` is then what crosses): value = scale x (stored - zeroPoint).
   * Two numbers for the header; they are no part of `data`. See `core/onnx/cut/shipTensor.ts`.
   */
  readonly restore?: Affine;
}

/** value = scale x (stored - zeroPoint) */
export interface Affine {
  readonly scale: number;
  readonly zeroPoint: number;
}
