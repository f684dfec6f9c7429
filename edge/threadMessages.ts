/** What the server and a part's thread say to each other. Answers come in the order of the questions. */
import type { WireTensor } from '../src/core/wire/wireTensor';
import type { Result } from '../src/core/result';
import type { PartFailure, PartLoaded, PartRun } from '../src/protocol/partApi';
import type { PartToLoad } from './partRunner';

export type EngineName = 'native' | 'wasm';

export interface EngineFacts {
  readonly engine: EngineName;
  /** Version of ONNX Runtime. */
  readonly version: string;
  readonly maxThreads: number;
}

/** The thread's first message: its engine is ready, or why it is not. */
export type ThreadReady = Result<EngineFacts, PartFailure>;

export type ThreadQuestion =
  | { readonly kind: 'load'; readonly part: PartToLoad }
  | { readonly kind: 'run'; readonly inputs: readonly WireTensor[] }
  /** Not answered: the thread lets go of everything and ends. */
  | { readonly kind: 'end' };

export type ThreadAnswer = Result<PartLoaded | PartRun, PartFailure>;
