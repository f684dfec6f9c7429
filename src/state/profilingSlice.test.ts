import { describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import { changeCapacity, changeWorkload } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload, CustomWorkload, ImportedWorkload } from '../core/scenario/types';
import type { MeasuredSource } from '../core/profile/types';
import type { ModelFiles } from '../protocol/modelFiles';
import type { ProfileMeasurement, ProfileProgress } from '../protocol/profilerApi';
import type { BrowserFacts } from '../services/types';
import type { ConfigurationRun } from './profilingTypes';
import type { AppState } from './types';
import { measuredProfile, noDetails } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { defaultConfigurations, gpuConfiguration, offeredThreadCounts } from './configurations';
import { createFakeServices, settled } from './testing/fakeServices';

const workload = openingScenario.workload as CatalogueWorkload;
const custom: CustomWorkload = {
  kind: 'custom',
  name: 'One block',
  inputBytes: 10,
  blocks: [{ name: 'a', load: { unit: 'seconds', value: 1 }, bytesOut: 1, weightBytes: 0 }],
};
const progress: ProfileProgress = {
  phase: 'measuring',
  fraction: 0.5,
  runs: 3,
  halfWidth: null,
  blockMediansS: [],
  endToEndMedianS: null,
};
const failure = { kind: 'out-of-memory', message: '4 GiB' } as const;

function measurement(source: Partial<MeasuredSource> = {}): ProfileMeasurement {
  const profile = measuredProfile('unused', workload, source);
  return { modelKey: profile.modelKey, blocks: profile.blocks, source: profile.source, details: noDetails };
}

function done({ profiling }: AppState) {
  if (profiling.status !== 'done') throw new Error(profiling.status);
  return profiling;
}

function setUp(facts: Partial<BrowserFacts> = {}) {
  const plain = createFakeServices();
  const services = { ...plain.services, facts: { ...plain.services.facts, ...facts } };
  const store = createAppStore(services);
  const state = () => store.getState();
  const source = () => state().scenario.nodes.find(({ id }) => id === state().scenario.sourceId);
  return { ...plain, store, state, source };
}

const one = { backend: 'wasm', threads: 1 } as const;
const four = { backend: 'wasm', threads: 4 } as const;
const adapter = {
  vendor: 'acme',
  architecture: 'one',
  description: '',
  isFallback: false,
  hasTimestamps: true,
  hasShaderF16: false,
};

describe('configurations', () => {
  it.each([
    [{ crossOriginIsolated: true, cores: 8 }, [1, 4], [1, 2, 3, 4, 6, 8]],
    [{ crossOriginIsolated: true, cores: 2 }, [1, 2], [1, 2]],
    [{ crossOriginIsolated: true, cores: 1 }, [1], [1]],
    [{ crossOriginIsolated: false, cores: 8 }, [1], [1]],
  ])('with %o are %j threads by default, and %j are offered', (facts, byDefault, offered) => {
    expect(defaultConfigurations(facts, null).map(({ threads }) => threads)).toEqual(byDefault);
    expect(offeredThreadCounts(facts)).toEqual(offered);
  });

  it('hold a real GPU by default, but neither a software one nor none', () => {
    const facts = { crossOriginIsolated: false, cores: 1 };
    const withGpu = (isFallback: boolean) =>
      defaultConfigurations(facts, { kind: 'adapter', adapter: { ...adapter, isFallback } });
    expect(withGpu(false)).toEqual([one, gpuConfiguration]);
    expect(withGpu(true)).toEqual([one]);
    expect(defaultConfigurations(facts, { kind: 'absent', why: 'no-webgpu' })).toEqual([one]);
  });

  it('run as they were chosen, one thread first and the GPU last', async () => {
    const { profiles, state } = setUp();
    state().chooseConfigurations([gpuConfiguration, four, one]);
    void state().startProfiling();
    await settled();
    expect(state().profiling).toMatchObject({
      runs: [{ configuration: one }, { configuration: four }, { configuration: gpuConfiguration }],
    });
    expect(profiles[0]?.input).toMatchObject(one);
  });

  it('of which none is chosen run nothing', async () => {
    const { profiles, state } = setUp();
    state().chooseConfigurations([]);
    await state().startProfiling();
    expect(profiles).toEqual([]);
    expect(state().profiling).toEqual({ status: 'idle' });
  });

  it('ask the browser for its GPU once', async () => {
    const { gpu, state } = setUp();
    gpu.access = { kind: 'adapter', adapter };
    await state().findGpu();
    gpu.access = { kind: 'absent', why: 'no-webgpu' };
    await state().findGpu();
    expect(state().gpu).toEqual({ kind: 'adapter', adapter });
  });
});

describe('profiling this device', () => {
  it('measures one configuration after the other, and says how far each is', async () => {
    const { profiles, state } = setUp();
    void state().startProfiling();
    await settled();
    const source = { kind: 'catalogue', workload, seed: openingScenario.seed, weights: 'cheap' };
    expect(profiles.map(({ input }) => input)).toEqual([
      { source, seed: openingScenario.seed, ...one, date: '2026-02-03T04:05:06.000Z', oneThreadS: undefined },
    ]);
    profiles[0]?.progress(progress);
    expect(state().profiling).toMatchObject({
      status: 'running',
      runs: [
        { configuration: one, status: 'running', progress },
        { configuration: four, status: 'waiting' },
      ],
    });
    await profiles[0]?.answer(ok(measurement({ endToEndS: 0.04 })));
    // More threads are held against one.
    expect(profiles[1]?.input).toMatchObject({ ...four, oneThreadS: 0.04 });
    expect(state().profiling).toMatchObject({
      runs: [{ status: 'done' }, { status: 'running', progress: null }],
    });
  });

  it('names the fastest, saves all with what they tell, and makes it the source’s device in one undo step', async () => {
    const { profiles, savedDetails, savedProfiles, source, state } = setUp();
    const before = source()?.device;
    const run = state().startProfiling();
    await settled();
    await profiles[0]?.answer(ok(measurement({ threads: 1, endToEndS: 0.04 })));
    await profiles[1]?.answer(ok(measurement({ threads: 4, endToEndS: 0.02 })));
    await run;
    const { best, runs } = done(state());
    expect(best).toMatchObject({
      deviceId: 'measured',
      deviceName: 'This device',
      source: { threads: 4, deviceDetails: 'Test browser 1, Test OS, 8 cores' },
    });
    expect(runs.map(({ status }) => status)).toEqual(['done', 'done']);
    const ids = state().localProfiles.map(({ id }) => id);
    expect(savedProfiles.map(({ profile }) => profile.id).sort()).toEqual([...ids].sort());
    expect([...savedDetails.keys()].sort()).toEqual([...ids].sort());
    expect(source()?.device).toMatchObject({ kind: 'measured', profileId: best?.id });
    state().undo();
    expect(source()?.device).toEqual(before);
    expect(state().canUndo).toBe(false);
  });

  it('keeps a steady measurement rather than a faster unstable one', async () => {
    const { profiles, state } = setUp();
    const run = state().startProfiling();
    await settled();
    await profiles[0]?.answer(ok(measurement({ threads: 1, endToEndS: 0.04, steadiness: 'fair' })));
    await profiles[1]?.answer(ok(measurement({ threads: 4, endToEndS: 0.02, steadiness: 'unstable' })));
    await run;
    expect(state().profiling).toMatchObject({ status: 'done', best: { source: { threads: 1 } } });
  });

  it('of two unstable ones keeps the one whose mean is shorter, whatever the medians', async () => {
    const { profiles, state } = setUp();
    const run = state().startProfiling();
    await settled();
    const unstable = { steadiness: 'unstable', statistic: 'mean', factor: 1 } as const;
    await profiles[0]?.answer(ok(measurement({ ...unstable, threads: 1, endToEndS: 0.003, sumS: 0.004 })));
    await profiles[1]?.answer(ok(measurement({ ...unstable, threads: 4, endToEndS: 0.002, sumS: 0.008 })));
    await run;
    expect(state().profiling).toMatchObject({ status: 'done', best: { source: { threads: 1 } } });
  });

  it('is cancelled within the same step: idle at once, the worker told, nothing kept', async () => {
    const { profiles, savedProfiles, source, state } = setUp();
    const run = state().startProfiling();
    await settled();
    state().cancelProfiling();
    expect(state().profiling).toEqual({ status: 'idle' });
    expect(profiles[0]?.signal.aborted).toBe(true);
    await run;
    expect(state().profiling).toEqual({ status: 'idle' });
    expect(savedProfiles).toEqual([]);
    expect(source()?.device?.kind).toBe('catalogue');
  });

  it('keeps what was done when it is cancelled, and leaves the network alone', async () => {
    const { profiles, savedProfiles, source, state } = setUp();
    const run = state().startProfiling();
    await settled();
    await profiles[0]?.answer(ok(measurement()));
    state().cancelProfiling();
    expect(profiles[1]?.signal.aborted).toBe(true);
    await run;
    const { best, cancelled, runs } = done(state());
    expect(cancelled).toBe(true);
    expect(runs.map(({ status }) => status)).toEqual(['done', 'cancelled']);
    expect(savedProfiles.map(({ profile }) => profile.id)).toEqual([best?.id]);
    expect(source()?.device?.kind).toBe('catalogue');
  });

  it('shows no late progress of a cancelled run, and can start again at once', async () => {
    const { profiles, state } = setUp();
    const first = () => (state().profiling as { runs: readonly ConfigurationRun[] }).runs[0];
    void state().startProfiling();
    await settled();
    state().cancelProfiling();
    void state().startProfiling();
    await settled();
    profiles[0]?.progress({ ...progress, runs: 99 });
    expect(first()).toMatchObject({ status: 'running', progress: null });
    profiles[1]?.progress(progress);
    expect(first()).toMatchObject({ status: 'running', progress });
    void state().startProfiling();
    await settled();
    expect(profiles).toHaveLength(2);
  });

  it('runs once at a time', async () => {
    const { profiles, state } = setUp();
    void state().startProfiling();
    void state().startProfiling();
    await settled();
    expect(profiles).toHaveLength(1);
  });

  it('has nothing to run for a custom chain', async () => {
    const { profiles, state } = setUp();
    state().edit((scenario) => changeWorkload(scenario, custom));
    await state().startProfiling();
    expect(profiles).toEqual([]);
    expect(state().profiling).toEqual({ status: 'idle' });
  });

  it('reports the failure when every configuration fails, and can be started again', async () => {
    const { profiles, source, state } = setUp({ crossOriginIsolated: false });
    const run = state().startProfiling();
    await settled();
    await profiles[0]?.answer(err(failure));
    await run;
    expect(done(state())).toMatchObject({ best: null, runs: [{ status: 'failed', failure }] });
    expect(source()?.device?.kind).toBe('catalogue');
    void state().startProfiling();
    expect(state().profiling.status).toBe('running');
  });

  it('goes on after a failure, keeps what succeeds, and says what failed', async () => {
    const { profiles, state } = setUp();
    const run = state().startProfiling();
    await settled();
    await profiles[0]?.answer(err(failure));
    await profiles[1]?.answer(ok(measurement({ threads: 4 })));
    await run;
    expect(done(state())).toMatchObject({
      best: { source: { threads: 4 } },
      runs: [{ status: 'failed', failure }, { status: 'done' }],
    });
  });

  it('keeps a gesture alive that is going on when the measurement arrives', async () => {
    const { profiles, source, state } = setUp({ crossOriginIsolated: false });
    const run = state().startProfiling();
    await settled();
    const link = openingScenario.links[0]!;
    state().preview((scenario) => changeCapacity(scenario, link.id, 33, 'both'));
    await profiles[0]?.answer(ok(measurement()));
    await run;
    expect(source()?.device?.kind).toBe('measured');
    expect(state().scenario.links[0]?.aToBMbps).toBe(link.aToBMbps);
    state().commit();
    expect(source()?.device?.kind).toBe('measured');
    expect(state().scenario.links[0]?.aToBMbps).toBe(33);
  });

  it('does not bring back a gesture that was over before the measurement arrived', async () => {
    const { profiles, source, state } = setUp({ crossOriginIsolated: false });
    const link = openingScenario.links[0]!;
    const drag = (): void => state().preview((scenario) => changeCapacity(scenario, link.id, 33, 'both'));
    const ends = [
      state().discard,
      () => state().edit((scenario) => scenario),
      () => {
        state().commit();
        state().undo();
      },
    ];
    for (const [index, end] of ends.entries()) {
      const run = state().startProfiling();
      await settled();
      drag();
      end();
      await profiles[index]?.answer(ok(measurement()));
      await run;
      expect(state().draft).toBeNull();
    }
    expect(source()?.device?.kind).toBe('measured');
  });

  it('saves, but does not adopt, a measurement of a model that was changed meanwhile', async () => {
    const { profiles, savedProfiles, source, state } = setUp({ crossOriginIsolated: false });
    const run = state().startProfiling();
    await settled();
    state().edit((scenario) => changeWorkload(scenario, { ...workload, inputPx: 96 }));
    await profiles[0]?.answer(ok(measurement()));
    await run;
    expect(savedProfiles).toHaveLength(1);
    expect(source()?.device?.kind).toBe('catalogue');
  });

  it('uses the measurement even where it cannot be saved, and says so', async () => {
    const { failures, profiles, source, state } = setUp({ crossOriginIsolated: false });
    failures.storage = { kind: 'storage-full' };
    const run = state().startProfiling();
    await settled();
    await profiles[0]?.answer(ok(measurement()));
    await run;
    expect(source()?.device?.kind).toBe('measured');
    expect(state().notices).toMatchObject([{ kind: 'storage-error', failure: { kind: 'storage-full' } }]);
  });

  it('keeps a measurement in the visit where storage is full', async () => {
    const { failures, profiles, state } = setUp({ crossOriginIsolated: false });
    failures.storage = { kind: 'storage-full' };
    const run = state().startProfiling();
    await settled();
    await profiles[0]?.answer(ok(measurement()));
    await run;
    const { best } = done(state());
    expect(state().localProfiles).toEqual([best]);
    expect(state().profileDetails).toEqual({ [best!.id]: noDetails });
  });
});

describe('profiling the visitor’s own model', () => {
  const imported: ImportedWorkload = {
    kind: 'imported',
    name: 'face',
    fingerprint: '0123456789abcdef0123456789abcdef',
    dims: {},
    graph: {
      tensors: [
        { name: 'x', type: 'float32', shape: [1, 4] },
        { name: 'y', type: 'float32', shape: [1, 4] },
      ],
      inputs: [0],
      outputs: [1],
      operators: [
        { name: 'a', kind: 'Relu', inputs: [0], outputs: [1], macs: 1, parameters: 0, weightBytes: 0 },
      ],
      blockEnds: [1],
    },
    shipped: 'fp32',
    rawInput: 'fp32',
  };
  const files: ModelFiles = { name: 'face.onnx', model: new Blob(['x']), external: [] };

  it('hands its files to the worker', async () => {
    const { profiles, state, store } = setUp();
    store.setState({ modelFiles: () => Promise.resolve(files) });
    state().edit((scenario) => changeWorkload(scenario, imported));
    void state().startProfiling();
    await settled();
    expect(profiles[0]?.input.source).toEqual({
      kind: 'imported',
      workload: state().scenario.workload,
      files,
    });
  });

  it('asks for the file again where this browser does not have it', async () => {
    const { profiles, state, store } = setUp();
    store.setState({ modelFiles: () => Promise.resolve(null) });
    state().edit((scenario) => changeWorkload(scenario, imported));
    await state().startProfiling();
    expect(profiles).toEqual([]);
    expect(state().profiling).toEqual({ status: 'no-files', modelName: 'face' });
    store.setState({ modelFiles: () => Promise.resolve(files) });
    void state().startProfiling();
    await settled();
    expect(profiles).toHaveLength(1);
  });

  it('stays cancelled when that was asked for while the files were looked up', async () => {
    const { profiles, state, store } = setUp();
    store.setState({ modelFiles: () => Promise.resolve(null) });
    state().edit((scenario) => changeWorkload(scenario, imported));
    const run = state().startProfiling();
    state().cancelProfiling();
    await run;
    expect(profiles).toEqual([]);
    expect(state().profiling).toEqual({ status: 'idle' });
  });
});
