/** A workload as solvers see it. */

/** A block of a workload with everything that profiles and costs need. */
export interface WorkloadBlock {
  /** Unique within a catalogue model; as the user wrote it in a custom chain. */
  readonly name: string;
  /** Short label for a chart column. */
  readonly label: string;
  /** Multiply-accumulates. A custom block given in seconds has 1e9 of them per second, the rate of a 1x node. */
  readonly macs: number;
  readonly parameters: number;
  /** Bytes of all constants at fp32. */
  readonly weightBytes: number;
  /** Bytes of activations read and written at fp32. */
  readonly activationBytes: number;
  /** Kernels that a framework without fusion starts. */
  readonly kernels: number;
}

/** A workload as solvers see it: L blocks, L + 1 boundaries, the workload's precisions applied. */
export interface WorkloadChain {
  readonly name: string;
  /** Same key, same blocks: "mobilenet-v2@224x1#89abcdef". Precisions and names of custom chains are not part of it. */
  readonly modelKey: string;
  readonly blocks: readonly WorkloadBlock[];
  /** Bytes that cross boundary k (0: the input, L: the output), every live tensor once. */
  readonly boundaryBytes: readonly number[];
  /** Names of the tensors that cross boundary k. */
  readonly boundaryTensors: readonly (readonly string[])[];
}
