/**
 * ONNX Runtime Web in this worker, a build for each back end. The one with WebGPU could run both, but its functions are so large
 * that browsers optimise one of them for half a minute on every core, in every worker: what runs meanwhile takes twice as long.
 */
import cpuGlueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import cpuWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import gpuGlueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type * as Ort from 'onnxruntime-web';
import { downloadSeconds } from '../core/profile/downloadTime';
import { ok, type Result } from '../core/result';
import { captureConsole } from './capturePrint';
import { type CapturePrint, createOrtEngine } from './createOrtEngine';
import type { Engine } from './engine';
import { createGpuQueue, type Device, findAdapter, type NavigatorWithGpu, type NoGpu } from './gpu';
import { watchMemory } from './watchMemory';

export interface StartedOrt {
  readonly ort: typeof Ort;
  /** Threads it really runs on. */
  readonly threads: number;
  readonly capturePrint: CapturePrint;
  readonly breathe: () => Promise<void>;
}

const builds = {
  wasm: { load: () => import('onnxruntime-web/wasm'), wasmUrl: cpuWasmUrl, glueUrl: cpuGlueUrl },
  webgpu: { load: () => import('onnxruntime-web/webgpu'), wasmUrl: gpuWasmUrl, glueUrl: gpuGlueUrl },
} as const;

/**
 * Prepares the runtime; its WebAssembly loads with the first session. Once per worker: the number of threads is fixed then.
 * Rejects where the code does not load.
 *
 * @param wanted - WebAssembly threads; a page that is not cross-origin isolated gets 1
 */
export async function startOrt(backend: 'wasm' | 'webgpu', wanted: number): Promise<StartedOrt> {
  const { load, wasmUrl, glueUrl } = builds[backend];
  const threads = self.crossOriginIsolated ? wanted : 1;
  const capturePrint = captureConsole();
  const ort = await load();
  const absolute = (url: string): string => new URL(url, self.location.href).href;
  ort.env.wasm.wasmPaths = { wasm: absolute(wasmUrl), mjs: absolute(glueUrl) };
  ort.env.wasm.numThreads = threads;
  return { ort, threads, capturePrint, breathe: nextMessage };
}

/**
 * The runtime behind the measuring loop's interface; see `startOrt`. Where there is no GPU to run on, it says so.
 */
export async function startRuntime(
  backend: 'wasm' | 'webgpu',
  wanted: number,
): Promise<Result<Engine, NoGpu>> {
  const heapBytes = watchMemory();
  const { ort, threads, capturePrint, breathe } = await startOrt(backend, backend === 'webgpu' ? 1 : wanted);
  const parts = {
    ort,
    threads,
    breathe,
    heapBytes,
    sessionOptions: { executionProviders: [backend] },
    readProfile: (session: Pick<Ort.InferenceSession, 'endProfiling'>) =>
      capturePrint(() => session.endProfiling()),
    nowMs: () => performance.now(),
    originMs: performance.timeOrigin,
    // A worker's clock starts when the page asks for the worker.
    startedMs: 0,
    downloadS: () => downloadSeconds(performance.getEntriesByType('resource') as PerformanceResourceTiming[]),
  };
  if (backend === 'wasm') return ok(createOrtEngine(parts));
  const adapter = await findAdapter(self.navigator as NavigatorWithGpu);
  if (!adapter.ok) return adapter;
  const device = (): Promise<Device> => ort.env.webgpu.device as Promise<Device>;
  return ok(createOrtEngine({ ...parts, gpu: createGpuQueue(adapter.value, device) }));
}

/** One turn of the event loop. A timer would be clamped to 4 ms. */
function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
