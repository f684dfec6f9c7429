/** The history of profiles, in IndexedDB. */
import type { DBSchema } from 'idb';
import type { ProfileDetails } from '../core/profile/detailsTypes';
import { isRecorded } from '../core/profile/isRecorded';
import type { Profile } from '../core/profile/types';
import { profileSchema } from '../core/scenario/profileSchema';
import { databaseAttempt, type Upgrade } from './databaseAttempt';
import type { KeptProfile, ProfileStore } from './types';

const databaseName = 'splitscape';
const databaseVersion = 3;

interface Schema extends DBSchema {
  history: { key: string; value: KeptProfile };
  /** By the id of the profile; apart, because the list is read at every start and these are large. */
  details: { key: string; value: ProfileDetails };
  /** Version 2: one a model, backend and number of threads. */
  measurements: { key: IDBValidKey; value: unknown };
  /** Version 1: one a profile id. */
  profiles: { key: string; value: unknown };
}

/** Opens the database on first use; where IndexedDB is blocked every call answers `storage-unavailable`. */
export function createProfileStore(): ProfileStore {
  const attempt = databaseAttempt<Schema>(databaseName, databaseVersion, upgrade);
  return {
    list: () => attempt(async (database) => readKept(await database.getAll('history'))),
    save: (kept, details) =>
      attempt(async (database) => {
        const { id } = kept.profile;
        const change = database.transaction(['history', 'details'], 'readwrite');
        const told = change.objectStore('details');
        // Awaited together: a failing part undoes the others, and none of the rejections is left over.
        await Promise.all([
          change.objectStore('history').put(kept),
          details === null ? told.delete(id) : told.put(details, id),
          change.done,
        ]);
        return null;
      }),
    details: (id) => attempt(async (database) => (await database.get('details', id)) ?? null),
    rename: (id, deviceName) =>
      attempt(async (database) => {
        const { store, done } = database.transaction('history', 'readwrite');
        const change = async (): Promise<void> => {
          const kept = await store.get(id);
          if (kept !== undefined) await store.put({ ...kept, profile: { ...kept.profile, deviceName } });
        };
        await Promise.all([change(), done]);
        return null;
      }),
    remove: (id) =>
      attempt(async (database) => {
        const change = database.transaction(['history', 'details'], 'readwrite');
        await Promise.all([
          change.objectStore('history').delete(id),
          change.objectStore('details').delete(id),
          change.done,
        ]);
        return null;
      }),
    removeAll: () =>
      attempt(async (database) => {
        const change = database.transaction(['history', 'details'], 'readwrite');
        await Promise.all([
          change.objectStore('history').clear(),
          change.objectStore('details').clear(),
          change.done,
        ]);
        return null;
      }),
  };
}

type UpgradeProfiles = Upgrade<Schema>;

const upgrade: UpgradeProfiles = (database, _oldVersion, _newVersion, transaction) => {
  database.createObjectStore('history', { keyPath: 'profile.id' });
  database.createObjectStore('details');
  // Where this fails the transaction is undone, and opening the database says so.
  for (const older of ['profiles', 'measurements'] as const) {
    if (database.objectStoreNames.contains(older)) {
      bringAlong(database, transaction, older).catch(() => undefined);
    }
  }
};

/** Everything that an older version kept was measured here. */
async function bringAlong(
  database: Parameters<UpgradeProfiles>[0],
  transaction: Parameters<UpgradeProfiles>[3],
  older: 'profiles' | 'measurements',
): Promise<void> {
  const values: readonly unknown[] = await transaction.objectStore(older).getAll();
  const kept = readKept(values.map((profile) => ({ profile, origin: 'here' })));
  for (const each of kept) await transaction.objectStore('history').put(each);
  database.deleteObjectStore(older);
}

/** An older version of the page may have written them: like a file, they are read, not trusted. */
function readKept(stored: readonly unknown[]): KeptProfile[] {
  const read = stored.flatMap((value): KeptProfile[] => {
    if (typeof value !== 'object' || value === null || !('profile' in value)) return [];
    const parsed = profileSchema.safeParse(value.profile);
    if (!parsed.success || !isRecorded(parsed.data)) return [];
    return [{ profile: parsed.data, origin: 'origin' in value && value.origin === 'file' ? 'file' : 'here' }];
  });
  return read.sort((a, b) => dateOf(b.profile).localeCompare(dateOf(a.profile)));
}

const dateOf = ({ source }: Profile): string => ('date' in source ? source.date : '');
