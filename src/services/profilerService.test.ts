import { afterEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../core/result';
import type { PageFacts, ProfileProgress, ProfileRequest, ProfilerApi } from '../protocol/profilerApi';
import type { PageWatch } from './pageWatch';
import { createProfilerService } from './profilerService';
import { FakeWorker } from './testing/fakeWorker';

const request: ProfileRequest = {
  source: {
    kind: 'catalogue',
    seed: 1,
    weights: 'cheap',
    workload: {
      kind: 'catalogue',
      architecture: 'mobilenet-v2',
      inputPx: 64,
      width: 0.25,
      shipped: 'fp32',
      rawInput: 'uint8',
    },
  },
  seed: 1,
  backend: 'wasm',
  threads: 1,
  date: '2026-01-01T00:00:00Z',
};
const progress: ProfileProgress = {
  phase: 'measuring',
  fraction: 0.5,
  runs: 10,
  halfWidth: null,
  blockMediansS: [],
  endToEndMedianS: null,
};
const outOfMemory = err({ kind: 'out-of-memory', message: '4 GiB' } as const);

const workers: FakeWorker[] = [];
const pageFacts: PageFacts = { hidden: [[1, 2]], cores: 2, battery: null, devToolsOpen: null };
const watch: PageWatch = { start: vi.fn(), read: () => Promise.resolve(pageFacts) };
const serviceOf = (profile: ProfilerApi['profile']) =>
  createProfilerService(
    () => {
      const worker = new FakeWorker({ profile });
      workers.push(worker);
      return worker;
    },
    () => Promise.resolve(watch),
  );

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('profiler service', () => {
  it('passes progress on, answers what the worker answers, and ends the worker', async () => {
    const seen: number[] = [];
    let release = (): void => undefined;
    const wasSeen = new Promise<void>((resolve) => {
      release = resolve;
    });
    const service = serviceOf(async (_request, onProgress) => {
      onProgress(progress);
      await wasSeen;
      return outOfMemory;
    });
    const result = await service.profile(new AbortController().signal, request, ({ fraction }) => {
      seen.push(fraction);
      release();
    });
    expect(result).toEqual(outOfMemory);
    expect(seen).toEqual([0.5]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it('watches the page meanwhile, and tells the worker what it saw when that asks', async () => {
    let told: PageFacts | null = null;
    const service = serviceOf(async (_request, _onProgress, askPage) => {
      told = (await askPage?.()) ?? null;
      return outOfMemory;
    });
    await service.profile(new AbortController().signal, request, () => undefined);
    expect(watch.start).toHaveBeenCalled();
    expect(told).toEqual(pageFacts);
  });

  it('uses a worker of its own for every profile', async () => {
    const service = serviceOf(() => Promise.resolve(outOfMemory));
    const { signal } = new AbortController();
    await service.profile(signal, request, () => undefined);
    await service.profile(signal, request, () => undefined);
    expect(workers).toHaveLength(2);
  });

  it('terminates the worker at once on abort, and reports no progress afterwards', async () => {
    const report = vi.fn();
    let onProgress: ((value: ProfileProgress) => void) | null = null;
    const service = serviceOf((_request, callback) => {
      onProgress = callback;
      return new Promise(() => undefined);
    });
    const controller = new AbortController();
    const call = service.profile(controller.signal, request, report);
    await vi.waitUntil(() => onProgress !== null);
    controller.abort();
    expect(workers[0]?.isTerminated).toBe(true);
    expect(await call).toEqual(err({ kind: 'cancelled' }));
    (onProgress as ((value: ProfileProgress) => void) | null)?.(progress);
    await new Promise((resolve) => setImmediate(resolve));
    expect(report).not.toHaveBeenCalled();
  });

  it('keeps a successful measurement as it is', async () => {
    const measurement = { modelKey: 'k', blocks: [], source: {} } as never;
    const service = serviceOf(() => Promise.resolve(ok(measurement)));
    const result = await service.profile(new AbortController().signal, request, () => undefined);
    expect(result).toEqual(ok(measurement));
  });
});
