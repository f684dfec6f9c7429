/** Every message between the page and an edge server. `encodeFrame.ts` and `decodeFrame.ts` say how they look as bytes. */
import type { ElementType } from '../model/imported/types';
import type { Affine } from './wireTensor';

/** Numbers a question and its answer, and the chunks that belong to either: 0 to 2^32 - 1, chosen by the page. */
type FrameId = number;

export interface EdgeFacts {
  /** As the server names itself ("laptop"). */
  readonly name: string;
  readonly engine: 'native' | 'wasm';
  /** Version of ONNX Runtime. */
  readonly engineVersion: string;
  readonly cores: number;
  /** Most threads it gives a part. */
  readonly threads: number;
  /** Largest model it takes [B]. */
  readonly maxModelBytes: number;
}

/** A tensor without its bytes, which follow in chunks: their number is the product of the shape and the type's size. */
export interface TensorHead {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  /** Of a float32 tensor that crosses in fewer bytes; see `WireTensor`. */
  readonly restore?: Affine;
}

/** Bytes of a question or an answer, in order; a transfer is complete when all announced bytes have come. */
interface Chunk {
  readonly kind: 'chunk';
  readonly id: FrameId;
  /** A view of the message: copy what is to be kept. */
  readonly data: Uint8Array;
}

export type ClientFrame =
  /** First of all. */
  | { readonly kind: 'hello'; readonly version: number; readonly token: string }
  | { readonly kind: 'ping'; readonly id: FrameId }
  /** Answered by `received` when `bytes` bytes of chunks have come. */
  | { readonly kind: 'blob-up'; readonly id: FrameId; readonly bytes: number }
  /** Answered by `bytes` bytes of chunks. */
  | { readonly kind: 'blob-down'; readonly id: FrameId; readonly bytes: number }
  /** Model and external data follow in chunks, one after the other, then `load-end`. Answered by `loaded` or `failed`. */
  | {
      readonly kind: 'load';
      readonly id: FrameId;
      /** Which of the page's parts: it may hold a few at once. One that was loaded into this slot before goes. */
      readonly slot: number;
      readonly threads: number;
      readonly optimisation: 'all' | 'disabled';
      readonly modelBytes: number;
      readonly externals: readonly { readonly path: string; readonly bytes: number }[];
    }
  /** SHA-256 over all chunks of the load. */
  | { readonly kind: 'load-end'; readonly id: FrameId; readonly hash: Uint8Array }
  /** The tensors' bytes follow in chunks. Answered by `ran` or `failed`. */
  | {
      readonly kind: 'run';
      readonly id: FrameId;
      readonly slot: number;
      readonly tensors: readonly TensorHead[];
    }
  /** The answer to this question is no longer wanted. */
  | { readonly kind: 'cancel'; readonly id: FrameId }
  | { readonly kind: 'release'; readonly slot: number }
  | { readonly kind: 'bye' }
  | Chunk;

export const refusals = ['version', 'token', 'busy'] as const;
export const partFailures = ['part-failed', 'out-of-memory'] as const;

export type ServerFrame =
  | { readonly kind: 'welcome'; readonly version: number; readonly facts: EdgeFacts }
  /** The connection ends after it. `version` is the one the server speaks. */
  | { readonly kind: 'refused'; readonly version: number; readonly reason: (typeof refusals)[number] }
  | { readonly kind: 'pong'; readonly id: FrameId }
  | { readonly kind: 'received'; readonly id: FrameId }
  | {
      readonly kind: 'loaded';
      readonly id: FrameId;
      /** Making the session [s]. */
      readonly createS: number;
      readonly threads: number;
    }
  /** The results' bytes follow in chunks. */
  | {
      readonly kind: 'ran';
      readonly id: FrameId;
      /** From inputs in hand to outputs in hand, on the server [s]. */
      readonly runS: number;
      readonly tensors: readonly TensorHead[];
    }
  | {
      readonly kind: 'failed';
      readonly id: FrameId;
      readonly failure: (typeof partFailures)[number];
      readonly message: string;
    }
  /** The connection ends after it. */
  | { readonly kind: 'bye'; readonly message: string }
  | Chunk;

/** Bytes that are no frame, or one that says what cannot be. */
export interface BadFrame {
  readonly kind: 'bad-frame';
  readonly message: string;
}
