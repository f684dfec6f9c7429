/** Running a split for real: hosts that run parts, and the links between them. */
import type { Result } from '../core/result';
import type { LinkRequest, Shipped } from '../core/split/shapedLink';
import type { PartFailure, PartLoad, PartLoaded, PartRun, WireTensor } from '../protocol/partApi';
import type { Cancelled, WorkerFailure } from './types';

type Answer<T> = Promise<Result<T, PartFailure | WorkerFailure | Cancelled>>;

/** One place that runs a part of a model: a worker of this page, or an edge server. Every call settles. */
export interface PartHost {
  /** Loading again replaces the part. */
  load(signal: AbortSignal, request: PartLoad): Answer<PartLoaded>;
  /** The tensors are handed over: their buffers must not be used afterwards. */
  run(signal: AbortSignal, inputs: readonly WireTensor[]): Answer<PartRun>;
  /** Ends it; calls in flight settle as cancelled. */
  close(): void;
}

/** Links between parts, shaped to capacities and delays. Waiting happens in a worker of its own. */
export interface LinkHost {
  /** Encodes, waits as the hops would take, decodes. The tensors are handed over. */
  ship(signal: AbortSignal, request: LinkRequest): Promise<Result<Shipped, WorkerFailure | Cancelled>>;
  close(): void;
}

export interface SplitService {
  /** A fresh worker of this page. */
  createWorkerHost(): PartHost;
  /** A fresh worker that stands for all links of a run. */
  createLink(): LinkHost;
  /** Monotone clock [s]. */
  now(): number;
}
