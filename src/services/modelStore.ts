/** The files of opened models, in IndexedDB. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { err, ok, type Result } from '../core/result';
import type { FileBytes, ModelFiles } from '../protocol/modelFiles';
import type { ModelStore, StoredModel } from './modelTypes';
import { storageFailureOf } from './storageFailure';
import type { StorageFailure } from './types';

const databaseName = 'splitscape-models';
const databaseVersion = 1;

interface StoredFiles {
  readonly fingerprint: string;
  readonly name: string;
  readonly model: Blob;
  readonly external: readonly { readonly path: string; readonly data: Blob }[];
}

/** What is listed stands apart from the files, so that listing reads no weights. */
interface Schema extends DBSchema {
  models: { key: string; value: StoredModel };
  files: { key: string; value: StoredFiles };
}

/** Opens the database on first use; where IndexedDB is blocked every call answers `storage-unavailable`. */
export function createModelStore(): ModelStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const open = (): Promise<IDBPDatabase<Schema>> => {
    const forget = (): void => {
      opening = null;
    };
    opening ??= openDB<Schema>(databaseName, databaseVersion, {
      upgrade: (database) => {
        database.createObjectStore('models', { keyPath: 'fingerprint' });
        database.createObjectStore('files', { keyPath: 'fingerprint' });
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
    list: () => attempt((database) => database.getAll('models')),
    save: (model, files) =>
      attempt(async (database) => {
        const stored = await blobsOf(model.fingerprint, files);
        const change = database.transaction(['models', 'files'], 'readwrite');
        // All are awaited together: one that fails alone must not be an unhandled rejection.
        await Promise.all([
          change.objectStore('models').put(model),
          change.objectStore('files').put(stored),
          change.done,
        ]);
        return null;
      }),
    read: (fingerprint) =>
      attempt(async (database) => {
        const stored = await database.get('files', fingerprint);
        if (stored === undefined) return null;
        const { name, model, external } = stored;
        return { name, model, external };
      }),
    remove: (fingerprint) =>
      attempt(async (database) => {
        const change = database.transaction(['models', 'files'], 'readwrite');
        await Promise.all([
          change.objectStore('models').delete(fingerprint),
          change.objectStore('files').delete(fingerprint),
          change.done,
        ]);
        return null;
      }),
  };
}

async function blobsOf(fingerprint: string, { name, model, external }: ModelFiles): Promise<StoredFiles> {
  return {
    fingerprint,
    name,
    model: await blobOf(model),
    external: await Promise.all(external.map(async ({ path, data }) => ({ path, data: await blobOf(data) }))),
  };
}

/** A file on disk is copied: it may be changed or moved, and then could be read no more. */
async function blobOf(bytes: FileBytes): Promise<Blob> {
  return bytes instanceof Blob && !(bytes instanceof File) ? bytes : new Blob([await bytes.arrayBuffer()]);
}
