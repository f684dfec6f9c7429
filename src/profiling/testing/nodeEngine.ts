/** The same engine in Node: ONNX Runtime Web on one thread, for tests. */
import * as ort from 'onnxruntime-web';
import { captureStandardOutput } from '../../../edge/standardOutput';
import { createOrtEngine } from '../createOrtEngine';
import type { Engine } from '../engine';

/** All engines of a process share the runtime. */
let isLoaded = false;

export function createNodeEngine(): Engine {
  ort.env.wasm.numThreads = 1;
  const startedMs = isLoaded ? null : performance.now();
  isLoaded = true;
  return createOrtEngine({
    ort,
    sessionOptions: { executionProviders: ['wasm'] },
    threads: 1,
    readProfile: (session) => captureStandardOutput(() => session.endProfiling()),
    nowMs: () => performance.now(),
    originMs: performance.timeOrigin,
    startedMs,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}
