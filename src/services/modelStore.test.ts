import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ModelFiles } from '../protocol/modelFiles';
import { createModelStore } from './modelStore';
import type { StoredModel } from './modelTypes';

const entry: StoredModel = {
  fingerprint: 'a'.repeat(32),
  name: 'face.onnx',
  bytes: 5,
  openedAt: '2026-01-01T00:00:00.000Z',
};
const files: ModelFiles = {
  name: 'face.onnx',
  model: new File([new Uint8Array([1, 2, 3])], 'face.onnx'),
  external: [{ path: 'data/w.bin', data: new Blob([new Uint8Array([4, 5])]) }],
};

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

describe('model store', () => {
  it('gives a later visit the bytes that an earlier one saved', async () => {
    expect(await createModelStore().save(entry, files)).toEqual({ ok: true, value: null });
    const store = createModelStore();
    expect(await store.list()).toEqual({ ok: true, value: [entry] });
    const read = await store.read(entry.fingerprint);
    if (!read.ok || read.value === null) throw new Error('nothing was read');
    expect(read.value.name).toBe('face.onnx');
    expect(new Uint8Array(await read.value.model.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(read.value.external.map(({ path }) => path)).toEqual(['data/w.bin']);
    expect(new Uint8Array(await read.value.external[0]!.data.arrayBuffer())).toEqual(new Uint8Array([4, 5]));
  });

  it('has null for a model nobody saved', async () => {
    expect(await createModelStore().read('nobody')).toEqual({ ok: true, value: null });
  });

  it('forgets the list entry and the bytes together', async () => {
    const store = createModelStore();
    await store.save(entry, files);
    await store.remove(entry.fingerprint);
    expect(await store.list()).toEqual({ ok: true, value: [] });
    expect(await store.read(entry.fingerprint)).toEqual({ ok: true, value: null });
  });

  it('saves one copy of a model that is opened again, with its latest date', async () => {
    const store = createModelStore();
    await store.save(entry, files);
    await store.save({ ...entry, openedAt: '2026-02-01T00:00:00.000Z' }, files);
    expect(await store.list()).toMatchObject({ value: [{ openedAt: '2026-02-01T00:00:00.000Z' }] });
  });

  it('answers where the browser has no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await createModelStore().list()).toMatchObject({
      ok: false,
      error: { kind: 'storage-unavailable' },
    });
  });

  it('says that the quota is used up when a file cannot be taken in', async () => {
    const full = {
      size: 3,
      arrayBuffer: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    expect(await createModelStore().save(entry, { ...files, model: full })).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    });
    expect(await createModelStore().list()).toEqual({ ok: true, value: [] });
  });
});
