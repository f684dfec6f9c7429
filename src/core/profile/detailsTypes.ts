/** What a measurement tells beyond the times of the blocks. Kept in this browser and in exported files, not in documents. */
import type { Reason } from './reasonTypes';

/** One kernel of the runtime, over all measured runs. */
export interface KernelSummary {
  /** As the runtime's profiler reports it. */
  readonly name: string;
  /** ONNX operator type, or the GPU program ("FusedConv", "Conv2dMM"). */
  readonly kind: string;
  /** Execution provider ("CPUExecutionProvider", "WebGpuExecutionProvider"). */
  readonly provider: string;
  /** Index of the block its time counts for. */
  readonly block: number;
  /** Median of a run [s], all its calls in the run together; on a coarse clock the mean. 0: too short for the clock. */
  readonly medianS: number;
  /** Calls in a run. */
  readonly calls: number;
}

/** On which GPU, as far as the browser tells. */
export interface AdapterFacts {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  /** A software adapter: figures say nothing of a real GPU. */
  readonly isFallback: boolean;
  readonly hasTimestamps: boolean;
  readonly hasShaderF16: boolean;
}

export interface ProfileDetails {
  /** In order of execution. */
  readonly kernels: readonly KernelSummary[];
  /** GPU only: kernels that ran on the CPU, and copies between the two, in a run. */
  readonly fallbacks: readonly { readonly operator: string; readonly kind: string }[];
  readonly copies: number;
  readonly adapter: AdapterFacts | null;
  /**
   * End-to-end time of every plain run, in order [s], at most 240. Of a profile that another program wrote: of every profiled
   * run, the profiler's own work included.
   */
  readonly endToEndRunsS: readonly number[];
  /** Bytes of the runtime's memory at the end [B]; null where unknown. */
  readonly heapBytes: number | null;
  /** What is not steady and why, most telling first; `MeasuredSource.reason` says the same in words. Empty when good. */
  readonly reasons: readonly Reason[];
  /**
   * Blocks without a kernel of their own: the runtime folded them into others or runs them at no cost, and their time is
   * "below the clock".
   */
  readonly foldedBlocks: readonly number[];
  /** GPU only: end-to-end median of single runs whose results are copied back to the CPU [s]; null elsewhere. */
  readonly readBackS: number | null;
}
