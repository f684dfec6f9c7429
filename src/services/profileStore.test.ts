import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Profile } from '../core/profile/types';
import type { CustomWorkload } from '../core/scenario/types';
import { createProfileStore } from './profileStore';
import { measuredProfile, noDetails } from './testing/measuredProfile';
import type { KeptProfile, ProfileStore } from './types';

const workload: CustomWorkload = {
  kind: 'custom',
  name: 'One block',
  inputBytes: 10,
  blocks: [{ name: 'a', load: { unit: 'seconds', value: 1 }, bytesOut: 1, weightBytes: 0 }],
};
const profile = measuredProfile('p1', workload);
const here = (of: Profile): KeptProfile => ({ profile: of, origin: 'here' });
const details = { ...noDetails, copies: 3 };

async function idsOf(store: ProfileStore): Promise<readonly string[]> {
  const listed = await store.list();
  if (!listed.ok) throw new Error(listed.error.kind);
  return listed.value.map((kept) => kept.profile.id);
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => void vi.unstubAllGlobals());

describe('profile store', () => {
  it('is empty at first', async () => {
    expect(await createProfileStore().list()).toEqual({ ok: true, value: [] });
  });

  it('lists in a later visit what an earlier one saved, and what it tells', async () => {
    const file: KeptProfile = {
      profile: measuredProfile('p2', workload, { date: '2026-02-01T00:00:00Z' }),
      origin: 'file',
    };
    await createProfileStore().save(here(profile), details);
    await createProfileStore().save(file, null);
    const later = createProfileStore();
    expect(await later.list()).toEqual({ ok: true, value: [file, here(profile)] });
    expect(await later.details('p1')).toEqual({ ok: true, value: details });
    expect(await later.details('p2')).toEqual({ ok: true, value: null });
  });

  it('keeps several measurements of one configuration; the same id is replaced, its details too', async () => {
    const store = createProfileStore();
    const again = measuredProfile('again', workload, { date: '2026-02-01T00:00:00Z' });
    await store.save(here(profile), details);
    await store.save(here(again), null);
    await store.save(here(profile), null);
    expect(await idsOf(store)).toEqual(['again', 'p1']);
    expect(await store.details('p1')).toEqual({ ok: true, value: null });
  });

  it('renames, and does not mind one that is not there', async () => {
    const store = createProfileStore();
    await store.save(here(profile), details);
    expect(await store.rename('p1', 'My phone')).toEqual({ ok: true, value: null });
    expect(await store.rename('nobody', 'x')).toEqual({ ok: true, value: null });
    const renamed = here({ ...profile, deviceName: 'My phone' });
    expect(await createProfileStore().list()).toEqual({ ok: true, value: [renamed] });
  });

  it('brings the profiles of version 1 along', async () => {
    const older = await openDB('splitscape', 1, {
      upgrade: (database) => void database.createObjectStore('profiles', { keyPath: 'id' }),
    });
    const newest = measuredProfile('a-newest', workload, { date: '2026-03-01T00:00:00Z' });
    for (const each of [newest, profile, { id: 'damaged' }]) await older.put('profiles', each);
    older.close();
    expect(await createProfileStore().list()).toEqual({ ok: true, value: [here(newest), here(profile)] });
  });

  it('brings the profiles of version 2 along, as measured here', async () => {
    const older = await openDB('splitscape', 2, {
      upgrade: (database) => {
        const keyPath = ['modelKey', 'source.backend', 'source.threads'];
        database.createObjectStore('measurements', { keyPath }).createIndex('id', 'id');
      },
    });
    const threads = measuredProfile('threads', workload, { threads: 4, date: '2026-03-01T00:00:00Z' });
    for (const each of [profile, threads]) await older.put('measurements', each);
    older.close();
    const store = createProfileStore();
    expect(await store.list()).toEqual({ ok: true, value: [here(threads), here(profile)] });
    await store.remove('threads');
    expect(await idsOf(createProfileStore())).toEqual(['p1']);
  });

  it('removes a profile with what it tells, and does not mind one that is not there', async () => {
    const store = createProfileStore();
    await store.save(here(profile), details);
    expect(await store.remove('p1')).toEqual({ ok: true, value: null });
    expect(await store.remove('p1')).toEqual({ ok: true, value: null });
    expect(await store.list()).toEqual({ ok: true, value: [] });
    expect(await store.details('p1')).toEqual({ ok: true, value: null });
  });

  it('removes all of them', async () => {
    const store = createProfileStore();
    await store.save(here(profile), details);
    await store.save(here(measuredProfile('p2', workload)), null);
    expect(await store.removeAll()).toEqual({ ok: true, value: null });
    expect(await store.list()).toEqual({ ok: true, value: [] });
    expect(await store.details('p1')).toEqual({ ok: true, value: null });
  });

  it('leaves out entries that are not profiles (of another version, or damaged)', async () => {
    const store = createProfileStore();
    await store.save(here(profile), null);
    await store.save(here({ ...measuredProfile('old', workload), blocks: [] }), null);
    expect(await store.list()).toEqual({ ok: true, value: [here(profile)] });
  });

  it('says that storage is unavailable where IndexedDB is blocked, and works once it is not', async () => {
    const store = createProfileStore();
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(await store.save(here(profile), null)).toEqual({
      ok: false,
      error: { kind: 'storage-unavailable', message: 'denied' },
    });
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect(await store.save(here(profile), null)).toEqual({ ok: true, value: null });
  });

  it('says that storage is unavailable where there is no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await createProfileStore().list()).toMatchObject({ error: { kind: 'storage-unavailable' } });
  });

  it('says that storage is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await createProfileStore().save(here(profile), null)).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    });
    vi.restoreAllMocks();
  });

  it('says so too when a new name no longer fits, and leaves no failure behind that nobody hears', async () => {
    const store = createProfileStore();
    await store.save(here(profile), null);
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    // A request that fails later, as one over the quota does, and undoes its transaction.
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      return this.add(value);
    });
    expect(await store.rename('p1', 'My phone')).toMatchObject({ ok: false });
    vi.restoreAllMocks();
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
    expect(await store.list()).toEqual({ ok: true, value: [here(profile)] });
  });
});
