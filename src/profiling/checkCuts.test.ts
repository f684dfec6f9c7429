import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { architectures, type Architecture, type CatalogueWorkload } from '../core/scenario/types';
import { int, model, node, stored, value } from '../core/onnx/read/testing/makeModel';
import { createRandom } from '../core/random';
import { compareResults } from '../core/split/compareResults';
import { seededInputs } from '../core/split/seededInputs';
import type { CheckedCut, CheckRequest, CutCheck, ModelProgress } from '../protocol/modelApi';
import type { ModelSource } from '../protocol/modelFiles';
import { checkCuts } from './checkCuts';
import { cutModel } from './cutModel';
import type { ModelRunner } from './modelRunner';
import { openModel } from './openModel';
import { runParts } from './runParts';
import { createNodeModelRunner } from './testing/nodeModelRunner';
import { openSample } from './testing/openSample';

const runtime = createNodeModelRunner();
const workloadOf = (architecture: Architecture): CatalogueWorkload => ({
  kind: 'catalogue',
  architecture,
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'uint8',
});
const sourceOf = (architecture: Architecture): ModelSource => ({
  kind: 'catalogue',
  seed: 1,
  weights: 'seeded',
  workload: workloadOf(architecture),
});

async function check(request: CheckRequest, runner: ModelRunner = runtime): Promise<CutCheck> {
  const checked = await checkCuts(
    runner,
    request,
    () => undefined,
    () => 0,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

/** The result is the whole model's up to `limit`, and what was predicted is sent. */
function expectGood({ cuts, failures }: CutCheck, count: number, limit: number): void {
  expect(failures).toEqual([]);
  expect(cuts).toHaveLength(count);
  expect(cuts.filter(({ relative }) => !(relative <= limit))).toEqual([]);
  expect(cuts.filter(({ predictedBytes, sentBytes }) => predictedBytes !== sentBytes)).toEqual([]);
}

const levels = [
  ['all', 1e-4],
  ['disabled', 0],
] as const;

describe.each(architectures)('%s', (architecture) => {
  const source = sourceOf(architecture);
  const { workload } = source;
  const { blocks, boundaryTensors } = workloadChain(workload);

  it.each(levels)(
    'gives the whole model’s result at every cut at optimisation %s, and sends what was predicted',
    async (optimisation, limit) => {
      expectGood(await check({ source, optimisation }), blocks.length - 1, limit);
    },
    60_000,
  );

  it('gives it over two and three cuts, bit for bit without optimisation', async () => {
    const at = (share: number): number => Math.max(1, Math.round(share * (blocks.length - 1)));
    const inputs = seededInputs(workload, 1);
    const resultOf = async (boundaries: readonly number[]) => {
      const parts = await cutModel(source, boundaries);
      if (!parts.ok) throw new Error(JSON.stringify(parts.error));
      const { results, shipped } = await runParts(runtime, {
        parts: parts.value,
        boundaryTensors,
        inputs,
        optimisation: 'disabled',
        ship: (tensor) => ({ sent: tensor, arrived: tensor }),
      });
      expect(shipped.map((tensors) => tensors.map(({ name }) => name))).toEqual(
        boundaries.map((boundary) => boundaryTensors[boundary]),
      );
      return results;
    };
    const whole = await resultOf([]);
    for (const boundaries of [
      [1, at(0.5)],
      [at(0.2), at(0.5), at(0.8)],
    ]) {
      expect(compareResults(whole, await resultOf(boundaries)).same).toBe(true);
    }
  }, 60_000);
});

/** How many of the cuts of a model that takes long to open; all of them in `test:long`. */
const detectorCuts = 30;

describe.each(['face', 'text-direction', 'text-detection'] as const)('%s, opened', (sample) => {
  it.each(levels)(
    'gives the whole model’s result at every cut at optimisation %s',
    async (optimisation, limit) => {
      const source = await openSample(sample);
      const all = Array.from({ length: workloadChain(source.workload).blocks.length - 1 }, (_, i) => i + 1);
      const boundaries = sample === 'text-detection' ? drawn(all, detectorCuts) : all;
      expectGood(await check({ source, optimisation, boundaries }), boundaries.length, limit);
    },
    120_000,
  );
});

/** Some of them, the same in every run. */
function drawn(all: readonly number[], count: number): readonly number[] {
  const random = createRandom(10);
  const keyed = all.map((boundary) => ({ boundary, key: random.next() }));
  return keyed
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ boundary }) => boundary);
}

describe('a length that comes from the numbers themselves', () => {
  it('is another in the check than when the model was opened, and the tail takes it', async () => {
    const bytes = model({
      input: [value('x', [1, 4])],
      output: [value('y', [null])],
      initializer: [
        stored('ten', 'float32', [], Float32Array.of(10)),
        stored('zero', 'int64', [], BigInt64Array.of(0n)),
        stored('one', 'int64', [], BigInt64Array.of(1n)),
      ],
      node: [
        node('ReduceSum', ['x'], ['sum'], { attribute: [int('keepdims', 0)] }),
        node('Mul', ['sum', 'ten'], ['tenfold']),
        node('Cast', ['tenfold'], ['length'], { attribute: [int('to', 7)] }),
        node('Range', ['zero', 'length', 'one'], ['range']),
        node('Cast', ['range'], ['numbers'], { attribute: [int('to', 1)] }),
        node('Neg', ['numbers'], ['negative']),
        node('Exp', ['negative'], ['y']),
      ],
    });
    const files = { name: 'range.onnx', model: new Blob([bytes]), external: [] };
    const opened = await openModel(runtime, { files, dims: {} }, () => undefined);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const source: ModelSource = { kind: 'imported', workload: opened.value, files };
    const { cuts, failures } = await check({ source, optimisation: 'disabled' });
    expect(failures).toEqual([]);
    expect(cuts.length).toBeGreaterThan(4);
    expect(cuts.filter(({ relative }) => relative !== 0)).toEqual([]);
    // The bytes that were measured are those of another length: that is told, not hidden.
    expect(cuts.some(({ predictedBytes, sentBytes }) => predictedBytes !== sentBytes)).toBe(true);
  });
});

describe('precision on the link', () => {
  const source = sourceOf('mobilenet-v2');
  const boundaries = [1, 10, 30, 50];
  const worst = ({ cuts }: CutCheck): number => Math.max(...cuts.map(({ relative }) => relative));

  it('reports its own error, and exactly the bytes that the chain predicts', async () => {
    const at = (shipped: 'fp32' | 'fp16' | 'int8') =>
      check({ source, optimisation: 'all', shipped, boundaries });
    const [full, half, byte] = [await at('fp32'), await at('fp16'), await at('int8')];
    expectGood(full, 4, 1e-4);
    expectGood(half, 4, 0.01);
    expectGood(byte, 4, 0.2);
    expect(worst(half)).toBeGreaterThan(1e-6);
    expect(worst(byte)).toBeGreaterThan(worst(half));
    for (const [i, { sentBytes }] of full.cuts.entries()) {
      expect(half.cuts[i]!.sentBytes * 2).toBe(sentBytes);
      expect(byte.cuts[i]!.sentBytes * 4).toBe(sentBytes);
    }
  }, 60_000);
});

describe('weights that mean nothing', () => {
  it('are never checked: the model is made again with seeded ones', async () => {
    const cheap: ModelSource = { ...sourceOf('resnet-18'), weights: 'cheap' } as ModelSource;
    const request = { optimisation: 'all', shipped: 'int8', boundaries: [9] } as const;
    const [a, b] = [
      await check({ ...request, source: cheap }),
      await check({ ...request, source: sourceOf('resnet-18') }),
    ];
    expect(a).toEqual(b);
  });
});

describe('checking', () => {
  const source = sourceOf('resnet-18');

  it('reports a boundary that fails, in the runtime’s words, and goes on; every session is released', async () => {
    let opened = 0;
    let released = 0;
    const runner: ModelRunner = {
      breathe: () => runtime.breathe(),
      open: async (model, options) => {
        opened += 1;
        const session = await runtime.open(model, options);
        const isFaulty = opened === 4;
        return {
          ...session,
          run: (feeds) => (isFaulty ? Promise.reject(new Error('Non-zero status code')) : session.run(feeds)),
          release: () => {
            released += 1;
            return session.release();
          },
        };
      },
    };
    const { cuts, failures } = await check({ source, optimisation: 'all', boundaries: [1, 2, 3] }, runner);
    expect(failures).toEqual([{ boundary: 2, message: 'Non-zero status code' }]);
    expect(cuts.map(({ boundary }) => boundary)).toEqual([1, 3]);
    expect(released).toBe(opened);
  });

  it.each([
    ['std::bad_alloc', 'out-of-memory'],
    ['No Op registered for X', 'run-failed'],
  ])('cannot begin if the whole model does not run: %s', async (message, kind) => {
    const runner: ModelRunner = {
      breathe: () => Promise.resolve(),
      open: () => Promise.reject(new Error(message)),
    };
    const checked = await checkCuts(
      runner,
      { source, optimisation: 'all' },
      () => undefined,
      () => 0,
    );
    expect(checked).toEqual({ ok: false, error: { kind, message } });
  });

  it('tells how far it is, at most every 50 ms within a phase, with all cuts so far', async () => {
    const told: {
      readonly atMs: number;
      readonly progress: ModelProgress;
      readonly cuts: readonly CheckedCut[];
    }[] = [];
    let atMs = 0;
    await checkCuts(
      runtime,
      { source, optimisation: 'all', boundaries: Array.from({ length: 12 }, (_, i) => i + 1) },
      (progress, cuts) => told.push({ atMs, progress, cuts }),
      () => (atMs += 20),
    );
    expect(told.map(({ progress }) => progress.phase).slice(0, 3)).toEqual([
      'reading-model',
      'loading-runtime',
      'checking',
    ]);
    for (const [i, { atMs: now, progress, cuts }] of told.entries()) {
      const before = told[i - 1];
      if (before === undefined) continue;
      expect(progress.fraction).toBeGreaterThanOrEqual(before.progress.fraction);
      expect(cuts.length).toBeGreaterThanOrEqual(before.cuts.length);
      if (progress.phase === before.progress.phase && progress.fraction < 1)
        expect(now - before.atMs).toBeGreaterThanOrEqual(50);
    }
    expect(told.at(-1)).toMatchObject({ progress: { phase: 'checking', fraction: 1 } });
    expect(told.at(-1)!.cuts).toHaveLength(12);
    expect(told.length).toBeLessThan(12);
  });
});

describe('files of another model', () => {
  it('are refused before anything is cut', async () => {
    const source = await openSample('face');
    const [other] = [await openSample('text-direction')];
    const mixed: ModelSource = { ...source, files: other.files };
    expect(await cutModel(mixed, [3])).toMatchObject({ ok: false, error: { kind: 'inconsistent' } });
  });
});
