/** The same engine in Node: ONNX Runtime Web on one thread, for tests. */
import fs from 'node:fs';
import * as ort from 'onnxruntime-web';
import { createOrtEngine, type CapturePrint } from '../createOrtEngine';
import type { Engine } from '../engine';

/** In Node the runtime prints through `fs.writeSync(1, ...)`, not through the console. */
export const captureStandardOutput: CapturePrint = (action) => {
  const writeSync = fs.writeSync;
  const decoder = new TextDecoder();
  let text = '';
  const intercept = (fd: number, data: NodeJS.ArrayBufferView | string, ...rest: unknown[]): number => {
    if (fd !== 1) return Reflect.apply(writeSync, fs, [fd, data, ...rest]) as number;
    text += typeof data === 'string' ? data : decoder.decode(part(data, rest), { stream: true });
    return typeof data === 'string' ? data.length : part(data, rest).byteLength;
  };
  fs.writeSync = intercept;
  try {
    action();
  } finally {
    fs.writeSync = writeSync;
  }
  return text;
};

/** The bytes that writeSync(fd, buffer, offset, length) means. */
function part(data: NodeJS.ArrayBufferView, [offset, length]: readonly unknown[]): Uint8Array {
  const start = typeof offset === 'number' ? offset : 0;
  const size = typeof length === 'number' ? length : data.byteLength - start;
  return new Uint8Array(data.buffer, data.byteOffset + start, size);
}

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
