/** Capturing what ONNX Runtime Web prints in Node. */
import fs from 'node:fs';
import type { CapturePrint } from '../src/profiling/createOrtEngine';

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
