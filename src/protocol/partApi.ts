/** Contract with whoever runs one part of a split model: a worker of the page, or an edge server behind a WebSocket. */
import type { Result } from '../core/result';
import type { WireTensor } from '../core/wire/wireTensor';
import type { ModelPart } from './modelApi';

export type { WireTensor };

export interface PartLoad {
  readonly part: ModelPart;
  readonly backend: 'wasm' | 'webgpu';
  readonly threads: number;
  /** 'disabled' for bit-exact comparisons. */
  readonly optimisation: 'all' | 'disabled';
}
export interface PartLoaded {
  /** Making the session [s]; the first one of a worker loads the runtime too. */
  readonly createS: number;
  readonly threads: number;
}
export interface PartRun {
  readonly outputs: readonly WireTensor[];
  /** From inputs in hand to outputs in hand, copies into and out of the runtime included [s]. */
  readonly runS: number;
}
export type PartFailure =
  | { readonly kind: 'part-failed'; readonly message: string }
  | { readonly kind: 'out-of-memory'; readonly message: string };

export interface PartApi {
  load(request: PartLoad): Promise<Result<PartLoaded, PartFailure>>;
  run(inputs: readonly WireTensor[]): Promise<Result<PartRun, PartFailure>>;
}
