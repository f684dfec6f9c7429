/** "Run this split": the planned cut, executed. */
import type { PartFailure } from '../protocol/partApi';
import type { ModelFault } from '../core/onnx/modelFacts';
import type { WorkerFailure } from '../services/types';

export type SplitRunState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly fraction: number }
  | { readonly status: 'failed'; readonly failure: PartFailure | ModelFault | WorkerFailure };

export interface SplitRunActions {
  /** Runs the shown plan. */
  readonly runSplit: () => Promise<void>;
  readonly cancelSplit: () => void;
}
