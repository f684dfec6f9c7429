import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeScenario } from '../core/scenario/edits';
import type { LocalKey } from '../services/types';
import { startAutosave } from './autosave';
import { createAppStore } from './createAppStore';
import { createFakeServices } from './testing/fakeServices';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const fake = createFakeServices();
  const writes: LocalKey[] = [];
  const localStore = {
    ...fake.services.localStore,
    write: (key: LocalKey, value: unknown) => {
      writes.push(key);
      return fake.services.localStore.write(key, value);
    },
  };
  const store = createAppStore(fake.services);
  const autosave = startAutosave(store, localStore);
  const rename = (name: string): void =>
    store.getState().edit((scenario) => changeScenario(scenario, { name }));
  return { ...fake, autosave, rename, store, writes };
}

describe('autosave', () => {
  it('writes nothing before something changes', () => {
    const { autosave, writes } = setUp();
    vi.runAllTimers();
    autosave.flush();
    expect(writes).toEqual([]);
  });

  it('writes once after a burst of edits, what was there last', () => {
    const { rename, stored, store, writes } = setUp();
    for (const name of ['a', 'b', 'c']) rename(name);
    expect(writes).toEqual([]);
    vi.runAllTimers();
    expect(writes).toEqual(['scenario']);
    expect(stored.get('scenario')).toEqual(store.getState().scenario);
  });

  it('writes only what changed since the last time', () => {
    const { rename, store, writes } = setUp();
    rename('a');
    vi.runAllTimers();
    store.getState().changeView({ dockOpen: false });
    vi.runAllTimers();
    expect(writes).toEqual(['scenario', 'view']);
  });

  it('does not write an unfinished gesture', () => {
    const { store, writes } = setUp();
    store.getState().preview((scenario) => changeScenario(scenario, { name: 'draft' }));
    vi.runAllTimers();
    expect(writes).toEqual([]);
  });

  it('writes at once when it is flushed, and not again', () => {
    const { autosave, rename, writes } = setUp();
    rename('a');
    autosave.flush();
    expect(writes).toEqual(['scenario']);
    vi.runAllTimers();
    expect(writes).toEqual(['scenario']);
  });

  it('writes what is waiting when it stops, and nothing afterwards', () => {
    const { autosave, rename, writes } = setUp();
    rename('a');
    autosave.stop();
    rename('b');
    vi.runAllTimers();
    expect(writes).toEqual(['scenario']);
  });

  it('says once that storage is full, however often it tries', () => {
    const { failures, rename, store } = setUp();
    failures.storage = { kind: 'storage-full' };
    rename('a');
    vi.runAllTimers();
    rename('b');
    vi.runAllTimers();
    expect(store.getState().notices).toMatchObject([{ kind: 'storage-error' }]);
  });

  it('tries again with the next change after a failure', () => {
    const { failures, rename, stored, store } = setUp();
    failures.storage = { kind: 'storage-full' };
    rename('a');
    vi.runAllTimers();
    failures.storage = null;
    rename('b');
    vi.runAllTimers();
    expect(stored.get('scenario')).toEqual(store.getState().scenario);
  });

  it('brings view and settings back in the next visit, but neither selection nor dialogs', () => {
    const { autosave, services, store } = setUp();
    const { changeSettings, changeView, scenario, select } = store.getState();
    changeView({ dockTab: 'compare', dockHeightPx: 444, openDialog: 'share', shownPlan: 'ue-only' });
    select([scenario.sourceId], []);
    changeSettings({ theme: 'dark', projector: true });
    autosave.flush();
    const next = createAppStore(services).getState();
    expect(next.view).toMatchObject({
      dockTab: 'compare',
      dockHeightPx: 444,
      openDialog: 'none',
      selectedNodes: [],
      shownPlan: 'best',
    });
    expect(next.settings).toEqual({ theme: 'dark', projector: true, shareDeviceDetails: false });
  });

  it('takes initial values for whatever is wrong in storage', () => {
    const { services, stored } = createFakeServices();
    stored.set('view', { dockTab: 'unknown', dockHeightPx: 'tall', dockOpen: false, extra: 1 });
    stored.set('settings', 'not an object');
    const { settings, view } = createAppStore(services).getState();
    expect(view).toMatchObject({ dockTab: 'layers', dockHeightPx: 350, dockOpen: false });
    expect(view).not.toHaveProperty('extra');
    expect(settings.theme).toBe('system');
  });
});
