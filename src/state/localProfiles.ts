/** The history: profiles measured in this browser or read from files, and the marks of all that were measured here. */
import type { ProfileDetails } from '../core/profile/detailsTypes';
import type { Profile } from '../core/profile/types';
import type { Result } from '../core/result';
import type { KeptProfile, StorageFailure } from '../services/types';
import { newestFirst } from './fittingProfile';
import { isMeasuredHere, markOf, recallMarks, withMarks } from './measuredHere';
import type { ProfilingActions, ProfilingData } from './profilingTypes';
import type { SliceContext } from './slice';

type LocalProfilesSlice = Pick<ProfilingData, 'localProfiles' | 'measuredHere' | 'profileDetails'> &
  Pick<
    ProfilingActions,
    'addProfiles' | 'loadProfileDetails' | 'renameProfile' | 'removeProfile' | 'removeAllProfiles'
  >;

/** What a profile tells beyond the times; undefined: not asked for. Ids come from files: "constructor" is one like any other. */
export const detailsOf = <Details>(
  all: Readonly<Record<string, Details>>,
  id: string,
): Details | undefined => (Object.hasOwn(all, id) ? all[id] : undefined);

/** A measurement with everything it tells. */
interface NewProfile {
  readonly profile: Profile;
  readonly details: ProfileDetails | null;
}

type Keep = (added: readonly NewProfile[], origin: KeptProfile['origin']) => Promise<void>;
type Told = (result: Result<null, StorageFailure>) => void;

export interface LocalProfiles {
  readonly slice: LocalProfilesSlice;
  /** Reads what earlier visits kept. */
  readonly load: () => Promise<void>;
  /** Keeps new measurements, in the state at once; where they cannot be saved they stay for this visit, and that is told. */
  readonly keep: (measured: readonly NewProfile[]) => Promise<void>;
}

export function createLocalProfiles(context: SliceContext): LocalProfiles {
  const { set, get, services } = context;
  const { localStore, profileStore } = services;

  const remember = (profiles: readonly Profile[]): void => {
    const { measuredHere } = get();
    const marks = withMarks(measuredHere, profiles);
    if (marks === measuredHere) return;
    set({ measuredHere: marks });
    // Another tab may have measured meanwhile. Where this cannot be written, the profile store's own failure is told.
    localStore.write('measured-here', withMarks(recallMarks(localStore), profiles));
  };

  const told: Told = (result) => {
    if (!result.ok) get().notify({ kind: 'storage-error', failure: result.error });
  };

  const keep: Keep = async (added, origin) => {
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

  const load = async (): Promise<void> => {
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
            details: detailsOf(details, profile.id) ?? null,
          };
        });
        const fresh = added.filter(({ profile }) => !localProfiles.includes(profile));
        await keep(fresh, 'file');
        return added.map(({ profile }) => profile);
      },
      loadProfileDetails: async (id) => {
        if (detailsOf(get().profileDetails, id) !== undefined) return;
        const read = await profileStore.details(id);
        // Meanwhile it may have been measured, or removed.
        if (detailsOf(get().profileDetails, id) !== undefined) return;
        set({ profileDetails: { ...get().profileDetails, [id]: read.ok ? read.value : null } });
      },
      renameProfile: async (id, deviceName) => {
        const renamed = (profile: Profile): Profile =>
          profile.id === id ? { ...profile, deviceName } : profile;
        const { localProfiles, measuredHere } = get();
        const own = localProfiles.filter(
          (profile) => profile.id === id && isMeasuredHere(profile, measuredHere),
        );
        // Before anything else: whoever leaves the page right after has given the name.
        const stored = profileStore.rename(id, deviceName);
        // Under its new name it is as much ours as before.
        remember(own.map(renamed));
        set({ localProfiles: localProfiles.map(renamed) });
        if (get().scenario.profiles.some((profile) => profile.id === id)) {
          get().edit((scenario) => ({ ...scenario, profiles: scenario.profiles.map(renamed) }));
        }
        told(await stored);
      },
      ...removing(context, load, keep, told),
    },
    load,
    keep: (measured) => keep(measured, 'here'),
  };
}

/** What is removed is gone from storage at once; its notice brings it back. */
function removing(
  { set, get, services: { profileStore } }: SliceContext,
  load: LocalProfiles['load'],
  keep: Keep,
  told: Told,
): Pick<ProfilingActions, 'removeProfile' | 'removeAllProfiles'> {
  const remove = async (
    leaves: (profile: Profile) => boolean,
    fromStore: () => ReturnType<typeof profileStore.removeAll>,
  ): Promise<void> => {
    const { loadProfileDetails, notify } = get();
    // For the way back: what is read later is gone.
    await Promise.all(
      get()
        .localProfiles.filter(leaves)
        .map(({ id }) => loadProfileDetails(id)),
    );
    const { localProfiles, measuredHere, profileDetails } = get();
    const gone = localProfiles.filter(leaves).map((profile) => ({
      profile,
      details: detailsOf(profileDetails, profile.id) ?? null,
      origin: isMeasuredHere(profile, measuredHere) ? 'here' : 'file',
    }));
    // Asked twice, or already away.
    if (gone.length === 0) return;
    set({ localProfiles: localProfiles.filter((profile) => !leaves(profile)) });
    const removed = await fromStore();
    told(removed);
    if (!removed.ok) return;
    notify({
      kind: 'done',
      text: `Removed ${gone.length === 1 ? gone[0]!.profile.deviceName : `${gone.length} profiles`}.`,
      undo: async () => {
        const from = (origin: string) => gone.filter((each) => each.origin === origin);
        await keep(from('here'), 'here');
        await keep(from('file'), 'file');
      },
    });
  };
  return {
    removeProfile: (id) =>
      remove(
        (profile) => profile.id === id,
        () => profileStore.remove(id),
      ),
    removeAllProfiles: async () => {
      // Another tab may have kept some meanwhile: they go too, so they must be able to come back.
      await load();
      await remove(
        () => true,
        () => profileStore.removeAll(),
      );
    },
  };
}
