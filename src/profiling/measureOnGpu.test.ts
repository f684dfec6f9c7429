import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import type { AdapterFacts } from '../core/profile/detailsTypes';
import { secondsOf } from '../core/profile/blockTime';
import type { CatalogueWorkload } from '../core/scenario/types';
import type { ProfileProgress } from '../protocol/profilerApi';
import { DeviceLost } from './engine';
import { measureBlocksAlone } from './measureBlocksAlone';
import { profileWorkload } from './profileWorkload';
import { createFakeEngine, type FakeGpu, type FakeOptions } from './testing/fakeEngine';

const workload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'alexnet',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};
const blocks = workloadChain(workload).blocks.map(({ name }) => name);
const adapter: AdapterFacts = {
  vendor: 'acme',
  architecture: 'one',
  description: 'Acme One',
  isFallback: false,
  hasTimestamps: true,
  hasShaderF16: true,
};
const real: FakeGpu = { adapter, stampS: 1e-6, waitS: 0.001 };
const blockS = (_run: number, block: number): number => 0.002 + 0.000137 * block;
const wholeS = blocks.reduce((sum, _, block) => sum + blockS(0, block), 0);

async function profile(gpu: FakeGpu, options: Partial<FakeOptions> = {}) {
  const engine = createFakeEngine({ blocks, blockS, gpu, ...options });
  const seen: ProfileProgress[] = [];
  const source = { kind: 'catalogue', workload, seed: 1, weights: 'cheap' } as const;
  const request = { source, seed: 1, backend: 'webgpu', threads: 1, date: '2026-01-01T00:00:00Z' } as const;
  const result = await profileWorkload(engine, request, (progress) => seen.push(progress));
  return { engine, result, seen };
}

async function measurement(gpu: FakeGpu, options: Partial<FakeOptions> = {}) {
  const profiled = await profile(gpu, options);
  if (!profiled.result.ok) throw new Error(JSON.stringify(profiled.result.error));
  return { ...profiled.result.value, engine: profiled.engine, seen: profiled.seen };
}

describe('a GPU with time stamps', () => {
  it('gives every block the time of its programs, not what handing them over took', async () => {
    const { blocks: times, details, source } = await measurement(real);
    times.forEach(({ time }, block) =>
      // Scaled to the whole, which waits 1 ms for every five runs.
      expect(secondsOf(time) / source.factor).toBeCloseTo(blockS(0, block), 5),
    );
    expect(source).toMatchObject({ backend: 'webgpu', steadiness: 'good', statistic: 'median' });
    expect(source.estimated).toBeUndefined();
    expect(details.kernels.map(({ kind }) => kind)).toEqual(blocks.map(() => 'Conv2dMM'));
    expect(details.adapter).toEqual(adapter);
  });

  it('is timed end to end in queues of five, and in single runs that copy the results back', async () => {
    const { details, engine, source } = await measurement(real);
    expect(source.endToEndS).toBeCloseTo(wholeS + 0.001 / 5, 5);
    expect(details.readBackS).toBeCloseTo(wholeS + 0.001, 5);
    expect(engine.log.queues).toBeGreaterThanOrEqual(15);
    expect(engine.log.released).toBe(engine.log.sessions);
  });

  it('whose stamps are coarse is run 50 times profiled at least, and answered by means', async () => {
    const { blocks: times, source } = await measurement({ ...real, stampS: 1e-4 });
    expect(source.runs).toBeGreaterThanOrEqual(50);
    expect(source.clockS).toBeCloseTo(1e-4, 7);
    expect(source.statistic).toBe('mean');
    expect(secondsOf(times[3]!.time) / source.factor).toBeCloseTo(blockS(0, 3), 4);
  });

  it('tells what ran on the CPU and how often data was copied, and does not count the copies', async () => {
    const { details, source } = await measurement({ ...real, onCpu: [1, 4] });
    expect(details.fallbacks).toEqual([
      { operator: blocks[1], kind: 'Conv' },
      { operator: blocks[4], kind: 'Conv' },
    ]);
    expect(details.copies).toBe(4);
    expect(source.sumS).toBeCloseTo(wholeS, 5);
  });

  it('that waits more than it works is scaled to the whole, and says so', async () => {
    const { blocks: times, details, source } = await measurement({ ...real, waitS: 0.05 });
    expect(source.steadiness).toBe('unstable');
    const sumS = times.reduce((sum, { time }) => sum + secondsOf(time), 0);
    expect(sumS).toBeCloseTo(source.endToEndMeanS!, 6);
    expect(details.reasons.map(({ kind }) => kind)).toEqual(['apart']);
    expect(source.reason).toContain('outside the GPU programs');
  });

  it('in software is measured less and marked', async () => {
    const slow = (run: number, block: number): number => 50 * blockS(run, block);
    const { details, source } = await measurement(
      { ...real, adapter: { ...adapter, isFallback: true } },
      { blockS: slow },
    );
    expect(source.runs).toBeLessThanOrEqual(5);
    expect(details.reasons.at(-1)).toEqual({ kind: 'software-adapter' });
    expect(source.reason).toContain('in software');
  });

  it('may fold blocks away: their time is below the clock', async () => {
    const { blocks: times, details } = await measurement(real, {
      print: (text) =>
        JSON.stringify(
          (JSON.parse(text) as { name: string }[]).filter(({ name }) => !name.startsWith(blocks[2]!)),
        ),
    });
    expect(details.foldedBlocks).toEqual([2]);
    expect(times[2]!.time).toHaveProperty('belowS');
  });
});

describe('a GPU without time stamps', () => {
  it('is estimated from blocks in sessions of their own, scaled to the whole, with progress', async () => {
    const { blocks: times, engine, seen, source } = await measurement({ ...real, stampS: null });
    expect(source).toMatchObject({ estimated: true, steadiness: 'good' });
    expect(times.reduce((sum, { time }) => sum + secondsOf(time), 0)).toBeCloseTo(source.endToEndS, 9);
    // The whole, profiled runs of it, one for starting, and one a block.
    expect(engine.log.sessions).toBeGreaterThan(blocks.length);
    expect(engine.log.released).toBe(engine.log.sessions);
    const fractions = seen.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(fractions.filter((fraction) => fraction > 0.7 && fraction < 1).length).toBeGreaterThan(1);
  });
});

describe('blocks timed alone', () => {
  const source = { kind: 'catalogue', workload, seed: 1, weights: 'cheap' } as const;
  /** Each block is a session of its own, which takes as long as this fake's only kernel. */
  const timed = async (kernelS: (run: number) => number) => {
    const engine = createFakeEngine({ blocks: ['x'], blockS: kernelS, gpu: { ...real, waitS: 0 } });
    const alone = await measureBlocksAlone(engine, source, () => undefined);
    if (!alone.ok) throw new Error(alone.error.kind);
    return alone.value;
  };

  it('have as many samples as were taken: three of slow ones, fifteen of quick ones', async () => {
    for (const { samplesS } of await timed(() => 0.2)) expect(samplesS).toHaveLength(3);
    for (const { samplesS } of await timed(() => 0.002)) expect(samplesS).toHaveLength(15);
  });

  it('that no queue makes long enough for the clock have none, and the bound that the longest queue gives', async () => {
    // 80 of them take less than 20 steps of 5 us.
    for (const block of await timed(() => 1e-6)) expect(block).toEqual({ samplesS: [], belowS: 1.25e-6 });
  });
});

describe('a GPU that fails', () => {
  it('in the middle of it is lost, with the reason', async () => {
    const fail = (run: number): Error | null => (run > 20 ? new DeviceLost('the driver was reset') : null);
    const { result } = await profile(real, { fail });
    expect(result).toEqual({
      ok: false,
      error: { kind: 'no-gpu', reason: 'device-lost', message: 'the driver was reset' },
    });
  });

  it('to give a device is told apart from a runtime that does not load', async () => {
    const refusing = (message: string) => profile(real, { refuse: () => message });
    expect((await refusing('Failed to get a WebGPU device')).result).toMatchObject({
      error: { kind: 'no-gpu', reason: 'no-device' },
    });
    expect((await refusing('no available backend found')).result).toMatchObject({
      error: { kind: 'runtime-failed' },
    });
  });
});
