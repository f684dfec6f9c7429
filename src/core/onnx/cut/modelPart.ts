/**
 * A runnable piece of a model. It lists only what it needs and makes: a tensor that merely passes it by goes around it
 * (`shipmentsOf`). A part that makes nothing (its blocks' results are not wanted) has no outputs and is not run.
 */
export interface ModelPart {
  /** Blocks from..to (end excluded). */
  readonly from: number;
  readonly to: number;
  /** A whole ONNX model: it opens by itself. */
  readonly model: Uint8Array<ArrayBuffer>;
  /** External data it still refers to, cut down to what it uses: one file at most. */
  readonly external: readonly { readonly path: string; readonly data: Uint8Array<ArrayBuffer> }[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}
