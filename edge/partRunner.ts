/** What a session needs of whoever runs parts: `threadRunner.ts` in the server, fakes in tests. */
import type { Result } from '../src/core/result';
import type { WireTensor } from '../src/core/wire/wireTensor';
import type { PartFailure, PartLoaded, PartRun } from '../src/protocol/partApi';
import type { PartOptions } from './runtime';

export interface PartToLoad extends PartOptions {
  readonly model: Uint8Array<ArrayBuffer>;
}

/** One part of a model. Every call settles, also when the runner is closed or its thread dies. */
export interface PartRunner {
  load(part: PartToLoad): Promise<Result<PartLoaded, PartFailure>>;
  /** The tensors' memory is given away. */
  run(inputs: readonly WireTensor[]): Promise<Result<PartRun, PartFailure>>;
  /** Ends it: at once, or as soon as what it is at is over. */
  close(): void;
  /** Settles when it has ended and its memory is free. */
  readonly ended: Promise<void>;
}
