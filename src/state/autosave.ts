/** Keeps what a reload must find: written a little after the last change, and at once when the page goes away. */
import type { LocalStore } from '../services/types';
import { keptSettings, keptView, type kept, type KeptKey } from './storage';
import type { AppState } from './types';
import type { AppStore } from './useStore';

/** Long enough to write once after a burst of edits, short enough to lose nothing that matters [ms]. */
const debounceMs = 400;

export interface Autosave {
  /** Writes what is waiting; for `pagehide` and `visibilitychange`. */
  flush(): void;
  /** Writes what is waiting and stops watching. */
  stop(): void;
}

/** State keys that live in the local store, each under the key the storage table names. */
type LocalPart = Exclude<KeptKey<{ reload: 'scenario' | 'view' | 'settings' }>, never>;
type LocalKeyOf<K extends LocalPart> = (typeof kept)[K]['reload'];

const written: {
  readonly [K in LocalPart]: { key: LocalKeyOf<K>; value: (state: AppState) => unknown };
} = {
  scenario: { key: 'scenario', value: (state) => state.scenario },
  view: { key: 'view', value: (state) => keptView(state.view) },
  settings: { key: 'settings', value: (state) => keptSettings(state.settings) },
};
const parts: readonly LocalPart[] = ['scenario', 'view', 'settings'];

export function startAutosave(store: AppStore, localStore: LocalStore): Autosave {
  const waiting = new Set<LocalPart>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    const state = store.getState();
    for (const part of waiting) {
      const { key, value } = written[part];
      const result = localStore.write(key, value(state));
      if (!result.ok) state.notify({ kind: 'storage-error', failure: result.error });
    }
    waiting.clear();
  };

  const unsubscribe = store.subscribe((state, previous) => {
    const changed = parts.filter((part) => state[part] !== previous[part]);
    if (changed.length === 0) return;
    for (const part of changed) waiting.add(part);
    clearTimeout(timer);
    timer = setTimeout(flush, debounceMs);
  });

  return {
    flush,
    stop: () => {
      flush();
      unsubscribe();
    },
  };
}
