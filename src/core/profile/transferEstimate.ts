/** What profiling will cost, told before it starts. Constants, so that the page need not load the runtime to know its size. */
import { workloadChain } from '../model/workloadChain';
import type { RunnableWorkload } from '../scenario/types';
import { settling, stopping } from './stoppingRule';

export interface RuntimeFile {
  /** Name inside onnxruntime-web/dist. */
  readonly name: string;
  /** Uncompressed [B]. */
  readonly bytes: number;
}

/** Files of onnxruntime-web that the profiler worker loads, by back end; a test compares them with what is installed. */
export const runtimeFiles: Readonly<Record<Configuration['backend'], readonly RuntimeFile[]>> = {
  wasm: [
    { name: 'ort-wasm-simd-threaded.wasm', bytes: 14_239_897 },
    { name: 'ort-wasm-simd-threaded.mjs', bytes: 24_381 },
    { name: 'ort.wasm.min.mjs', bytes: 50_126 },
  ],
  webgpu: [
    { name: 'ort-wasm-simd-threaded.asyncify.wasm', bytes: 26_781_914 },
    { name: 'ort-wasm-simd-threaded.asyncify.mjs', bytes: 53_057 },
    { name: 'ort.webgpu.min.mjs', bytes: 66_349 },
  ],
};

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
/** Warm-up: usually so many runs, of a slow model until this [s], of a restless machine until that, two runs at least. */
const warmUp = { runs: 8, settledS: 2, patienceS: 3, fewestRuns: 2 } as const;
/** One run finds out how many the clock can time together. */
const trialRuns = 1;
/** Profiled runs come in batches of a fresh session each, whose first run is not counted. */
const batches = { steady: 2, slow: 1, most: 4 } as const;
/** Runs in the first batch: a model that reaches the time limit within it needs no second one. */
const firstBatchRuns = 5;

/** What one profile runs on. */
export interface Configuration {
  readonly backend: 'wasm' | 'webgpu';
  /** WebAssembly threads; 1 on the GPU. */
  readonly threads: number;
}

/**
 * On a GPU nobody knows the speed beforehand. Assumed: starting it, compiling a shader for each block (10 to 100 ms), and
 * runs that end as soon as they may or go on until the limit [s].
 */
const gpu = { setUpS: 2, shaderFromS: 0.01, shaderToS: 0.1, fewestS: 1 } as const;

/** @param configurations - profiles taken one after the other, a worker each: the files of a back end are transferred once */
export function transferEstimate(
  workload: RunnableWorkload,
  configurations: readonly Configuration[],
): TransferEstimate {
  const { blocks } = workloadChain(workload);
  const macs = blocks.reduce((sum, block) => sum + block.macs, 0);
  const backends = [...new Set(configurations.map(({ backend }) => backend))];
  const spans = configurations.map(({ backend }) =>
    backend === 'wasm' ? wasmSpan(macs / typicalMacsPerS) : gpuSpan(blocks.length),
  );
  return {
    upToBytes: backends
      .flatMap((backend) => runtimeFiles[backend])
      .reduce((sum, { bytes }) => sum + bytes, 0),
    secondsFrom: spans.reduce((sum, [from]) => sum + from, 0),
    secondsTo: spans.reduce((sum, [, to]) => sum + to, 0),
  };
}

function gpuSpan(kernels: number): readonly [number, number] {
  return [
    gpu.setUpS + gpu.shaderFromS * kernels + gpu.fewestS,
    gpu.setUpS + gpu.shaderToS * kernels + warmUp.patienceS + stopping.maximumS,
  ];
}

/** @param runS - one run on one thread; more threads are counted as one, because nobody knows how many cores are free [s] */
function wasmSpan(runS: number): readonly [number, number] {
  // A plain and a profiled run each; the limit is looked at after a pair, so that it is overrun by up to one.
  const pairS = 2 * runS;
  const pairsUntilLimit = Math.max(stopping.fewestRuns, Math.ceil(stopping.maximumS / pairS));
  const fewestPairs = Math.min(stopping.minimumRuns, pairsUntilLimit);
  const slowestS = Math.max(fewestPairs * pairS, stopping.maximumS + pairS);
  const isSlow = fewestPairs <= firstBatchRuns;
  const settledPairs = Math.min(settling.runs, Math.ceil(settling.patienceS / runS));
  const uncounted = (sessions: number): number => (trialRuns + sessions) * runS;
  const from =
    Math.min(warmUp.runs * runS, Math.max(warmUp.settledS, warmUp.fewestRuns * runS)) +
    uncounted(isSlow ? batches.slow : batches.steady) +
    settledPairs * pairS * (isSlow ? batches.slow : batches.steady) +
    fewestPairs * pairS;
  const to =
    Math.max(warmUp.patienceS, warmUp.fewestRuns * runS) +
    uncounted(isSlow ? batches.steady : batches.most) +
    // Only the plain one of each pair counts towards the patience; the last pair overruns it.
    2 * settling.patienceInAllS +
    pairS +
    slowestS;
  return [setUpS + from, setUpS + to];
}
