import { afterEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../core/result';
import type { CutCheck, ModelApi, ModelProgress } from '../protocol/modelApi';
import type { ModelFiles, ModelSource } from '../protocol/modelFiles';
import { createModelService, modelBudgetS } from './modelService';
import { FakeWorker } from './testing/fakeWorker';

const files: ModelFiles = { name: 'face.onnx', model: new Blob(['']), external: [] };
const source: ModelSource = {
  kind: 'catalogue',
  seed: 1,
  weights: 'seeded',
  workload: {
    kind: 'catalogue',
    architecture: 'resnet-18',
    inputPx: 64,
    width: 0.25,
    shipped: 'fp32',
    rawInput: 'fp32',
  },
};
const progress: ModelProgress = { phase: 'checking', fraction: 0.5 };
const check: CutCheck = { cuts: [], failures: [], optimisation: 'all' };
const silent = () => new Promise<never>(() => undefined);
const signal = () => new AbortController().signal;

const workers: FakeWorker[] = [];
function serviceOf(api: Partial<ModelApi>) {
  return createModelService(() => {
    const worker = new FakeWorker(api);
    workers.push(worker);
    return worker;
  });
}

afterEach(() => {
  vi.useRealTimers();
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('model service', () => {
  it('answers what the worker answers, from a worker of its own for every call, which it ends', async () => {
    const fault = err({ kind: 'not-onnx', detail: 'a web page' } as const);
    const service = serviceOf({ inspect: () => Promise.resolve(fault), cut: () => Promise.resolve(ok([])) });
    expect(await service.inspect(signal(), files)).toEqual(fault);
    expect(await service.cut(signal(), { source, boundaries: [3] })).toEqual(ok([]));
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  it('passes progress on, with what was checked so far, and none after the answer', async () => {
    const told = vi.fn();
    let later: Parameters<ModelApi['checkCuts']>[1] = () => undefined;
    let release = (): void => undefined;
    const seen = new Promise<void>((resolve) => {
      release = resolve;
    });
    const service = serviceOf({
      checkCuts: async (_request, onProgress) => {
        later = onProgress;
        onProgress(progress, []);
        await seen;
        return ok(check);
      },
    });
    const answer = await service.checkCuts(signal(), { source, optimisation: 'all' }, (...args) => {
      told(...args);
      release();
    });
    expect(answer).toEqual(ok(check));
    later(progress, []);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told.mock.calls).toEqual([[progress, []]]);
  });

  it.each(['inspect', 'open', 'checkCuts', 'cut'] as const)('cancels %s at once', async (method) => {
    const service = serviceOf({ [method]: silent });
    const controller = new AbortController();
    const calls = {
      inspect: () => service.inspect(controller.signal, files),
      open: () => service.open(controller.signal, { files, dims: {} }, () => undefined),
      checkCuts: () => service.checkCuts(controller.signal, { source, optimisation: 'all' }, () => undefined),
      cut: () => service.cut(controller.signal, { source, boundaries: [1] }),
    };
    const call = calls[method]();
    controller.abort();
    expect(workers[0]?.isTerminated).toBe(true);
    expect(await call).toEqual(err({ kind: 'cancelled' }));
  });

  it.each(['inspect', 'open', 'cut'] as const)(
    'ends %s when its time is over, and says so',
    async (method) => {
      vi.useFakeTimers();
      const service = serviceOf({ [method]: silent });
      const calls = {
        inspect: () => service.inspect(signal(), files),
        open: () => service.open(signal(), { files, dims: {} }, () => undefined),
        cut: () => service.cut(signal(), { source, boundaries: [1] }),
      };
      const call = calls[method]();
      const limitS = modelBudgetS[method];
      await vi.advanceTimersByTimeAsync(limitS * 1e3 - 1);
      expect(workers[0]?.isTerminated).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(workers[0]?.isTerminated).toBe(true);
      expect(await call).toEqual(err({ kind: 'took-too-long', limitS }));
    },
  );

  it('gives checking every cut the time it needs', async () => {
    vi.useFakeTimers();
    const service = serviceOf({ checkCuts: silent });
    const controller = new AbortController();
    const call = service.checkCuts(controller.signal, { source, optimisation: 'all' }, () => undefined);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(workers[0]?.isTerminated).toBe(false);
    controller.abort();
    expect(await call).toEqual(err({ kind: 'cancelled' }));
  });

  it.each([
    ['Uncaught RangeError: Array buffer allocation failed', 'out-of-memory'],
    ['Aborted(OOM). Build with -sASSERTIONS for more info. std::bad_alloc', 'out-of-memory'],
    ['Uncaught RangeError: Invalid array buffer length', 'out-of-memory'],
    ['Uncaught TypeError: x is not a function', 'worker-failed'],
  ])('tells a crash by its words: %s', async (message, kind) => {
    const service = serviceOf({ inspect: silent });
    const call = service.inspect(signal(), files);
    workers[0]?.crash(message);
    expect(await call).toEqual(err({ kind, message }));
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('tells a worker that does not load', async () => {
    const service = serviceOf({ inspect: silent });
    const call = service.inspect(signal(), files);
    workers[0]?.crash();
    expect(await call).toMatchObject(err({ kind: 'worker-failed' }));
  });
});
