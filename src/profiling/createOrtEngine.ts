import type * as Ort from 'onnxruntime-web';
import { findClockStepS } from '../core/clockStep';
import type { AdapterFacts } from '../core/profile/detailsTypes';
import type { WireTensor } from '../core/wire/wireTensor';
import type { Engine, EngineSession, RunnableModel } from './engine';
import { toOrtTensor } from './ortTensor';

/** Collects what the runtime prints while `action` runs. */
export type CapturePrint = (action: () => void) => string;

/** What an engine needs of a GPU beside the runtime. */
export interface GpuQueue {
  adapter(): AdapterFacts | null;
  /** Resolves when everything handed over was done. */
  done(): Promise<void>;
  /** Rejects with `DeviceLost` if the GPU goes away before `work` is done, which then may never settle. */
  orLost<T>(work: Promise<T>): Promise<T>;
  /** A buffer on the GPU with these bytes, and how to give it back. */
  upload(data: Uint8Array): Promise<UploadedBuffer>;
}

export interface UploadedBuffer {
  readonly buffer: Ort.Tensor.GpuBufferType;
  readonly destroy: () => void;
}

export interface OrtEngineParts {
  readonly ort: Pick<typeof Ort, 'InferenceSession' | 'Tensor'>;
  /** What every session is made with: execution providers, threads where they are a matter of the session. */
  readonly sessionOptions: Ort.InferenceSession.SessionOptions;
  /** Threads it really runs on. */
  readonly threads: number;
  /** Ends a session's profiling and fetches what it wrote. */
  readonly readProfile: (session: Ort.InferenceSession) => string | Promise<string>;
  /** Monotone clock [ms], as performance.now. */
  readonly nowMs: () => number;
  /** Unix time at which that clock read 0 [ms], as performance.timeOrigin. */
  readonly originMs: number;
  /** Reading of that clock when loading the runtime began [ms]; null where it was loaded before. */
  readonly startedMs: number | null;
  /** As the engine's; left out where nothing is downloaded. */
  readonly downloadS?: () => number | null;
  readonly breathe: () => Promise<void>;
  readonly heapBytes?: () => number | null;
  readonly gpu?: GpuQueue;
}

/** The profile's own time stamps are whole microseconds. */
const finestS = 1e-6;

/** ONNX Runtime behind the measuring loop's interface, all optimisations on. */
export function createOrtEngine(parts: OrtEngineParts): Engine {
  const { ort, sessionOptions, threads, readProfile, nowMs, originMs, startedMs, breathe, gpu } = parts;
  const orLost = <T>(work: Promise<T>): Promise<T> => gpu?.orLost(work) ?? work;
  return {
    clockS: Math.max(finestS, findClockStepS(nowMs)),
    now: () => nowMs() / 1e3,
    originS: originMs / 1e3,
    startedS: startedMs === null ? null : startedMs / 1e3,
    downloadS: parts.downloadS ?? (() => null),
    threads,
    adapter: () => gpu?.adapter() ?? null,
    heapBytes: parts.heapBytes ?? (() => null),
    breathe,
    async createSession(model, { profiled, inputsOnGpu = false }) {
      const keepOnGpu = gpu !== undefined && !profiled && canStayOnGpu(model);
      const session = await orLost(
        ort.InferenceSession.create(model.bytes, {
          ...sessionOptions,
          graphOptimizationLevel: 'all',
          enableProfiling: profiled,
          // Warnings about unused initialisers would flood the console.
          logSeverityLevel: 3,
          // Without this the runtime refuses a model that names external data; with it, one that does not.
          ...(model.external.length > 0 && { externalData: [...model.external] }),
          ...(keepOnGpu && { preferredOutputLocation: 'gpu-buffer' }),
        }),
      );
      const named: (readonly [string, Ort.Tensor])[] = [];
      for (const feed of model.feeds)
        named.push([
          feed.name,
          inputsOnGpu && gpu !== undefined ? await onGpu(ort, gpu, feed) : toOrtTensor(ort, feed),
        ]);
      // Not by assignment: an input may be called "__proto__".
      const feeds = Object.fromEntries(named);
      return {
        ...runsOf(session, feeds, keepOnGpu ? gpu : undefined, orLost),
        endProfiling: () => readProfile(session),
        release: async () => {
          for (const feed of Object.values(feeds)) feed.dispose();
          await session.release();
        },
      };
    },
  };
}

async function onGpu(ort: OrtEngineParts['ort'], gpu: GpuQueue, feed: WireTensor): Promise<Ort.Tensor> {
  if (!gpuTypes.has(feed.type)) return toOrtTensor(ort, feed);
  const { buffer, destroy } = await gpu.upload(feed.data);
  const dataType = feed.type as Ort.Tensor.GpuBufferDataTypes;
  return ort.Tensor.fromGpuBuffer(buffer, { dataType, dims: [...feed.shape], dispose: destroy });
}

function runsOf(
  session: Ort.InferenceSession,
  feeds: Record<string, Ort.Tensor>,
  gpu: GpuQueue | undefined,
  orLost: <T>(work: Promise<T>) => Promise<T>,
): Pick<EngineSession, 'run' | 'runQueued'> {
  if (gpu === undefined)
    return {
      run: async () => {
        await orLost(session.run(feeds));
      },
      runQueued: null,
    };
  return {
    run: async () => {
      const results = await orLost(session.run(feeds));
      for (const result of Object.values(results)) {
        await orLost(result.getData());
        result.dispose();
      }
    },
    // The promise of a run settles when its work was handed over; only the queue knows when it was done.
    runQueued: async (runs) => {
      for (let run = 0; run < runs; run += 1) {
        const results = await orLost(session.run(feeds));
        for (const result of Object.values(results)) result.dispose();
      }
      await orLost(gpu.done());
    },
  };
}

/** Types whose tensors the runtime can leave in a GPU buffer. */
const gpuTypes = new Set(['float32', 'float16', 'int32', 'uint32', 'int64', 'uint64', 'uint8', 'bool']);
const canStayOnGpu = ({ resultTypes }: RunnableModel): boolean =>
  resultTypes.every((type) => gpuTypes.has(type));
