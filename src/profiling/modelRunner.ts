/** The few things that opening and cutting a model need of a runtime: the same code runs in a browser worker and in Node. */
import type { WireTensor } from '../core/wire/wireTensor';

export interface ModelRunner {
  /** Rejects with the runtime's own message. The first call loads the runtime. */
  open(model: Uint8Array, options: OpenOptions): Promise<ModelSession>;
  /** Lets pending messages (progress out) through. */
  breathe(): Promise<void>;
}

interface OpenOptions {
  readonly external: readonly { readonly path: string; readonly data: Uint8Array }[];
  readonly optimisation: 'all' | 'disabled';
  /** Record every kernel call until `endProfiling`. */
  readonly profiled: boolean;
}

export interface ModelSession {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** One inference. Results that are no tensors of numbers (sequences, text) are left out. */
  run(feeds: readonly WireTensor[]): Promise<readonly WireTensor[]>;
  /** The profile of every run so far, as the runtime prints it. Once per session. */
  endProfiling(): string;
  release(): Promise<void>;
}
