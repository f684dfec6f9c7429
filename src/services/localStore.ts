/** Autosave in localStorage. Keys carry a version: a layout that changes gets a new key instead of a misreading. */
import { err, ok } from '../core/result';
import { storageFailureOf } from './storageFailure';
import type { LocalKey, LocalStore } from './types';

const storageKeys: Readonly<Record<LocalKey, string>> = {
  scenario: 'splitscape.scenario.1',
  settings: 'splitscape.settings.1',
  view: 'splitscape.view.1',
  'set-aside': 'splitscape.set-aside.1',
  'measured-here': 'splitscape.measured-here.1',
};
const localKeys = new Map(Object.entries(storageKeys).map(([key, name]) => [name, key as LocalKey]));

/** `storage` is asked for anew each time: with storage blocked even reading `window.localStorage` throws. */
export function createLocalStore(
  storage: () => Storage = () => window.localStorage,
  events: () => EventTarget = () => window,
): LocalStore {
  return {
    read: (key) => {
      try {
        const text = storage().getItem(storageKeys[key]);
        return ok(text === null ? null : valueOf(text));
      } catch (error) {
        return err(storageFailureOf(error));
      }
    },
    write: (key, value) => {
      try {
        storage().setItem(storageKeys[key], JSON.stringify(value));
        return ok(null);
      } catch (error) {
        return err(storageFailureOf(error));
      }
    },
    watch: (onWritten) => {
      // A browser tells every tab but the one that wrote.
      const listen = (event: Event): void => {
        const key = localKeys.get(String((event as StorageEvent).key));
        if (key !== undefined) onWritten(key);
      };
      const target = events();
      target.addEventListener('storage', listen);
      return () => target.removeEventListener('storage', listen);
    },
  };
}

/** The JSON value, or the text itself where it is damaged: whoever reads validates, and can set the text aside. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
