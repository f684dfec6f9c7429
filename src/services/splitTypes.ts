/** Running a split for real: hosts that run parts, and the links between them. */
import type { Result } from '../core/result';
import type { PartFailure, PartLoad, PartLoaded, PartRun, WireTensor } from '../protocol/partApi';
import type { Cancelled, WorkerFailure } from './types';

type Answer<T> = Promise<Result<T, PartFailure | WorkerFailure | Cancelled>>;

/** One place that runs a part of a model: a worker of this page, or an edge server. Every call settles. */
export interface PartHost {
  load(signal: AbortSignal, request: PartLoad): Answer<PartLoaded>;
  run(signal: AbortSignal, inputs: readonly WireTensor[]): Answer<PartRun>;
  /** Ends it; calls in flight settle as cancelled. */
  close(): void;
}

export interface SplitService {
  /** A fresh worker of this page. */
  createWorkerHost(): PartHost;
  /** Waits as a link would: until `bytes` at this capacity and the fixed delay are over since `sinceS`. Exact to a millisecond. */
  waitForLink(
    signal: AbortSignal,
    link: {
      readonly sinceS: number;
      readonly bytes: number;
      readonly bitsPerSecond: number;
      readonly delayS: number;
    },
  ): Promise<Result<{ readonly arrivedS: number }, Cancelled>>;
  /** Monotone clock [s]. */
  now(): number;
}
