/** What an edge server needs of a runtime: open a part of a model, run it on tensors from the wire, let it go. */
import type { WireTensor } from '../src/core/wire/wireTensor';

export interface PartOptions {
  /** External data by the path that the model names. */
  readonly external: readonly { readonly path: string; readonly data: Uint8Array<ArrayBuffer> }[];
  readonly threads: number;
  /** 'disabled' for bit-exact comparisons. */
  readonly optimisation: 'all' | 'disabled';
}

export interface PartSession {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Threads it really runs on. */
  readonly threads: number;
  /** Every result of the part, in the order of `outputs`. Rejects with the runtime's own message. */
  run(inputs: readonly WireTensor[]): Promise<readonly WireTensor[]>;
  release(): Promise<void>;
}

export interface PartRuntime {
  readonly engine: 'native' | 'wasm';
  /** Version of ONNX Runtime. */
  readonly version: string;
  /** Most threads worth asking for: cores of this machine natively, 1 on WebAssembly in Node. */
  readonly maxThreads: number;
  /** Rejects with the runtime's own message. */
  createSession(model: Uint8Array, options: PartOptions): Promise<PartSession>;
}
