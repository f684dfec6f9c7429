import type * as Ort from 'onnxruntime-web';
import { createRandom } from '../core/random';
import type { Engine, ModelInput } from './engine';

/** Collects what the runtime prints while `action` runs. */
export type CapturePrint = (action: () => void) => string;

export interface OrtEngineParts {
  readonly ort: Pick<typeof Ort, 'InferenceSession' | 'Tensor'>;
  readonly threads: number;
  readonly capturePrint: CapturePrint;
  /** Monotone clock [ms], as performance.now. */
  readonly nowMs: () => number;
  readonly breathe: () => Promise<void>;
}

/** ONNX Runtime Web behind the measuring loop's interface: CPU kernels in WebAssembly, all optimisations on. */
export function createOrtEngine({ ort, threads, capturePrint, nowMs, breathe }: OrtEngineParts): Engine {
  return {
    clockS: clockStepS(nowMs),
    now: () => nowMs() / 1e3,
    threads,
    breathe,
    async createSession(model, { profiled, input }) {
      const session = await ort.InferenceSession.create(model, {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
        enableProfiling: profiled,
        // Warnings about unused initialisers would flood the console.
        logSeverityLevel: 3,
      });
      const feeds = { [input.name]: new ort.Tensor('float32', pixels(input), input.shape) };
      return {
        run: async () => {
          await session.run(feeds);
        },
        endProfiling: () => capturePrint(() => session.endProfiling()),
        release: () => session.release(),
      };
    },
  };
}

/** Any fixed picture will do: the kernels' time does not depend on the values, as long as none is denormal. */
function pixels({ shape }: ModelInput): Float32Array {
  const random = createRandom(1);
  return Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, () =>
    random.next(),
  );
}

/** The profile's own time stamps are whole microseconds. */
const finestS = 1e-6;
const stepsLookedAt = 20;

/**
 * Smallest step the clock makes [s]: browsers coarsen it, by how much depends on the browser and on cross-origin isolation,
 * so it is looked at rather than assumed.
 */
export function clockStepS(nowMs: () => number): number {
  let smallest = Infinity;
  for (let steps = 0, last = nowMs(); steps < stepsLookedAt;) {
    const now = nowMs();
    if (now > last) {
      smallest = Math.min(smallest, now - last);
      steps += 1;
      last = now;
    }
  }
  // A step like 0.004999999888241291 ms is 5 us.
  return Math.max(finestS, Number((smallest / 1e3).toPrecision(2)));
}
