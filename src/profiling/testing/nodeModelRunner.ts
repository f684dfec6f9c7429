/** Opening and cutting models in Node: ONNX Runtime Web on one thread, for tests. */
import * as ort from 'onnxruntime-web';
import { captureStandardOutput } from '../../../edge/standardOutput';
import type { ModelRunner } from '../modelRunner';
import { createOrtModelRunner } from '../ortModelRunner';

export function createNodeModelRunner(): ModelRunner {
  ort.env.wasm.numThreads = 1;
  return createOrtModelRunner({
    ort,
    capturePrint: captureStandardOutput,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}
