import type * as Ort from 'onnxruntime-web';
import type { CapturePrint } from './createOrtEngine';
import type { ModelRunner } from './modelRunner';
import { fromOrtTensor, toOrtTensor } from './ortTensor';

export interface OrtModelRunnerParts {
  readonly ort: Pick<typeof Ort, 'InferenceSession' | 'Tensor'>;
  readonly capturePrint: CapturePrint;
  readonly breathe: () => Promise<void>;
  /** Operators that WebGPU does not have run on the CPU. */
  readonly backend?: 'wasm' | 'webgpu';
}

/** ONNX Runtime behind the small interface of opening, cutting and running parts. */
export function createOrtModelRunner(parts: OrtModelRunnerParts): ModelRunner {
  const { ort, capturePrint, breathe, backend = 'wasm' } = parts;
  return {
    breathe,
    open: async (model, { external, optimisation, profiled }) => {
      const session = await ort.InferenceSession.create(model, {
        executionProviders: [backend],
        graphOptimizationLevel: optimisation,
        enableProfiling: profiled,
        // Without this the runtime refuses a model that names external data; with it, one that does not.
        ...(external.length > 0 && { externalData: [...external] }),
        // Warnings about unused initialisers would flood the console.
        logSeverityLevel: 3,
      });
      return {
        inputs: session.inputNames,
        outputs: session.outputNames,
        run: async (feeds) => {
          const given = Object.fromEntries(feeds.map((feed) => [feed.name, toOrtTensor(ort, feed)]));
          const results = await session.run(given);
          return session.outputNames.flatMap((name) => {
            const result = results[name];
            return result === undefined ? [] : (fromOrtTensor(name, result) ?? []);
          });
        },
        endProfiling: () => capturePrint(() => session.endProfiling()),
        release: () => session.release(),
      };
    },
  };
}
