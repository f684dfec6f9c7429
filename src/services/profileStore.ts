/** Profiles measured on this device, in IndexedDB. */
import { type DBSchema, type IDBPDatabase, openDB, type OpenDBCallbacks } from 'idb';
import type { Profile } from '../core/profile/types';
import { err, ok, type Result } from '../core/result';
import { profileSchema } from '../core/scenario/schema';
import { storageFailureOf } from './storageFailure';
import type { ProfileStore, StorageFailure } from './types';

const databaseName = 'splitscape';
const databaseVersion = 2;

interface Schema extends DBSchema {
  /** One a model, backend and number of threads: measuring again replaces. */
  measurements: { key: MeasurementKey; value: Profile; indexes: { id: string } };
  /** Version 1: one a profile id. */
  profiles: { key: string; value: unknown };
}
type MeasurementKey = [modelKey: string, backend: string, threads: number];
const keyPath = ['modelKey', 'source.backend', 'source.threads'];

/** Opens the database on first use; where IndexedDB is blocked every call answers `storage-unavailable`. */
export function createProfileStore(): ProfileStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const open = (): Promise<IDBPDatabase<Schema>> => {
    const forget = (): void => {
      opening = null;
    };
    opening ??= openDB<Schema>(databaseName, databaseVersion, {
      upgrade,
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
        return readProfiles(await database.getAll('measurements'));
      }),
    save: (profile) =>
      attempt(async (database) => {
        await database.put('measurements', profile);
        return null;
      }),
    remove: (id) =>
      attempt(async (database) => {
        const { store, done } = database.transaction('measurements', 'readwrite');
        const key = await store.index('id').getKey(id);
        if (key !== undefined) await store.delete(key);
        await done;
        return null;
      }),
  };
}

type Upgrade = NonNullable<OpenDBCallbacks<Schema>['upgrade']>;

const upgrade: Upgrade = (database, oldVersion, _newVersion, transaction) => {
  database.createObjectStore('measurements', { keyPath }).createIndex('id', 'id');
  // Where this fails the transaction is undone, and opening the database says so.
  if (oldVersion >= 1) bringAlong(database, transaction).catch(() => undefined);
};

async function bringAlong(
  database: Parameters<Upgrade>[0],
  transaction: Parameters<Upgrade>[3],
): Promise<void> {
  const older = readProfiles(await transaction.objectStore('profiles').getAll());
  older.sort((a, b) => dateOf(a).localeCompare(dateOf(b)));
  // The newest of a key is put last and stays.
  for (const profile of older) await transaction.objectStore('measurements').put(profile);
  database.deleteObjectStore('profiles');
}

/** An older version of the page may have written them: like a file, they are read, not trusted. */
function readProfiles(stored: readonly unknown[]): Profile[] {
  return stored.flatMap((value) => {
    const parsed = profileSchema.safeParse(value);
    return parsed.success && parsed.data.source.kind === 'measured' ? [parsed.data] : [];
  });
}

const dateOf = ({ source }: Profile): string => (source.kind === 'measured' ? source.date : '');
