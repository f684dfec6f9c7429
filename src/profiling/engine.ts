/** The few things the measuring loop needs of a runtime, so that the same loop runs in a browser, in Node and on a fake. */
import type { AdapterFacts } from '../core/profile/detailsTypes';
import type { ElementType } from '../core/model/imported/types';
import type { WireTensor } from '../core/wire/wireTensor';

/** A model ready to run: unique node names, every size fixed, and something to feed it. */
export interface RunnableModel {
  readonly bytes: Uint8Array;
  /** External data, by the path that the model names. */
  readonly external: readonly { readonly path: string; readonly data: Uint8Array }[];
  /** One tensor for each input. */
  readonly feeds: readonly WireTensor[];
  /** Element types of its results: not every one can stay on a GPU. */
  readonly resultTypes: readonly ElementType[];
}

interface SessionOptions {
  /** Record every kernel call until `endProfiling`. */
  readonly profiled: boolean;
  /** GPU only: keep the feeds there, as a tensor that comes out of another session is. */
  readonly inputsOnGpu?: boolean;
}

export interface EngineSession {
  /** One inference on the fixed feeds, results copied out. */
  run(): Promise<void>;
  /**
   * GPU only: so many inferences one after the other, results left on the GPU; resolves when the GPU has done them all.
   * null: this engine has no queue, `run` is all there is.
   */
  readonly runQueued: ((runs: number) => Promise<void>) | null;
  /** The profile of every run so far, as the runtime prints it. Once per session. */
  endProfiling(): string | Promise<string>;
  readonly release: () => Promise<void>;
}

export interface Engine {
  /** Rejects with the runtime's own message. The first call loads the runtime. */
  createSession(model: RunnableModel, options: SessionOptions): Promise<EngineSession>;
  /** Monotone clock [s]. */
  now(): number;
  /** Unix time at which that clock read 0 [s]: where spells of a hidden page are to be placed. */
  readonly originS: number;
  /** Smallest step of that clock [s]. */
  readonly clockS: number;
  /** Reading of that clock when loading the runtime began; null where it was loaded before. */
  readonly startedS: number | null;
  /** Seconds of the time since then in which the runtime's files came over the network; null where nobody tells. */
  downloadS(): number | null;
  /** Threads it really runs on. */
  readonly threads: number;
  /** The GPU it runs on; null on a CPU. Known once a session was made. */
  adapter(): AdapterFacts | null;
  /** Bytes of the runtime's memory [B]; null where unknown. */
  heapBytes(): number | null;
  /** Lets pending messages (progress out, Cancel in) through. */
  breathe(): Promise<void>;
}

/** The GPU went away: a driver was reset, the browser took it back, or it ran out of memory. */
export class DeviceLost extends Error {
  override readonly name = 'DeviceLost';
}
