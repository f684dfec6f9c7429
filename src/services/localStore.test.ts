import { describe, expect, it } from 'vitest';
import { createLocalStore } from './localStore';
import type { LocalKey } from './types';

/** The part of Storage that the store uses, in a map. */
function createStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

const keys: readonly LocalKey[] = ['scenario', 'settings', 'view', 'set-aside', 'measured-here'];

describe('local store', () => {
  it('reads null where nothing was written', () => {
    expect(createLocalStore(createStorage).read('scenario')).toEqual({ ok: true, value: null });
  });

  it('reads back what was written, each key apart from the others', () => {
    const storage = createStorage();
    const store = createLocalStore(() => storage);
    for (const key of keys) expect(store.write(key, { key })).toEqual({ ok: true, value: null });
    for (const key of keys) expect(store.read(key)).toEqual({ ok: true, value: { key } });
  });

  it('puts a version into every key', () => {
    const storage = createStorage();
    const store = createLocalStore(() => storage);
    for (const key of keys) store.write(key, 1);
    for (let i = 0; i < storage.length; i += 1) expect(storage.key(i)).toMatch(/^splitscape\.[a-z-]+\.\d+$/);
  });

  it('gives damaged text back as text, so that it can be set aside', () => {
    const storage = createStorage();
    const store = createLocalStore(() => storage);
    store.write('scenario', { name: 'x' });
    storage.setItem(storage.key(0)!, '{"name":');
    expect(store.read('scenario')).toEqual({ ok: true, value: '{"name":' });
  });

  it('says that storage is full', () => {
    const full = createStorage();
    full.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    expect(createLocalStore(() => full).write('view', 1)).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    });
  });

  it('says that storage is unavailable where reaching for it throws', () => {
    const store = createLocalStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const unavailable = { ok: false, error: { kind: 'storage-unavailable', message: 'denied' } };
    expect(store.read('view')).toEqual(unavailable);
    expect(store.write('view', 1)).toEqual(unavailable);
  });

  it('says which key another tab has written, until nobody wants to know', () => {
    const storage = createStorage();
    const page = new EventTarget();
    const store = createLocalStore(
      () => storage,
      () => page,
    );
    const heard: LocalKey[] = [];
    const stop = store.watch((key) => heard.push(key));
    store.write('scenario', 1);
    const tell = (key: string | null): boolean =>
      page.dispatchEvent(Object.assign(new Event('storage'), { key }));
    tell(storage.key(0));
    tell('of another page');
    tell(null);
    stop();
    tell(storage.key(0));
    expect(heard).toEqual(['scenario']);
  });
});
