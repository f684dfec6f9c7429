/** The measurements kept in this browser, one a model, backend and number of threads, and the marks of all ever made. */
import type { Profile } from '../core/profile/types';
import { isMeasured, newestFirst } from './fittingProfile';
import { recallMarks, withMarks } from './measuredHere';
import type { SliceContext } from './slice';
import type { AppState } from './types';

type LocalProfilesSlice = Pick<AppState, 'localProfiles' | 'measuredHere' | 'removeProfile'>;

export interface LocalProfiles {
  readonly slice: LocalProfilesSlice;
  /** Reads what was measured in earlier visits. */
  readonly load: () => Promise<void>;
  /** Keeps new measurements, in the state at once; each takes the place of an older one of the same configuration. */
  readonly keep: (profiles: readonly Profile[]) => Promise<void>;
}

/** Whether one is the other measured again: the same model, backend and number of threads. */
export function sameConfiguration(a: Profile, b: Profile): boolean {
  return (
    isMeasured(a) &&
    isMeasured(b) &&
    a.modelKey === b.modelKey &&
    a.source.backend === b.source.backend &&
    a.source.threads === b.source.threads
  );
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

  return {
    slice: {
      localProfiles: [],
      measuredHere: recallMarks(localStore),
      removeProfile: async (id) => {
        set({ localProfiles: get().localProfiles.filter((profile) => profile.id !== id) });
        const removed = await profileStore.remove(id);
        if (!removed.ok) get().notify({ kind: 'storage-error', failure: removed.error });
      },
    },
    load: async () => {
      const listed = await profileStore.list();
      // Blocked storage is no error until there is something to keep.
      if (!listed.ok) return;
      const older = notReplacedBy(get().localProfiles, listed.value);
      if (older.length > 0) set({ localProfiles: newestFirst([...get().localProfiles, ...older]) });
      remember(listed.value);
    },
    keep: async (profiles) => {
      set({ localProfiles: [...profiles, ...notReplacedBy(profiles, get().localProfiles)] });
      remember(profiles);
      for (const profile of profiles) {
        const saved = await profileStore.save(profile);
        if (!saved.ok) get().notify({ kind: 'storage-error', failure: saved.error });
      }
    },
  };
}

function notReplacedBy(newer: readonly Profile[], older: readonly Profile[]): readonly Profile[] {
  return older.filter((profile) => !newer.some((other) => sameConfiguration(profile, other)));
}
