import { describe, expect, it, vi } from 'vitest';
import { ok } from '../core/result';
import { createLazyProfileStore } from './lazyProfileStore';
import type { ProfileStore } from './types';

const store: ProfileStore = {
  list: () => Promise.resolve(ok([])),
  save: () => Promise.resolve(ok(null)),
  details: () => Promise.resolve(ok(null)),
  rename: () => Promise.resolve(ok(null)),
  remove: () => Promise.resolve(ok(null)),
  removeAll: () => Promise.resolve(ok(null)),
};

describe('a profile store that loads when it is first asked', () => {
  it('loads once', async () => {
    const load = vi.fn(() => Promise.resolve(store));
    const lazy = createLazyProfileStore(load);
    expect(load).not.toHaveBeenCalled();
    await Promise.all([lazy.list(), lazy.remove('p')]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says that storage is unavailable while its script does not arrive, and tries again', async () => {
    const load = vi.fn(() => Promise.resolve(store));
    load.mockRejectedValueOnce(new Error('offline'));
    const lazy = createLazyProfileStore(load);
    expect(await lazy.list()).toEqual({
      ok: false,
      error: { kind: 'storage-unavailable', message: 'offline' },
    });
    expect(await lazy.list()).toEqual(ok([]));
  });
});
