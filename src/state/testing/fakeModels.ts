/** A model service that answers when the test says so, and a store that is a map. */
import type { DimensionAsk, ModelFacts, Verdict } from '../../core/onnx/modelFacts';
import type { ModelGraph } from '../../core/model/imported/types';
import { err, ok, type Result } from '../../core/result';
import type { ImportedWorkload } from '../../core/scenario/types';
import type {
  CheckedCut,
  CheckRequest,
  CutRequest,
  ModelPart,
  ModelProgress,
  OpenRequest,
} from '../../protocol/modelApi';
import type { FileBytes, ModelFiles } from '../../protocol/modelFiles';
import type { ModelService, ModelStore, StoredModel } from '../../services/modelTypes';
import type { StorageFailure } from '../../services/types';
import { settled } from './fakeServices';

type Answers = {
  readonly [K in 'inspect' | 'open' | 'checkCuts' | 'cut']: Awaited<ReturnType<ModelService[K]>>;
};

interface Call<Input, K extends keyof Answers> {
  readonly input: Input;
  readonly signal: AbortSignal;
  readonly answer: (answer: Answers[K]) => Promise<void>;
}

export function createFakeModels() {
  const inspects: Call<ModelFiles, 'inspect'>[] = [];
  const opens: (Call<OpenRequest, 'open'> & { readonly progress: (progress: ModelProgress) => void })[] = [];
  const checks: (Call<CheckRequest, 'checkCuts'> & {
    readonly progress: (progress: ModelProgress, cuts: readonly CheckedCut[]) => void;
  })[] = [];
  const cuts: Call<CutRequest, 'cut'>[] = [];
  const kept = new Map<string, { readonly model: StoredModel; readonly files: ModelFiles }>();
  const failures: { storage: StorageFailure | null } = { storage: null };

  const call = <Input, K extends keyof Answers>(
    signal: AbortSignal,
    input: Input,
    take: (call: Call<Input, K>) => void,
  ): Promise<Answers[K]> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(err({ kind: 'cancelled' }) as Answers[K]));
      const answer = async (value: Answers[K]): Promise<void> => {
        resolve(value);
        await settled();
      };
      take({ input, signal, answer });
    });

  const models: ModelService = {
    inspect: (signal, files) => call(signal, files, (one: Call<ModelFiles, 'inspect'>) => inspects.push(one)),
    open: (signal, request, progress) =>
      call(signal, request, (one: Call<OpenRequest, 'open'>) => opens.push({ ...one, progress })),
    checkCuts: (signal, request, progress) =>
      call(signal, request, (one: Call<typeof request, 'checkCuts'>) => checks.push({ ...one, progress })),
    cut: (signal, request) => call(signal, request, (one: Call<typeof request, 'cut'>) => cuts.push(one)),
    samples: [
      {
        id: 'tiny',
        name: 'Tiny',
        description: 'A model for tests.',
        bytes: 3,
        licence: 'MIT',
        credit: 'nobody',
        dims: { batch: 7 },
      },
    ],
    fetchSample: (_signal, id) => Promise.resolve(ok(modelFiles(`${id}.onnx`))),
  };

  const written = <T>(value: T): Promise<Result<T, StorageFailure>> =>
    Promise.resolve(failures.storage === null ? ok(value) : err(failures.storage));
  const modelStore: ModelStore = {
    list: () => written([...kept.values()].map(({ model }) => model)),
    save: (model, files) => {
      if (failures.storage === null) kept.set(model.fingerprint, { model, files });
      return written(null);
    },
    read: (fingerprint) => written(kept.get(fingerprint)?.files ?? null),
    remove: (fingerprint) => {
      if (failures.storage === null) kept.delete(fingerprint);
      return written(null);
    },
  };
  return { models, modelStore, inspects, opens, checks, cuts, kept, failures };
}

export function bytesOf(size: number): FileBytes {
  return { size, arrayBuffer: () => Promise.resolve(new ArrayBuffer(size)) };
}

export function modelFiles(name: string, external: readonly string[] = []): ModelFiles {
  return { name, model: bytesOf(3), external: external.map((path) => ({ path, data: bytesOf(5) })) };
}

export function modelFacts(
  fingerprint: string,
  asks: readonly DimensionAsk[] = [],
  verdicts: readonly Verdict[] = [],
): ModelFacts {
  return {
    name: 'tiny',
    producer: 'pytorch 2.4',
    irVersion: 8,
    opsets: [{ domain: '', version: 17 }],
    fingerprint,
    bytes: 3,
    inputs: [{ name: 'x', type: 'float32', dims: [{ symbol: 'batch' }, 4] }],
    outputs: [{ name: 'y', type: 'float32', dims: [null, 2] }],
    operators: 2,
    kinds: [
      { kind: 'Relu', count: 1 },
      { kind: 'MatMul', count: 1 },
    ],
    parameters: 8,
    weightBytes: 32,
    precisions: [{ type: 'float32', bytes: 32 }],
    asks,
    verdicts,
  };
}

/** x -> Relu -> MatMul -> y. */
export const tinyGraph: ModelGraph = {
  tensors: [
    { name: 'x', type: 'float32', shape: [1, 4] },
    { name: 'h', type: 'float32', shape: [1, 4] },
    { name: 'y', type: 'float32', shape: [1, 2] },
  ],
  inputs: [0],
  outputs: [2],
  operators: [
    { name: 'relu', kind: 'Relu', inputs: [0], outputs: [1], macs: 0, parameters: 0, weightBytes: 0 },
    { name: 'matmul', kind: 'MatMul', inputs: [1], outputs: [2], macs: 8, parameters: 8, weightBytes: 32 },
  ],
  blockEnds: [1, 2],
};

export function importedWorkload(fingerprint: string, graph: ModelGraph = tinyGraph): ImportedWorkload {
  return {
    kind: 'imported',
    name: 'tiny',
    fingerprint,
    dims: {},
    graph,
    shipped: 'fp32',
    rawInput: 'fp32',
  };
}

/** A part as the worker cuts it; its bytes are made up. */
export function modelPart(from: number, to: number): ModelPart {
  return { from, to, model: new Uint8Array([from, to]), external: [], inputs: ['x'], outputs: ['y'] };
}
