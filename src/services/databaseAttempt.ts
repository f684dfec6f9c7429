/** The way every store of this browser reaches its IndexedDB database. */
import { type DBSchema, type IDBPDatabase, openDB, type OpenDBCallbacks } from 'idb';
import { err, ok, type Result } from '../core/result';
import { storageFailureOf } from './storageFailure';
import type { StorageFailure } from './types';

export type Upgrade<Schema extends DBSchema> = NonNullable<OpenDBCallbacks<Schema>['upgrade']>;

export type Attempt<Schema extends DBSchema> = <T>(
  action: (database: IDBPDatabase<Schema>) => Promise<T>,
) => Promise<Result<T, StorageFailure>>;

/** Runs actions on the database, which the first of them opens; what is thrown becomes a `StorageFailure`. */
export function databaseAttempt<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: Upgrade<Schema>,
): Attempt<Schema> {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const open = (): Promise<IDBPDatabase<Schema>> => {
    const forget = (): void => {
      opening = null;
    };
    opening ??= openDB<Schema>(name, version, {
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

  return async (action) => {
    try {
      return ok(await action(await open()));
    } catch (error) {
      return err(storageFailureOf(error));
    }
  };
}
