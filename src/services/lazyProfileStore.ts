/** The profile store loads beside the first view: nothing on it waits for the history. */
import { err, type Result } from '../core/result';
import { storageFailureOf } from './storageFailure';
import type { ProfileStore, StorageFailure } from './types';

type Load = () => Promise<ProfileStore>;
const loadStore: Load = async () => (await import('./profileStore')).createProfileStore();

/** A store that is there with the first call; where its script does not arrive, calls answer `storage-unavailable`. */
export function createLazyProfileStore(load: Load = loadStore): ProfileStore {
  let loading: Promise<ProfileStore> | null = null;

  const call = async <T>(
    run: (store: ProfileStore) => Promise<Result<T, StorageFailure>>,
  ): Promise<Result<T, StorageFailure>> => {
    loading ??= load();
    let store: ProfileStore;
    try {
      store = await loading;
    } catch (error) {
      // The next call tries again.
      loading = null;
      return err(storageFailureOf(error));
    }
    return run(store);
  };

  return {
    list: () => call((store) => store.list()),
    save: (kept, details) => call((store) => store.save(kept, details)),
    details: (id) => call((store) => store.details(id)),
    rename: (id, name) => call((store) => store.rename(id, name)),
    remove: (id) => call((store) => store.remove(id)),
    removeAll: () => call((store) => store.removeAll()),
  };
}
