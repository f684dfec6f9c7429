import { describe, expect, it } from 'vitest';
import type { MeasuredSource, Profile } from '../core/profile/types';
import { adoptProfile, changeWorkload } from '../core/scenario/edits';
import { err, ok } from '../core/result';
import { parseScenario } from '../core/scenario/parseScenario';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload } from '../core/scenario/types';
import type { ProfileMeasurement } from '../protocol/profilerApi';
import type { Services } from '../services/types';
import { measuredInThisBrowser, measuredProfile, noDetails } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { createLocalProfiles, detailsOf } from './localProfiles';
import { markOf } from './measuredHere';
import { provenanceOf } from './provenance';
import { createFakeServices, settled } from './testing/fakeServices';
import type { AppStore } from './useStore';

const workload = openingScenario.workload as CatalogueWorkload;

function measurement(of: Partial<MeasuredSource> = {}): ProfileMeasurement {
  const { modelKey, blocks, source } = measuredProfile('unused', workload, of);
  return { modelKey, blocks, source, details: noDetails };
}

/** Services of a page that is not isolated: one configuration by default. */
const oneThread = (services: Services): Services => ({
  ...services,
  facts: { ...services.facts, crossOriginIsolated: false },
});

describe('profiles of this device', () => {
  it('are read at the start, newest first', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(
      ...measuredInThisBrowser(
        measuredProfile('old', workload, { date: '2025-01-01T00:00:00Z' }),
        measuredProfile('new', workload, { date: '2026-01-01T00:00:00Z', threads: 4 }),
      ),
    );
    const store = createAppStore(fake.services);
    await settled();
    expect(store.getState().localProfiles.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('can be removed, here and in storage; the document keeps its snapshot', async () => {
    const fake = createFakeServices();
    const profile = measuredProfile('p', workload);
    fake.savedProfiles.push(...measuredInThisBrowser(profile));
    const store = createAppStore(fake.services);
    await settled();
    store.getState().adoptProfile(profile);
    await store.getState().removeProfile('p');
    expect(store.getState().localProfiles).toEqual([]);
    expect(fake.savedProfiles).toEqual([]);
    expect(store.getState().scenario.profiles).toContainEqual(profile);
  });

  it('come back, with what ran, when the removal is taken back', async () => {
    const fake = createFakeServices();
    const profile = measuredProfile('p', workload);
    const kept = measuredInThisBrowser(profile);
    fake.savedProfiles.push(...kept);
    fake.savedDetails.set('p', { ...noDetails, copies: 7 });
    const store = createAppStore(fake.services);
    await settled();
    await store.getState().removeProfile('p');
    expect(fake.savedDetails.has('p')).toBe(false);
    const notice = store.getState().notices.at(-1);
    if (notice?.kind !== 'done') throw new Error('no way back is offered');
    await notice.undo?.();
    expect(store.getState().localProfiles).toEqual([profile]);
    expect(fake.savedProfiles).toEqual(kept);
    expect(fake.savedDetails.get('p')?.copies).toBe(7);
  });

  it('are silently none where storage is blocked: nothing is lost yet', async () => {
    const fake = createFakeServices();
    fake.failures.storage = { kind: 'storage-unavailable', message: 'denied' };
    const store = createAppStore(fake.services);
    await settled();
    expect(store.getState().localProfiles).toEqual([]);
    expect(store.getState().notices).toEqual([]);
  });

  it('pile up: measuring again keeps the older one, newest first', async () => {
    const fake = createFakeServices();
    const older = measuredProfile('older', workload);
    fake.savedProfiles.push(...measuredInThisBrowser(older));
    const store = createAppStore(oneThread(fake.services));
    await settled();
    store.getState().adoptProfile(older);
    const run = store.getState().startProfiling();
    await settled();
    await fake.profiles[0]?.answer(ok(measurement({ endToEndS: 0.04, date: '2026-03-01T00:00:00Z' })));
    await run;
    const { localProfiles, profiling, scenario, undo } = store.getState();
    if (profiling.status !== 'done' || profiling.best === null) throw new Error(profiling.status);
    expect(localProfiles.map(({ id }) => id)).toEqual([profiling.best.id, 'older']);
    expect(fake.savedProfiles.map(({ profile, origin }) => [profile.id, origin])).toEqual([
      ['older', 'here'],
      [profiling.best.id, 'here'],
    ]);
    expect(scenario.profiles).toContainEqual(profiling.best);
    undo();
    expect(store.getState().scenario.profiles).toContainEqual(older);
    expect(provenanceOf(older, store.getState().measuredHere).kind).toBe('measured-here');
  });

  it('can be named, here, in storage and in the document, and stay measured here', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(...measuredInThisBrowser(measuredProfile('p', workload)));
    const store = createAppStore(fake.services);
    await settled();
    const state = () => store.getState();
    state().adoptProfile(state().localProfiles[0]!);
    await state().renameProfile('p', 'My phone, cold');
    const [renamed] = state().localProfiles;
    expect(renamed?.deviceName).toBe('My phone, cold');
    expect(fake.savedProfiles[0]?.profile.deviceName).toBe('My phone, cold');
    expect(state().scenario.profiles).toContainEqual(renamed);
    expect(provenanceOf(renamed!, state().measuredHere).kind).toBe('measured-here');
    const next = createAppStore(fake.services);
    await settled();
    expect(provenanceOf(renamed!, next.getState().measuredHere).kind).toBe('measured-here');
    state().undo();
    const [before] = state().scenario.profiles.filter(({ id }) => id === 'p');
    expect(before?.deviceName).toBe('This device');
    expect(provenanceOf(before!, state().measuredHere).kind).toBe('measured-here');
  });

  it('can all be removed at once, what another tab kept too, and all come back', async () => {
    const fake = createFakeServices();
    const server = measuredProfile('server', workload, { backend: 'native', date: '2026-03-01T00:00:00Z' });
    fake.savedProfiles.push(...measuredInThisBrowser(measuredProfile('p', workload)), {
      profile: server,
      origin: 'file',
    });
    fake.savedDetails.set('server', { ...noDetails, copies: 7 });
    const store = createAppStore(fake.services);
    await settled();
    const elsewhere = measuredProfile('elsewhere', workload, { threads: 2 });
    fake.savedProfiles.push(...measuredInThisBrowser(elsewhere));
    const kept = [...fake.savedProfiles];
    await store.getState().removeAllProfiles();
    expect(store.getState().localProfiles).toEqual([]);
    expect(fake.savedProfiles).toEqual([]);
    expect(fake.savedDetails.size).toBe(0);
    const notice = store.getState().notices.at(-1);
    if (notice?.kind !== 'done') throw new Error('no way back is offered');
    expect(notice.text).toBe('Removed 3 profiles.');
    await notice.undo?.();
    expect(store.getState().localProfiles[0]).toEqual(server);
    expect(new Set(fake.savedProfiles)).toEqual(new Set(kept));
    expect(fake.savedDetails.get('server')?.copies).toBe(7);
    expect(provenanceOf(server, store.getState().measuredHere).kind).toBe('measured-elsewhere');
  });

  it('are removed once, however often that is asked', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(...measuredInThisBrowser(measuredProfile('p', workload)));
    const store = createAppStore(fake.services);
    await settled();
    const { removeProfile } = store.getState();
    await Promise.all([removeProfile('p'), removeProfile('p')]);
    expect(store.getState().notices).toHaveLength(1);
  });

  it('tell what ran when they are asked, once', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(...measuredInThisBrowser(measuredProfile('p', workload)));
    fake.savedDetails.set('p', { ...noDetails, copies: 7 });
    const store = createAppStore(fake.services);
    await settled();
    expect(store.getState().profileDetails).toEqual({});
    await store.getState().loadProfileDetails('p');
    await store.getState().loadProfileDetails('unknown');
    expect(store.getState().profileDetails).toEqual({ p: { ...noDetails, copies: 7 }, unknown: null });
  });
});

describe('profiles read from a file', () => {
  const ofServer = measuredProfile('server', workload, { backend: 'native', threads: 8 });

  it('join the history with what they tell, and are never called measured here', async () => {
    const fake = createFakeServices();
    const store = createAppStore(fake.services);
    await store.getState().addProfiles([ofServer], { server: noDetails });
    expect(store.getState().localProfiles).toEqual([ofServer]);
    expect(store.getState().profileDetails).toEqual({ server: noDetails });
    expect(fake.savedProfiles).toEqual([{ profile: ofServer, origin: 'file' }]);
    expect(provenanceOf(ofServer, store.getState().measuredHere).kind).toBe('measured-elsewhere');
    const next = createAppStore(fake.services);
    await settled();
    expect(next.getState().localProfiles).toEqual([ofServer]);
    expect(provenanceOf(ofServer, next.getState().measuredHere).kind).toBe('measured-elsewhere');
  });

  it('do not become the UE’s device when the model changes: they are no measurement of this device', async () => {
    const fake = createFakeServices();
    const store = createAppStore(fake.services);
    const small = { ...workload, inputPx: 64 } as const;
    await store.getState().addProfiles([measuredProfile('server', small)], {});
    store.getState().adoptProfile(measuredProfile('here', workload));
    store.getState().edit((scenario) => changeWorkload(scenario, small));
    const { nodes, sourceId } = store.getState().scenario;
    expect(nodes.find(({ id }) => id === sourceId)?.device).toMatchObject({ profileId: 'here' });
  });

  it('are there once however often the file is read, and never replace other figures of the same id', async () => {
    const fake = createFakeServices();
    const store = createAppStore(fake.services);
    const [first] = await store.getState().addProfiles([ofServer], {});
    const [again] = await store.getState().addProfiles([structuredClone(ofServer)], {});
    expect(again).toBe(first);
    const faster = measuredProfile('server', workload, { endToEndS: 0.001 });
    const [other] = await store.getState().addProfiles([faster], {});
    expect(other?.id).not.toBe('server');
    expect(store.getState().localProfiles).toHaveLength(2);
    expect(fake.savedProfiles).toHaveLength(2);
  });

  it.each(['constructor', '__proto__', 'toString'])('may be called %s like any other', async (id) => {
    const fake = createFakeServices();
    const saved: unknown[] = [];
    const { profileStore } = fake.services;
    const save: typeof profileStore.save = (kept, details) => {
      saved.push(details);
      return profileStore.save(kept, details);
    };
    const store = createAppStore({ ...fake.services, profileStore: { ...profileStore, save } });
    const profile = measuredProfile(id, workload, { backend: 'native' });
    await store.getState().addProfiles([profile], {});
    // IndexedDB takes no functions: what an object inherits is nothing a profile tells.
    expect(saved).toEqual([null]);
    expect(Object.entries(store.getState().profileDetails)).toEqual([[id, null]]);
    fake.savedDetails.set(id, { ...noDetails, copies: 7 });
    const next = createAppStore(fake.services);
    await settled();
    await next.getState().loadProfileDetails(id);
    expect(detailsOf(next.getState().profileDetails, id)?.copies).toBe(7);
    expect(detailsOf({}, id)).toBeUndefined();
  });

  it('can be any node’s device', async () => {
    const fake = createFakeServices();
    const store = createAppStore(fake.services);
    const host = store.getState().scenario.nodes.find(({ kind }) => kind === 'mec')!;
    const [kept] = await store.getState().addProfiles([ofServer], {});
    store.getState().adoptProfile(kept!, host.id);
    const device = store.getState().scenario.nodes.find(({ id }) => id === host.id)?.device;
    expect(device).toMatchObject({ kind: 'measured', profileId: 'server' });
  });
});

describe('a measurement made here', () => {
  const profile = measuredProfile('p', workload);
  const kindIn = (store: AppStore, of: Profile = profile): string =>
    provenanceOf(of, store.getState().measuredHere).kind;

  it('stays that after it is removed, in later visits too', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(...measuredInThisBrowser(profile));
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
    await settled();
    await fake.profiles[0]?.answer(ok(measurement()));
    await run;
    const marks = createAppStore(services).getState().measuredHere;
    expect(marks).toHaveLength(1);
  });

  it('is told by every figure, 90th percentiles and cold start included, and by its name', () => {
    const coldStart = { loadS: 1, createS: 0.2, firstRunS: 0.3 };
    const full = measuredProfile('full', workload, { endToEndP90S: 0.1, endToEndMinS: 0.01, coldStart });
    const mark = markOf(full);
    const source = { ...full.source, deviceDetails: null };
    expect(markOf({ ...full, source })).toBe(mark);
    expect(markOf({ ...full, deviceName: 'NVIDIA H100' })).not.toBe(mark);
    const changes: readonly Partial<MeasuredSource>[] = [
      { endToEndP90S: 0.2 },
      { endToEndMinS: 0.02 },
      { coldStart: { ...coldStart, firstRunS: 0.4 } },
    ];
    for (const change of changes) {
      expect(markOf({ ...full, source: { ...full.source, ...change } })).not.toBe(mark);
    }
    const blocks = full.blocks.map((block) => ({ ...block, p90S: 0.5, minS: 0.1 }));
    expect(markOf({ ...full, blocks })).not.toBe(mark);
    const saved = parseScenario(
      structuredClone(adoptProfile(openingScenario, openingScenario.sourceId, full)),
    );
    if (!saved.ok) throw new Error(saved.error.kind);
    expect(saved.value.profiles.map(markOf)).toContain(mark);
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
      }).keep([{ profile: mine, details: null }]);
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
