/** ONNX Runtime Web in this worker: the build that holds both the WebAssembly and the WebGPU back end. */
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import * as ort from 'onnxruntime-web/webgpu';
import { captureConsole } from './capturePrint';
import { type CapturePrint, createOrtEngine } from './createOrtEngine';
import type { Engine } from './engine';

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

/** The runtime behind the measuring loop's interface; see `startOrt`. */
export function startRuntime(wanted: number): Engine {
  return createOrtEngine({ ...startOrt(wanted), nowMs: () => performance.now() });
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
