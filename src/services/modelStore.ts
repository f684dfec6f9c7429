/** The files of opened models, in IndexedDB. */
import type { DBSchema } from 'idb';
import type { FileBytes, ModelFiles } from '../protocol/modelFiles';
import { databaseAttempt } from './databaseAttempt';
import type { ModelStore, StoredModel } from './modelTypes';

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
  const attempt = databaseAttempt<Schema>(databaseName, databaseVersion, (database) => {
    database.createObjectStore('models', { keyPath: 'fingerprint' });
    database.createObjectStore('files', { keyPath: 'fingerprint' });
  });

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
