import { describe, expect, it } from 'vitest';
import type { Profile } from '../core/profile/types';
import { err, ok } from '../core/result';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload } from '../core/scenario/types';
import type { ProfileMeasurement } from '../protocol/profilerApi';
import { measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { createLocalProfiles } from './localProfiles';
import { provenanceOf } from './provenance';
import { noDetails } from '../services/testing/measuredProfile';
import { createFakeServices, settled } from './testing/fakeServices';
import type { AppStore } from './useStore';

const workload = openingScenario.workload as CatalogueWorkload;

function measurement(): ProfileMeasurement {
  const { modelKey, blocks, source } = measuredProfile('unused', workload);
  return { modelKey, blocks, source, details: noDetails };
}

describe('profiles of this device', () => {
  it('are read at the start, newest first', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(
      measuredProfile('old', workload, { date: '2025-01-01T00:00:00Z' }),
      measuredProfile('new', workload, { date: '2026-01-01T00:00:00Z', threads: 4 }),
    );
    const store = createAppStore(fake.services);
    await settled();
    expect(store.getState().localProfiles.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('can be removed, here and in storage; the document keeps its snapshot', async () => {
    const fake = createFakeServices();
    const profile = measuredProfile('p', workload);
    fake.savedProfiles.push(profile);
    const store = createAppStore(fake.services);
    await settled();
    store.getState().adoptProfile(profile);
    await store.getState().removeProfile('p');
    expect(store.getState().localProfiles).toEqual([]);
    expect(fake.savedProfiles).toEqual([]);
    expect(store.getState().scenario.profiles).toContainEqual(profile);
  });

  it('are silently none where storage is blocked: nothing is lost yet', async () => {
    const fake = createFakeServices();
    fake.failures.storage = { kind: 'storage-unavailable', message: 'denied' };
    const store = createAppStore(fake.services);
    await settled();
    expect(store.getState().localProfiles).toEqual([]);
    expect(store.getState().notices).toEqual([]);
  });

  it('hold one measurement of a model, backend and number of threads: measuring again replaces it', async () => {
    const fake = createFakeServices();
    const older = measuredProfile('older', workload);
    const others = [
      measuredProfile('threads', workload, { threads: 4 }),
      measuredProfile('model', { ...workload, inputPx: 96 }),
    ];
    fake.savedProfiles.push(older, ...others);
    const store = createAppStore({
      ...fake.services,
      facts: { ...fake.services.facts, crossOriginIsolated: false },
    });
    await settled();
    store.getState().adoptProfile(older);
    const run = store.getState().startProfiling();
    const { modelKey, blocks, source } = measuredProfile('unused', workload, { endToEndS: 0.04 });
    await fake.profiles[0]?.answer(ok({ modelKey, blocks, source }));
    await run;
    const ids = (profiles: readonly Profile[]): readonly string[] => profiles.map(({ id }) => id).sort();
    const { localProfiles, profiling, scenario, undo } = store.getState();
    if (profiling.status !== 'done') throw new Error(profiling.status);
    expect(ids(localProfiles)).toEqual([profiling.kept.id, 'model', 'threads'].sort());
    expect(ids(fake.savedProfiles)).toEqual(ids(localProfiles));
    expect(scenario.profiles).toContainEqual(profiling.kept);
    undo();
    // A document that carries the older one keeps it, and it stays one that was measured here.
    expect(store.getState().scenario.profiles).toContainEqual(older);
    expect(provenanceOf(older, store.getState().measuredHere).kind).toBe('measured-here');
  });
});

describe('a measurement made here', () => {
  const profile = measuredProfile('p', workload);
  const kindIn = (store: AppStore, of: Profile = profile): string =>
    provenanceOf(of, store.getState().measuredHere).kind;

  it('stays that after it is removed, in later visits too', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(profile);
    const store = createAppStore(fake.services);
    await settled();
    await store.getState().removeProfile('p');
    expect(kindIn(store)).toBe('measured-here');
    const next = createAppStore(fake.services);
    await settled();
    expect(next.getState().localProfiles).toEqual([]);
    expect(kindIn(next)).toBe('measured-here');
  });

  it('stays that where profiles cannot be saved', async () => {
    const fake = createFakeServices();
    const profileStore = {
      ...fake.services.profileStore,
      list: () => Promise.resolve(err({ kind: 'storage-unavailable', message: 'denied' } as const)),
      save: () => Promise.resolve(err({ kind: 'storage-unavailable', message: 'denied' } as const)),
    };
    const services = {
      ...fake.services,
      profileStore,
      facts: { ...fake.services.facts, crossOriginIsolated: false },
    };
    const run = createAppStore(services).getState().startProfiling();
    await fake.profiles[0]?.answer(ok(measurement()));
    await run;
    const marks = createAppStore(services).getState().measuredHere;
    expect(marks).toHaveLength(1);
  });

  it('is not forgotten when another tab remembers one of its own', async () => {
    const fake = createFakeServices();
    const first = createAppStore(fake.services);
    const second = createAppStore(fake.services);
    await settled();
    const other = measuredProfile('q', workload, { threads: 2 });
    const measureIn = async (store: AppStore, mine: Profile): Promise<void> => {
      await createLocalProfiles({
        set: (patch) => store.setState(patch),
        get: () => store.getState(),
        services: fake.services,
      }).keep([mine]);
    };
    await measureIn(first, profile);
    await measureIn(second, other);
    const next = createAppStore(fake.services);
    expect(kindIn(next)).toBe('measured-here');
    expect(kindIn(next, other)).toBe('measured-here');
  });

  it('is nothing that storage can say in another form', () => {
    const fake = createFakeServices();
    for (const stored of [null, 'p', { p: true }, [1, null]]) {
      fake.stored.set('measured-here', stored);
      expect(createAppStore(fake.services).getState().measuredHere).toEqual([]);
    }
  });
});
