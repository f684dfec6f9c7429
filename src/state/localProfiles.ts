/** The history: profiles measured in this browser or read from files, and the marks of all that were measured here. */
import type { ProfileDetails } from '../core/profile/detailsTypes';
import type { Profile } from '../core/profile/types';
import type { Result } from '../core/result';
import type { KeptProfile, StorageFailure } from '../services/types';
import { newestFirst } from './fittingProfile';
import { markOf, recallMarks, withMarks } from './measuredHere';
import type { ProfilingActions, ProfilingData } from './profilingTypes';
import type { SliceContext } from './slice';

type LocalProfilesSlice = Pick<ProfilingData, 'localProfiles' | 'measuredHere' | 'profileDetails'> &
  Pick<
    ProfilingActions,
    'addProfiles' | 'loadProfileDetails' | 'renameProfile' | 'removeProfile' | 'removeAllProfiles'
  >;

/** A measurement with everything it tells. */
interface NewProfile {
  readonly profile: Profile;
  readonly details: ProfileDetails | null;
}

export interface LocalProfiles {
  readonly slice: LocalProfilesSlice;
  /** Reads what earlier visits kept. */
  readonly load: () => Promise<void>;
  /** Keeps new measurements, in the state at once; where they cannot be saved they stay for this visit, and that is told. */
  readonly keep: (measured: readonly NewProfile[]) => Promise<void>;
}

export function createLocalProfiles({ set, get, services }: SliceContext): LocalProfiles {
  const { localStore, profileStore } = services;

  const remember = (profiles: readonly Profile[]): void => {
    const { measuredHere } = get();
    const marks = withMarks(measuredHere, profiles);
    if (marks === measuredHere) return;
    set({ measuredHere: marks });
    // Another tab may have measured meanwhile. Where this cannot be written, the profile store's own failure is told.
    localStore.write('measured-here', withMarks(recallMarks(localStore), profiles));
  };

  const told = <T>(result: Result<T, StorageFailure>): void => {
    if (!result.ok) get().notify({ kind: 'storage-error', failure: result.error });
  };

  const keep = async (added: readonly NewProfile[], origin: KeptProfile['origin']): Promise<void> => {
    const ids = new Set(added.map(({ profile }) => profile.id));
    const older = get().localProfiles.filter(({ id }) => !ids.has(id));
    set({
      localProfiles: newestFirst([...added.map(({ profile }) => profile), ...older]),
      profileDetails: {
        ...get().profileDetails,
        ...Object.fromEntries(added.map(({ profile, details }) => [profile.id, details])),
      },
    });
    if (origin === 'here') remember(added.map(({ profile }) => profile));
    for (const { profile, details } of added) told(await profileStore.save({ profile, origin }, details));
  };

  return {
    slice: {
      localProfiles: [],
      profileDetails: {},
      measuredHere: recallMarks(localStore),
      addProfiles: async (profiles, details) => {
        const { localProfiles } = get();
        const added = profiles.map((profile): NewProfile => {
          const present = localProfiles.find(({ id }) => id === profile.id);
          const changed = present !== undefined && markOf(present) !== markOf(profile);
          return {
            // A file must never take the place of other figures.
            profile: changed ? { ...profile, id: services.newId() } : (present ?? profile),
            details: details[profile.id] ?? null,
          };
        });
        const fresh = added.filter(({ profile }) => !localProfiles.includes(profile));
        await keep(fresh, 'file');
        return added.map(({ profile }) => profile);
      },
      loadProfileDetails: async (id) => {
        if (id in get().profileDetails) return;
        const read = await profileStore.details(id);
        // Meanwhile it may have been measured, or removed.
        if (id in get().profileDetails) return;
        set({ profileDetails: { ...get().profileDetails, [id]: read.ok ? read.value : null } });
      },
      renameProfile: async (id, deviceName) => {
        const renamed = (profile: Profile): Profile =>
          profile.id === id ? { ...profile, deviceName } : profile;
        const { localProfiles, measuredHere } = get();
        const own = localProfiles.filter(
          (profile) => profile.id === id && measuredHere.includes(markOf(profile)),
        );
        // Under its new name it is as much ours as before.
        remember(own.map(renamed));
        set({ localProfiles: localProfiles.map(renamed) });
        if (get().scenario.profiles.some((profile) => profile.id === id)) {
          get().edit((scenario) => ({ ...scenario, profiles: scenario.profiles.map(renamed) }));
        }
        told(await profileStore.rename(id, deviceName));
      },
      removeProfile: async (id) => {
        const { localProfiles, measuredHere, loadProfileDetails, notify } = get();
        const profile = localProfiles.find((kept) => kept.id === id);
        if (profile === undefined) return;
        const origin = measuredHere.includes(markOf(profile)) ? 'here' : 'file';
        set({ localProfiles: localProfiles.filter((kept) => kept !== profile) });
        // For the way back: what is read later is gone.
        await loadProfileDetails(id);
        const details = get().profileDetails[id] ?? null;
        const removed = await profileStore.remove(id);
        told(removed);
        if (!removed.ok) return;
        notify({
          kind: 'done',
          text: `Removed ${profile.deviceName}.`,
          undo: () => keep([{ profile, details }], origin),
        });
      },
      removeAllProfiles: async () => {
        set({ localProfiles: [], profileDetails: {} });
        told(await profileStore.removeAll());
      },
    },
    load: async () => {
      const listed = await profileStore.list();
      // Blocked storage is no error until there is something to keep.
      if (!listed.ok) return;
      const present = new Set(get().localProfiles.map(({ id }) => id));
      const older = listed.value.filter(({ profile }) => !present.has(profile.id));
      if (older.length > 0) {
        set({
          localProfiles: newestFirst([...get().localProfiles, ...older.map(({ profile }) => profile)]),
        });
      }
      remember(listed.value.filter(({ origin }) => origin === 'here').map(({ profile }) => profile));
    },
    keep: (measured) => keep(measured, 'here'),
  };
}
