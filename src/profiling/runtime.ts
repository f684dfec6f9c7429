/** ONNX Runtime Web in this worker: the build that holds both the WebAssembly and the WebGPU back end. */
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import * as ort from 'onnxruntime-web/webgpu';
import type * as Ort from 'onnxruntime-web';
import { downloadSeconds } from '../core/profile/downloadTime';
import { ok, type Result } from '../core/result';
import { captureConsole } from './capturePrint';
import { type CapturePrint, createOrtEngine } from './createOrtEngine';
import type { Engine } from './engine';
import { createGpuQueue, type Device, findAdapter, type NavigatorWithGpu, type NoGpu } from './gpu';
import { watchMemory } from './watchMemory';

export interface StartedOrt {
  readonly ort: typeof ort;
  /** Threads it really runs on. */
  readonly threads: number;
  readonly capturePrint: CapturePrint;
  readonly breathe: () => Promise<void>;
}

/**
 * Prepares the runtime; the files load with the first session. Once per worker: the number of threads is fixed then.
 *
 * @param wanted - WebAssembly threads; a page that is not cross-origin isolated gets 1
 */
export function startOrt(wanted: number): StartedOrt {
  const threads = self.crossOriginIsolated ? wanted : 1;
  const capturePrint = captureConsole();
  const absolute = (url: string): string => new URL(url, self.location.href).href;
  ort.env.wasm.wasmPaths = { wasm: absolute(wasmUrl), mjs: absolute(glueUrl) };
  ort.env.wasm.numThreads = threads;
  return { ort, threads, capturePrint, breathe: nextMessage };
}

/**
 * The runtime behind the measuring loop's interface; see `startOrt`. Rejects never: where there is no GPU to run on, it says so.
 */
export async function startRuntime(
  backend: 'wasm' | 'webgpu',
  wanted: number,
): Promise<Result<Engine, NoGpu>> {
  const heapBytes = watchMemory();
  const { ort, threads, capturePrint, breathe } = startOrt(backend === 'webgpu' ? 1 : wanted);
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
