import { describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import { changeCapacity, changeWorkload } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload, CustomWorkload } from '../core/scenario/types';
import type { MeasuredSource } from '../core/profile/types';
import type { ProfileMeasurement, ProfileProgress } from '../protocol/profilerApi';
import type { BrowserFacts } from '../services/types';
import { measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { threadCounts } from './profilingSlice';
import { noDetails } from '../services/testing/measuredProfile';
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

function setUp(facts: Partial<BrowserFacts> = {}) {
  const plain = createFakeServices();
  const services = { ...plain.services, facts: { ...plain.services.facts, ...facts } };
  const store = createAppStore(services);
  const state = () => store.getState();
  const source = () => state().scenario.nodes.find(({ id }) => id === state().scenario.sourceId);
  return { ...plain, store, state, source };
}

describe('profiling this device', () => {
  it.each([
    [{ crossOriginIsolated: true, cores: 8 }, [1, 4]],
    [{ crossOriginIsolated: true, cores: 2 }, [1, 2]],
    [{ crossOriginIsolated: true, cores: 1 }, [1]],
    [{ crossOriginIsolated: false, cores: 8 }, [1]],
  ])('with %o tries %j threads', (facts, expected) => {
    expect(threadCounts(facts)).toEqual(expected);
  });

  it('measures one thread count after the other, and says how far it is', async () => {
    const { profiles, state } = setUp();
    void state().startProfiling();
    expect(profiles.map(({ input }) => input)).toEqual([
      { workload, seed: openingScenario.seed, backend: 'wasm', threads: 1, date: '2026-02-03T04:05:06.000Z' },
    ]);
    profiles[0]?.progress(progress);
    expect(state().profiling).toEqual({ status: 'running', threads: [1, 4], current: 0, progress });
    await profiles[0]?.answer(ok(measurement()));
    expect(profiles[1]?.input.threads).toBe(4);
    expect(state().profiling).toMatchObject({ status: 'running', current: 1, progress: null });
  });

  it('keeps the faster one, saves both, and makes it the source’s device in one undo step', async () => {
    const { profiles, savedProfiles, source, state } = setUp();
    const before = source()?.device;
    const run = state().startProfiling();
    await profiles[0]?.answer(ok(measurement({ threads: 1, endToEndS: 0.04 })));
    await profiles[1]?.answer(ok(measurement({ threads: 4, endToEndS: 0.02 })));
    await run;
    const { profiling } = state();
    if (profiling.status !== 'done') throw new Error(profiling.status);
    expect(profiling.kept).toMatchObject({
      deviceId: 'measured',
      deviceName: 'This device',
      source: { threads: 4, deviceDetails: 'Test browser 1, Test OS, 8 cores' },
    });
    expect(profiling.others.map((profile) => profile.source)).toMatchObject([{ threads: 1 }]);
    expect(savedProfiles.map(({ id }) => id).sort()).toEqual(
      state()
        .localProfiles.map(({ id }) => id)
        .sort(),
    );
    expect(source()?.device).toMatchObject({ kind: 'measured', profileId: profiling.kept.id });
    state().undo();
    expect(source()?.device).toEqual(before);
    expect(state().canUndo).toBe(false);
  });

  it('keeps a steady measurement rather than a faster unstable one', async () => {
    const { profiles, state } = setUp();
    const run = state().startProfiling();
    await profiles[0]?.answer(ok(measurement({ threads: 1, endToEndS: 0.04, steadiness: 'fair' })));
    await profiles[1]?.answer(ok(measurement({ threads: 4, endToEndS: 0.02, steadiness: 'unstable' })));
    await run;
    expect(state().profiling).toMatchObject({ status: 'done', kept: { source: { threads: 1 } } });
  });

  it('of two unstable ones keeps the one whose mean is shorter, whatever the medians', async () => {
    const { profiles, state } = setUp();
    const run = state().startProfiling();
    const unstable = { steadiness: 'unstable', statistic: 'mean', factor: 1 } as const;
    await profiles[0]?.answer(ok(measurement({ ...unstable, threads: 1, endToEndS: 0.003, sumS: 0.004 })));
    await profiles[1]?.answer(ok(measurement({ ...unstable, threads: 4, endToEndS: 0.002, sumS: 0.008 })));
    await run;
    expect(state().profiling).toMatchObject({ status: 'done', kept: { source: { threads: 1 } } });
  });

  it('is cancelled within the same step: idle at once, the worker told, nothing kept', async () => {
    const { profiles, savedProfiles, source, state } = setUp();
    const run = state().startProfiling();
    await profiles[0]?.answer(ok(measurement()));
    state().cancelProfiling();
    expect(state().profiling).toEqual({ status: 'idle' });
    expect(profiles[1]?.signal.aborted).toBe(true);
    await run;
    expect(state().profiling).toEqual({ status: 'idle' });
    expect(savedProfiles).toEqual([]);
    expect(source()?.device?.kind).toBe('catalogue');
  });

  it('shows no late progress of a cancelled run, and can start again at once', async () => {
    const { profiles, state } = setUp();
    void state().startProfiling();
    state().cancelProfiling();
    void state().startProfiling();
    profiles[0]?.progress({ ...progress, runs: 99 });
    expect(state().profiling).toMatchObject({ status: 'running', progress: null });
    await settled();
    profiles[1]?.progress(progress);
    expect(state().profiling).toMatchObject({ status: 'running', progress });
    void state().startProfiling();
    expect(profiles).toHaveLength(2);
  });

  it('runs once at a time', () => {
    const { profiles, state } = setUp();
    void state().startProfiling();
    void state().startProfiling();
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
    const { profiles, state } = setUp({ crossOriginIsolated: false });
    const run = state().startProfiling();
    await profiles[0]?.answer(err(failure));
    await run;
    expect(state().profiling).toEqual({ status: 'failed', failure });
    void state().startProfiling();
    expect(state().profiling.status).toBe('running');
  });

  it('keeps what succeeded when another configuration fails, and says which', async () => {
    const { profiles, state } = setUp();
    const run = state().startProfiling();
    await profiles[0]?.answer(ok(measurement()));
    await profiles[1]?.answer(err(failure));
    await run;
    expect(state().profiling).toMatchObject({
      status: 'done',
      kept: { source: { threads: 1 } },
      failures: [{ threads: 4, failure }],
    });
  });

  it('keeps a gesture alive that is going on when the measurement arrives', async () => {
    const { profiles, source, state } = setUp({ crossOriginIsolated: false });
    const run = state().startProfiling();
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
    await profiles[0]?.answer(ok(measurement()));
    await run;
    expect(source()?.device?.kind).toBe('measured');
    expect(state().notices).toMatchObject([{ kind: 'storage-error', failure: { kind: 'storage-full' } }]);
  });
});
