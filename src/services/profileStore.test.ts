import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomWorkload } from '../core/scenario/types';
import { createProfileStore } from './profileStore';
import { measuredProfile } from './testing/measuredProfile';

const workload: CustomWorkload = {
  kind: 'custom',
  name: 'One block',
  inputBytes: 10,
  blocks: [{ name: 'a', load: { unit: 'seconds', value: 1 }, bytesOut: 1, weightBytes: 0 }],
};
const profile = measuredProfile('p1', workload);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => void vi.unstubAllGlobals());

describe('profile store', () => {
  it('is empty at first', async () => {
    expect(await createProfileStore().list()).toEqual({ ok: true, value: [] });
  });

  it('lists in a later visit what an earlier one saved', async () => {
    await createProfileStore().save(profile);
    expect(await createProfileStore().list()).toEqual({ ok: true, value: [profile] });
  });

  it('keeps one profile a model, backend and number of threads: measuring again replaces', async () => {
    const store = createProfileStore();
    const again = measuredProfile('again', workload, { date: '2026-02-01T00:00:00Z' });
    const others = [
      measuredProfile('threads', workload, { threads: 4 }),
      measuredProfile('backend', workload, { backend: 'webgpu' }),
      measuredProfile('model', { ...workload, inputBytes: 20 }),
    ];
    for (const each of [profile, ...others, again]) await store.save(each);
    const listed = await store.list();
    if (!listed.ok) throw new Error(listed.error.kind);
    expect(listed.value.map(({ id }) => id).sort()).toEqual(['again', 'backend', 'model', 'threads']);
    // The older one is gone: removing it must not take the newer one along.
    await store.remove('p1');
    expect(await store.list()).toEqual(listed);
  });

  it('brings the profiles of an older version along, the newest of each', async () => {
    const older = await openDB('splitscape', 1, {
      upgrade: (database) => void database.createObjectStore('profiles', { keyPath: 'id' }),
    });
    const newest = measuredProfile('a-newest', workload, { date: '2026-03-01T00:00:00Z' });
    const threads = measuredProfile('threads', workload, { threads: 4 });
    for (const each of [newest, profile, threads, { id: 'damaged' }]) await older.put('profiles', each);
    older.close();
    const listed = await createProfileStore().list();
    expect(listed.ok && [...listed.value].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([newest, threads]);
  });

  it('removes a profile, and does not mind one that is not there', async () => {
    const store = createProfileStore();
    await store.save(profile);
    expect(await store.remove('p1')).toEqual({ ok: true, value: null });
    expect(await store.remove('p1')).toEqual({ ok: true, value: null });
    expect(await store.list()).toEqual({ ok: true, value: [] });
  });

  it('leaves out entries that are not profiles (of another version, or damaged)', async () => {
    const store = createProfileStore();
    await store.save(profile);
    await store.save({ ...measuredProfile('old', workload, { threads: 8 }), blocks: [] });
    expect(await store.list()).toEqual({ ok: true, value: [profile] });
  });

  it('says that storage is unavailable where IndexedDB is blocked, and works once it is not', async () => {
    const store = createProfileStore();
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(await store.save(profile)).toEqual({
      ok: false,
      error: { kind: 'storage-unavailable', message: 'denied' },
    });
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect(await store.save(profile)).toEqual({ ok: true, value: null });
  });

  it('says that storage is unavailable where there is no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await createProfileStore().list()).toMatchObject({ error: { kind: 'storage-unavailable' } });
  });

  it('says that storage is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await createProfileStore().save(profile)).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    });
    vi.restoreAllMocks();
  });
});
