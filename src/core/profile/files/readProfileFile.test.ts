import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNodeModelRunner } from '../../../profiling/testing/nodeModelRunner';
import { buildGraph } from '../../model/catalogue/catalogue';
import { workloadChain } from '../../model/workloadChain';
import { encodeGraph } from '../../onnx/encodeGraph';
import { findProfileFault } from '../../scenario/consistency';
import { profileSchema } from '../../scenario/profileSchema';
import type { CatalogueWorkload } from '../../scenario/types';
import { secondsOf } from '../blockTime';
import type { Profile } from '../types';
import { profileToCsv } from './profileCsv';
import { writeProfileFile } from './profileFile';
import { profileFileLimitBytes, readProfileFile } from './readProfileFile';
import { sampleContext, sampleNames, sampleProfile, sampleWorkload } from './testing/sampleProfile';

/** Eight runs of ResNet-18 (64 px, width 0.25), as ONNX Runtime's native build wrote them on one thread of a server. */
const fixture = (name: string): string =>
  readFileSync(new URL(`testing/${name}.json`, import.meta.url), 'utf8');
const blocked = fixture('resnet18Blocked');
const nameless = fixture('resnet18Nameless');

const read = (text: string, workload: CatalogueWorkload = sampleWorkload) => {
  const result = readProfileFile(text, { ...sampleContext, workload });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const errorOf = (text: string, fileName = 'profile.json') => {
  const result = readProfileFile(text, { ...sampleContext, fileName });
  if (result.ok) throw new Error('it was read');
  return result.error;
};

interface Event {
  cat: string;
  name: string;
  dur: number;
  args: Record<string, string>;
}
const eventsOf = (text: string) => JSON.parse(text) as Event[];
/** A profile made up of kernels and their times [us], one list a run. */
const made = (runs: readonly (readonly (readonly [name: string, us: number])[])[]): string =>
  JSON.stringify(
    runs.flatMap((kernels) => [
      ...kernels.map(([name, dur]) => ({ cat: 'Node', name: `${name}_kernel_time`, dur, ts: 0, args: {} })),
      { cat: 'Session', name: 'model_run', dur: 0, ts: 0, args: {} },
    ]),
  );
const everyBlock = (us: (block: number) => number) =>
  sampleNames.map((name, block) => [name, us(block)] as const);

/** What a document demands of a profile. */
function expectSound(profile: Profile, workload = sampleWorkload): void {
  expect(profileSchema.safeParse(profile).success).toBe(true);
  expect(findProfileFault(workload, profile)).toBeNull();
  expect(profile.blocks).toHaveLength(workloadChain(workload).blocks.length);
  for (const { time } of profile.blocks) expect(secondsOf(time)).toBeGreaterThan(0);
}

describe('ONNX Runtime’s own profile', () => {
  it('of this runtime, under the names of the file, gives every block its time', async () => {
    const workload = { ...sampleWorkload, architecture: 'mobilenet-v2' } as const;
    const graph = buildGraph('mobilenet-v2', 64, 0.25);
    const session = await createNodeModelRunner().open(encodeGraph(graph, { seed: 1, weights: 'cheap' }), {
      external: [],
      optimisation: 'all',
      profiled: true,
    });
    const { shape } = graph.tensors[graph.input]!;
    const data = new Uint8Array(4 * shape.reduce((product, size) => product * size, 1));
    for (let run = 0; run < 5; run += 1) {
      await session.run([{ name: graph.input, type: 'float32', shape, data }]);
    }
    const text = session.endProfiling();
    await session.release();
    const { profiles, notes } = read(text, workload);
    expectSound(profiles[0]!, workload);
    expect(profiles[0]!.source).toMatchObject({
      kind: 'imported',
      provider: 'CPUExecutionProvider',
      unnamedS: 0,
    });
    expect(notes.map(({ kind }) => kind)).not.toContain('blocks-fused-away');
  });

  it('of the native build finds the kernels that are named after tensors', () => {
    const { profiles, details, notes } = read(blocked);
    expectSound(profiles[0]!);
    expect(profiles[0]!.source).toMatchObject({
      format: 'onnxruntime',
      fileName: 'my server.json',
      statistic: 'median',
    });
    expect(notes).toContainEqual(
      expect.objectContaining({ kind: 'kernels-unnamed', names: ['ReorderOutput'] }),
    );
    expect(notes.some(({ kind }) => kind === 'blocks-fused-away')).toBe(false);
    // Block by block: the time stands under the name of the kernel's tensor.
    const lastRun = eventsOf(blocked).slice(-27);
    const conv1 = lastRun.find(({ name }) => name === 'relu_nchwc_kernel_time')!;
    const { minS, p90S } = profiles[0]!.blocks[0]!;
    expect(conv1.dur / 1e6).toBeGreaterThanOrEqual(minS! * 0.999);
    expect(conv1.dur / 1e6).toBeLessThanOrEqual(p90S! * 1.2);
    expect(details['new-id']!.kernels.map(({ name }) => name)).toContain('layer2.0.downsample.1_nchwc');
  });

  it('says how long each whole run took, its profiler included: longer than its kernels together', () => {
    const { details } = read(blocked);
    const { endToEndRunsS } = details['new-id']!;
    const wholes = eventsOf(blocked).filter(({ name }) => name === 'model_run');
    expect(endToEndRunsS.length).toBeGreaterThanOrEqual(3);
    expect(endToEndRunsS).toEqual(wholes.slice(-endToEndRunsS.length).map(({ dur }) => dur / 1e6));
  });

  it('says nothing of whole runs where the file gives them no time, or one that makes no sense', () => {
    const runs = Array.from({ length: 5 }, () => everyBlock(() => 100));
    expect(read(made(runs)).details['new-id']!.endToEndRunsS).toEqual([]);
    const endless = eventsOf(made(runs)).map((event) =>
      event.name === 'model_run' ? { ...event, dur: 1e30 } : event,
    );
    expect(read(JSON.stringify(endless)).details['new-id']!.endToEndRunsS).toEqual([]);
  });

  it('of a file without names is placed by kind and order: the same blocks as with names', () => {
    const { profiles, details } = read(nameless);
    expectSound(profiles[0]!);
    const { kernels } = details['new-id']!;
    const blockOf = (name: string) => sampleNames[kernels.find((kernel) => kernel.name === name)!.block];
    expect(blockOf('FusedConv_69')).toBe('conv1');
    expect(blockOf('MaxPool_3')).toBe('maxpool');
    expect(blockOf('Conv_18')).toBe('layer2.0.downsample.0');
    expect(blockOf('Add_25')).toBe('layer2.0.downsample.0');
    expect(blockOf('Gemm_68')).toBe('fc');
  });

  it('counts exactly what the file says: medians of warm runs, block by block', () => {
    const runs = [5, 3, 1, 1, 1.2, 1, 0.8].map((slow) =>
      everyBlock((block) => Math.round(100 * slow * (block + 1))),
    );
    const { profiles, notes } = read(made(runs));
    expect(profiles[0]!.blocks.map(({ time }) => secondsOf(time) * 1e4)).toEqual(
      sampleNames.map((_, block) => expect.closeTo(block + 1, 9) as number),
    );
    expect(profiles[0]!.source).toMatchObject({ runs: 5, statistic: 'median', unnamedS: 0 });
    expect(notes).toEqual([{ kind: 'warm-up-dropped', runs: 2 }]);
  });

  it('takes means where each run stalls in another block, so that the blocks add up to the whole', () => {
    const runs = Array.from({ length: 12 }, (_, run) =>
      everyBlock((block) => (block % 12 === run ? 10_000 : 100)),
    );
    const { profiles, notes } = read(made(runs));
    expect(notes).toContainEqual({ kind: 'means-used' });
    const total = profiles[0]!.blocks.reduce((sum, { time }) => sum + secondsOf(time), 0);
    expect(total).toBeCloseTo((2 * 10_000 + 22 * 100) / 1e6, 3);
  });

  it('takes means of a clock that steps by 100 us, where a median would be a step or nothing', () => {
    const runs = Array.from({ length: 11 }, (_, run) =>
      everyBlock((block) => (run % 2 === block % 2 ? 100 : 0)),
    );
    const { profiles } = read(made(runs));
    expect(profiles[0]!.source).toMatchObject({ statistic: 'mean' });
    for (const { time } of profiles[0]!.blocks) expect(time).toEqual({ belowS: 1e-4 });
  });

  it('gives blocks that were fused into others a bound, never nothing, and names them', () => {
    const runs = Array.from({ length: 5 }, () => everyBlock(() => 50).filter(([name]) => name !== 'maxpool'));
    const { profiles, notes, details } = read(made(runs));
    expect(profiles[0]!.blocks[1]).toEqual({ time: { belowS: 1e-6 }, intervalS: null });
    expect(notes).toContainEqual({ kind: 'blocks-fused-away', blocks: ['maxpool'] });
    expect(details['new-id']!.foldedBlocks).toEqual([1]);
  });

  it('gives kernels without a name to the block before them, and says how much that was', () => {
    const runs = Array.from({ length: 5 }, () =>
      everyBlock(() => 100).flatMap((kernel, i) =>
        i === 4 ? [kernel, ['ReorderInput', 240] as const] : [kernel],
      ),
    );
    const { profiles, notes } = read(made(runs));
    expect(secondsOf(profiles[0]!.blocks[4]!.time)).toBeCloseTo(340e-6, 12);
    expect(profiles[0]!.source).toMatchObject({ unnamedS: expect.closeTo(240e-6, 12) as number });
    expect(notes).toContainEqual({
      kind: 'kernels-unnamed',
      names: ['ReorderInput'],
      share: expect.closeTo(240 / 2640, 9) as number,
    });
  });

  it('of a clock that stood still gives bounds', () => {
    const { profiles } = read(made(Array.from({ length: 5 }, () => everyBlock(() => 0))));
    for (const { time } of profiles[0]!.blocks) expect(time).toEqual({ belowS: 1e-6 });
  });

  it('can be exported with its kernels and read again, whatever their names', () => {
    const odd = ['\u0001\u202e', 'x'.repeat(5000)] as const;
    const runs = Array.from({ length: 5 }, () => [
      ...everyBlock(() => 100),
      ...odd.map((name) => [name, 1] as const),
    ]);
    const { profiles, details } = read(made(runs));
    const again = read(writeProfileFile({ profiles, details, workload: sampleWorkload }));
    expect(again).toMatchObject({ profiles, details });
    // With a GPU, what ran on the CPU is listed once more.
    const onGpu = eventsOf(made(runs)).map((event) => {
      const isOdd = odd.some((name) => event.name.startsWith(name));
      return { ...event, args: isOdd ? { op_name: odd[0] } : { provider: 'WebGpuExecutionProvider' } };
    });
    const mixed = read(JSON.stringify(onGpu));
    expect(Object.values(mixed.details)[0]!.fallbacks).toHaveLength(2);
    const back = read(
      writeProfileFile({ profiles: mixed.profiles, details: mixed.details, workload: sampleWorkload }),
    );
    expect(back).toMatchObject({ profiles: mixed.profiles, details: mixed.details });
  });

  it('may come with log lines before it, or wrapped for a viewer', () => {
    const [plain] = read(blocked).profiles;
    expect(read(`2026-01-01 [W:onnxruntime:, x.cc:1] careful\n${blocked}`).profiles).toEqual([plain]);
    expect(read(`{"traceEvents": ${blocked}}`).profiles).toEqual([plain]);
  });
});

describe('a file that gives no profile says why:', () => {
  it('another model’s', () => {
    const other = { ...sampleContext, workload: { ...sampleWorkload, architecture: 'vgg-11' } as const };
    expect(readProfileFile(blocked, other)).toMatchObject({
      ok: false,
      error: {
        kind: 'other-model',
        blocks: 19,
        expected: expect.any(Array) as unknown[],
        found: ['relu_nchwc', 'maxpool_nchwc', 'layer1.0.relu#1_nchwc'],
      },
    });
  });

  it('too few runs', () => {
    const cold = made([everyBlock(() => 9), everyBlock(() => 5), everyBlock(() => 5)]);
    expect(errorOf(cold)).toEqual({ kind: 'too-few-runs', found: 2, needed: 3 });
  });

  it('no run at all', () => {
    const events = eventsOf(blocked).filter(({ name }) => name !== 'model_run');
    expect(errorOf(JSON.stringify(events))).toEqual({ kind: 'no-runs' });
  });

  it('a file that was cut off, wherever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: blocked.trimEnd().length - 1 }), (length) => {
        expect(errorOf(blocked.slice(0, length)).kind).toBe('cut-short');
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it.each([
    ['an empty file', ' \n', 'a.json', { kind: 'empty' }],
    ['a list of something else', '[1,2]', 'a.json', { kind: 'not-a-profile', looksLike: null }],
    ['a scenario', '{"format":"splitscape"}', 'a.json', { kind: 'not-a-profile', looksLike: 'scenario' }],
    ['a model', '\b\x12\x07pytorch', 'net.onnx', { kind: 'not-a-profile', looksLike: 'onnx' }],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0', 'a.png', { kind: 'not-a-profile', looksLike: null }],
    ['prose', 'Dear reader', 'a.txt', { kind: 'table', line: 1, column: 1 }],
  ])('%s', (_, text, fileName, error) => {
    expect(errorOf(text, fileName)).toMatchObject(error);
  });

  it('a file beyond the limit', () => {
    expect(errorOf(' '.repeat(profileFileLimitBytes + 1))).toMatchObject({ kind: 'too-large' });
  });

  it('a file that was cut off after the lines of a log, with the line of the whole', () => {
    const text = `[W:onnxruntime] careful\nsecond line\n${blocked}`.slice(0, 20_000);
    expect(errorOf(text)).toEqual({ kind: 'cut-short', line: text.trimEnd().split('\n').length });
  });

  it('times that no run can take', () => {
    for (const us of [1e300, 1e20]) {
      const runs = Array.from({ length: 9 }, () => everyBlock(() => us));
      expect(errorOf(made(runs))).toEqual({ kind: 'too-few-runs', found: 0, needed: 3 });
    }
  });

  it('brackets without end, before anybody gets impatient', () => {
    const levels = 100_000;
    const nested = `${'[{"_kernel_time":'.repeat(levels)}[]${'}]'.repeat(levels)}`;
    for (const text of [
      nested,
      `[1,${nested}]`,
      `log\n${nested}x]`,
      '['.repeat(1_000_000),
      `"_kernel_time"${'[{'.repeat(levels)}]`,
    ]) {
      expect(readProfileFile(text, sampleContext).ok).toBe(false);
    }
  });

  it('never by throwing', () => {
    const texts = [
      blocked,
      writeProfileFile({ profiles: [sampleProfile] }),
      profileToCsv(sampleProfile, sampleNames),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        fc.string(),
        (text, share, removed, put) => {
          const at = Math.floor(share * text.length);
          const result = readProfileFile(text.slice(0, at) + put + text.slice(at + removed), sampleContext);
          if (result.ok) for (const profile of result.value.profiles) expectSound(profile);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('the other formats', () => {
  it('are told apart by their text: our own JSON keeps ids, model and origin', () => {
    const file = read(writeProfileFile({ profiles: [sampleProfile], workload: sampleWorkload }));
    expect(file).toMatchObject({ format: 'splitscape', profiles: [sampleProfile], workload: sampleWorkload });
  });

  it('a table becomes an imported profile of the current model', () => {
    const { format, profiles } = read(profileToCsv(sampleProfile, sampleNames));
    expect(format).toBe('csv');
    expectSound(profiles[0]!);
    expect(profiles[0]).toMatchObject({
      id: 'new-id',
      deviceId: 'imported',
      deviceName: 'my server',
      blocks: sampleProfile.blocks,
      source: { kind: 'imported', format: 'csv', statistic: 'given', runs: null },
    });
  });
});
