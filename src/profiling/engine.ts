/** The few things the measuring loop needs of a runtime, so that the same loop runs in a browser, in Node and on a fake. */

export interface ModelInput {
  readonly name: string;
  /** [1, C, H, W] */
  readonly shape: readonly number[];
}

interface SessionOptions {
  /** Record every kernel call until `endProfiling`. */
  readonly profiled: boolean;
  readonly input: ModelInput;
}

export interface EngineSession {
  /** One inference on a fixed input, output copied out. */
  run(): Promise<void>;
  /** The profile of every run so far, as the runtime prints it. Once per session. */
  endProfiling(): string;
  release(): Promise<void>;
}

export interface Engine {
  /** Rejects with the runtime's own message. The first call loads the runtime. */
  createSession(model: Uint8Array, options: SessionOptions): Promise<EngineSession>;
  /** Monotone clock [s]. */
  now(): number;
  /** Smallest step of that clock [s]. */
  readonly clockS: number;
  /** Threads it really runs on. */
  readonly threads: number;
  /** Lets pending messages (progress out, Cancel in) through. */
  breathe(): Promise<void>;
}
