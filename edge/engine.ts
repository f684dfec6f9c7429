/** ONNX Runtime in Node, native or WebAssembly, for whoever runs parts of a model or measures one. */
import { availableParallelism } from 'node:os';
import * as web from 'onnxruntime-web';
import { ok, type Result } from '../src/core/result';
import { createOrtEngine } from '../src/profiling/createOrtEngine';
import type { Engine } from '../src/profiling/engine';
import type { ModelRunner } from '../src/profiling/modelRunner';
import { createOrtModelRunner } from '../src/profiling/ortModelRunner';
import { dressNative, type DressedOrt } from './nativeOrt';
import { loadNative, type NativeFault } from './nativePackage';
import type { PartRuntime } from './runtime';
import { captureStandardOutput } from './standardOutput';

/** Runs parts, and measures whole models on a number of threads. */
export interface NodeRuntime extends PartRuntime {
  engineFor(threads: number): Engine;
}

/** One turn of the event loop. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The native build, if edge/node_modules has it (`installNative` puts it there). Each session has threads of its own. A run holds
 * up the event loop until it is done.
 */
export function createNativeRuntime(): Result<NodeRuntime, NativeFault> {
  const startedMs = performance.now();
  const loaded = loadNative();
  if (!loaded.ok) return loaded;
  const native = loaded.value;
  const loadedInMs = performance.now() - startedMs;
  let isUsed = false;
  const { versions } = native.env;
  return ok(
    runtimeOf({
      engine: 'native',
      version: versions.node ?? versions.common,
      maxThreads: availableParallelism(),
      dressed: (threads) => {
        isUsed = true;
        return dressNative(native, threads);
      },
      loadedInMs: () => (isUsed ? null : loadedInMs),
    }),
  );
}

/** The same over WebAssembly: always there, on one thread, three to four times slower. */
export function createWasmRuntime(): NodeRuntime {
  const { versions } = web.env;
  return runtimeOf({
    engine: 'wasm',
    version: versions.web ?? versions.common,
    maxThreads: 1,
    dressed: dressWasm,
    loadedInMs: () => (isWasmUsed ? null : 0),
  });
}

/**
 * Opens models as the page does: blocks are what this build fuses, so that times measured with any engine fit the page's model.
 */
export function createWasmRunner(): ModelRunner {
  return createOrtModelRunner({ ...dressWasm(), breathe });
}

/** Its WebAssembly loads with the first session, once a process. */
let isWasmUsed = false;

function dressWasm(): DressedOrt {
  isWasmUsed = true;
  web.env.wasm.numThreads = 1;
  return { ort: web, capturePrint: captureStandardOutput };
}

interface RuntimeParts extends Pick<NodeRuntime, 'engine' | 'version' | 'maxThreads'> {
  readonly dressed: (threads: number) => DressedOrt;
  /** What loading took so far [ms]; null where somebody used it before. Its own start is measured. */
  readonly loadedInMs: () => number | null;
}

function runtimeOf({ engine, version, maxThreads, dressed, loadedInMs }: RuntimeParts): NodeRuntime {
  const usable = (threads: number): number => Math.max(1, Math.min(maxThreads, Math.floor(threads)));
  return {
    engine,
    version,
    maxThreads,
    async createSession(model, { external, threads, optimisation }) {
      const runner = createOrtModelRunner({ ...dressed(usable(threads)), breathe });
      const session = await runner.open(model, { external, optimisation, profiled: false });
      return {
        inputs: session.inputs,
        outputs: session.outputs,
        threads: usable(threads),
        run: (inputs) => session.run(inputs),
        release: () => session.release(),
      };
    },
    engineFor(threads) {
      const tookMs = loadedInMs();
      const { ort, capturePrint } = dressed(usable(threads));
      return createOrtEngine({
        ort,
        sessionOptions: { executionProviders: ['wasm'] },
        threads: usable(threads),
        readProfile: (session) => capturePrint(() => session.endProfiling()),
        nowMs: () => performance.now(),
        originMs: performance.timeOrigin,
        startedMs: tookMs === null ? null : performance.now() - tookMs,
        breathe,
      });
    },
  };
}
