/** What profiling will cost, told before it starts. Constants, so that the page need not load the runtime to know its size. */
import { workloadChain } from '../model/workloadChain';
import type { CatalogueWorkload } from '../scenario/types';
import { stopping } from './stoppingRule';

export interface RuntimeFile {
  /** Name inside onnxruntime-web/dist. */
  readonly name: string;
  /** Uncompressed [B]. */
  readonly bytes: number;
}

/** Files of onnxruntime-web that the profiler worker loads; a test compares them with what is installed. */
export const runtimeFiles: readonly RuntimeFile[] = [
  { name: 'ort-wasm-simd-threaded.asyncify.wasm', bytes: 26_781_914 },
  { name: 'ort-wasm-simd-threaded.asyncify.mjs', bytes: 53_057 },
  { name: 'ort.webgpu.min.mjs', bytes: 66_349 },
];

export interface TransferEstimate {
  /** Upper bound of what is transferred [B]: hosts that compress send a quarter of it, a warm cache nothing. */
  readonly upToBytes: number;
  /** Time from start to result once the files are there [s]: steady machine, restless machine. */
  readonly secondsFrom: number;
  readonly secondsTo: number;
}

/** Typical rate of one WebAssembly thread with SIMD [MAC/s] (ResNet-18 in 140 ms, MobileNetV2 in 35 ms on 2.6 GHz). */
const typicalMacsPerS = 1e10;
/** Starting the runtime, making the model and its sessions [s]. */
const setUpS = 1.5;
/** Sessions are made afresh for every batch of profiled runs: part of the run's own cost. */
const batchOverhead = 1.2;
const warmUpRuns = 8;
const slowestWarmUpS = 2;

/**
 * @param configurations - profiles taken one after the other (one thread, then several)
 */
export function transferEstimate(workload: CatalogueWorkload, configurations: number): TransferEstimate {
  const macs = workloadChain(workload).blocks.reduce((sum, block) => sum + block.macs, 0);
  const runS = macs / typicalMacsPerS;
  // A plain and a profiled run each.
  const pairs = (runs: number): number => 2 * runs * runS * batchOverhead;
  const fewest = Math.max(
    pairs(stopping.fewestRuns),
    Math.min(stopping.maximumS, pairs(stopping.minimumRuns)),
  );
  const most = Math.max(fewest, stopping.maximumS);
  const warmUpS = Math.min(warmUpRuns * runS, slowestWarmUpS);
  return {
    upToBytes: runtimeFiles.reduce((sum, { bytes }) => sum + bytes, 0),
    secondsFrom: configurations * (setUpS + warmUpS + fewest),
    secondsTo: configurations * (setUpS + slowestWarmUpS + most),
  };
}
