/** Profiles measured on this device, in IndexedDB. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Profile } from '../core/profile/types';
import { err, ok, type Result } from '../core/result';
import { profileSchema } from '../core/scenario/schema';
import { storageFailureOf } from './storageFailure';
import type { ProfileStore, StorageFailure } from './types';

const databaseName = 'splitscape';
const databaseVersion = 1;

interface Schema extends DBSchema {
  /** Keyed by profile id. */
  profiles: { key: string; value: Profile };
}

/** Opens the database on first use; where IndexedDB is blocked every call answers `storage-unavailable`. */
export function createProfileStore(): ProfileStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const open = (): Promise<IDBPDatabase<Schema>> => {
    const forget = (): void => {
      opening = null;
    };
    opening ??= openDB<Schema>(databaseName, databaseVersion, {
      upgrade: (database) => {
        database.createObjectStore('profiles', { keyPath: 'id' });
      },
      // Another tab wants a newer version: give way, and reopen on the next call.
      blocking: (_current, _blocked, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    // A failed attempt is not remembered: the next call tries again.
    opening.catch(forget);
    return opening;
  };

  const attempt = async <T>(
    action: (database: IDBPDatabase<Schema>) => Promise<T>,
  ): Promise<Result<T, StorageFailure>> => {
    try {
      return ok(await action(await open()));
    } catch (error) {
      return err(storageFailureOf(error));
    }
  };

  return {
    list: () =>
      attempt(async (database) => {
        const stored: readonly unknown[] = await database.getAll('profiles');
        // An older version of the page may have written them: like a file, they are read, not trusted.
        return stored.flatMap((value) => {
          const parsed = profileSchema.safeParse(value);
          return parsed.success ? [parsed.data] : [];
        });
      }),
    save: (profile) =>
      attempt(async (database) => {
        await database.put('profiles', profile);
        return null;
      }),
    remove: (id) =>
      attempt(async (database) => {
        await database.delete('profiles', id);
        return null;
      }),
  };
}
