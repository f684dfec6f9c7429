import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { secondsOf } from '../core/profile/blockTime';
import { mapKernelsToBlocks } from '../core/profile/mapKernelsToBlocks';
import { parseOrtProfile } from '../core/profile/parseOrtProfile';
import { architectures, type CatalogueWorkload } from '../core/scenario/types';
import type { ProfileProgress, ProfileRequest } from '../protocol/profilerApi';
import { prepareModel } from './prepareModel';
import { profileWorkload } from './profileWorkload';
import { createFakeEngine } from './testing/fakeEngine';
import { createNodeEngine } from './testing/nodeEngine';

const workload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};
const catalogue = { kind: 'catalogue', workload, seed: 1, weights: 'cheap' } as const;
const request: ProfileRequest = {
  source: catalogue,
  seed: 1,
  backend: 'wasm',
  threads: 1,
  date: '2026-01-01T00:00:00.000Z',
};
const blockNames = workloadChain(workload).blocks.map(({ name }) => name);

describe('ONNX Runtime itself', () => {
  const engine = createNodeEngine();

  it.each(architectures)(
    'runs every kernel of %s under a name of one of its blocks',
    async (architecture) => {
      const source = { ...catalogue, workload: { ...workload, architecture } };
      const prepared = await prepareModel(source);
      if (!prepared.ok) throw new Error(prepared.error.kind);
      const { blocks, model } = prepared.value;
      const session = await engine.createSession(model, { profiled: true });
      await session.run();
      await session.run();
      const parsed = parseOrtProfile(await session.endProfiling());
      await session.release();
      if (!parsed.ok) throw new Error(parsed.error.kind);
      expect(parsed.value).toHaveLength(2);
      expect(parsed.value[0]!.calls.length).toBeGreaterThanOrEqual(blocks.length);
      const mapped = mapKernelsToBlocks(parsed.value, blocks);
      expect(mapped.ok ? mapped.value.lostNames : mapped.error.blocks).toEqual([]);
    },
  );

  it('gives every block of a real model a positive time', async () => {
    const seen: ProfileProgress[] = [];
    const profiled = await profileWorkload(engine, request, (progress) => seen.push(progress));
    if (!profiled.ok) throw new Error(JSON.stringify(profiled.error));
    const { blocks, source, modelKey } = profiled.value;
    expect(blocks).toHaveLength(55);
    for (const { time } of blocks) expect(secondsOf(time)).toBeGreaterThan(0);
    expect(source).toMatchObject({ kind: 'measured', backend: 'wasm', threads: 1, date: request.date });
    expect(source.runs).toBeGreaterThanOrEqual(3);
    expect(source.factor).toBeGreaterThan(0);
    expect(source.endToEndS).toBeGreaterThan(0);
    expect(modelKey).toBe(workloadChain(workload).modelKey);
    expect(seen.at(-1)).toMatchObject({ phase: 'measuring', fraction: 1 });
    expect(seen.at(-1)!.blockMediansS).toHaveLength(55);
  }, 60_000);
});

describe('the cold start', () => {
  const coldStartOf = async (downloadS: number | null) => {
    const engine = createFakeEngine({ blocks: blockNames, blockS: () => 0.0002, downloadS });
    const profiled = await profileWorkload(engine, request, () => undefined);
    return profiled.ok ? profiled.value.source.coldStart : undefined;
  };

  it('tells the download from the rest of loading, where the browser tells it', async () => {
    expect(await coldStartOf(1e-6)).toMatchObject({ downloadS: 1e-6 });
    expect(await coldStartOf(0)).toMatchObject({ downloadS: 0 });
    expect(await coldStartOf(null)).not.toHaveProperty('downloadS');
  });

  it('was never all download and more', async () => {
    const coldStart = await coldStartOf(9);
    expect(coldStart?.downloadS).toBe(coldStart?.loadS);
  });
});

describe('progress', () => {
  it('comes at most every 50 ms within a phase, and its fraction never falls', async () => {
    const engine = createFakeEngine({ blocks: blockNames, blockS: () => 0.0002 });
    const seen: (ProfileProgress & { readonly atS: number })[] = [];
    const profiled = await profileWorkload(engine, request, (p) => seen.push({ ...p, atS: engine.now() }));
    expect(profiled.ok).toBe(true);
    expect(new Set(seen.map(({ phase }) => phase)).size).toBe(6);
    for (const [i, after] of seen.entries()) {
      const before = seen[i - 1];
      if (before === undefined) continue;
      expect(after.fraction).toBeGreaterThanOrEqual(before.fraction);
      if (after.phase === before.phase && after.fraction < 1) {
        expect(after.atS - before.atS).toBeGreaterThanOrEqual(0.05 - 1e-9);
      }
    }
  });
});

describe('progress of a slow model', () => {
  it('keeps what was measured on screen while another session is made, and never shows a median of nothing', async () => {
    const engine = createFakeEngine({ blocks: blockNames, blockS: () => 0.55 / blockNames.length });
    const seen: ProfileProgress[] = [];
    await profileWorkload(engine, request, (progress) => seen.push(progress));
    const preparing = seen.filter(({ phase }) => phase === 'creating-session');
    expect(preparing).toHaveLength(3);
    expect(preparing[0]).toMatchObject({ runs: 0, endToEndMedianS: null });
    expect(preparing[1]).toMatchObject({ runs: 0, endToEndMedianS: null });
    expect(preparing[2]!.runs).toBe(5);
    expect(preparing[2]!.endToEndMedianS).toBeCloseTo(0.55, 3);
    for (const { endToEndMedianS } of seen) expect(endToEndMedianS).not.toBeNaN();
    const opening = seen.indexOf(preparing[1]!);
    expect(seen[opening - 1]!.fraction).toBeLessThan(seen[opening + 1]!.fraction);
  });
});

describe('a failure', () => {
  const refusing = (refuse: (session: number) => string | null) =>
    profileWorkload(
      createFakeEngine({ blocks: blockNames, blockS: () => 0.01, refuse }),
      request,
      () => undefined,
    );

  it('of a clock that steps by 100 ms says so, instead of measuring zeros', async () => {
    const engine = createFakeEngine({ blocks: blockNames, blockS: () => 0.0005, clockS: 0.1 });
    expect(await profileWorkload(engine, request, () => undefined)).toEqual({
      ok: false,
      error: { kind: 'clock-too-coarse', clockS: 0.1 },
    });
  });

  it('to load is the runtime’s', async () => {
    const profiled = await refusing((session) => (session === 0 ? 'no available backend found' : null));
    expect(profiled).toEqual({
      ok: false,
      error: { kind: 'runtime-failed', message: 'no available backend found' },
    });
  });

  it('to open the model is the session’s', async () => {
    const profiled = await refusing((session) => (session === 1 ? 'No Op registered for X' : null));
    expect(!profiled.ok && profiled.error.kind).toBe('session-failed');
  });

  it.each(['std::bad_alloc', 'failed to allocate a buffer of size 9', 'Array buffer allocation failed'])(
    'of memory is told apart: %s',
    async (message) => {
      const profiled = await refusing((session) => (session === 2 ? message : null));
      expect(!profiled.ok && profiled.error.kind).toBe('out-of-memory');
    },
  );
});
