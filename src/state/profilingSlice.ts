/** "Profile this device": one throw-away worker a thread count, the better measurement becomes the source's device. */
import { workloadChain } from '../core/model/workloadChain';
import type { Profile } from '../core/profile/types';
import { adoptProfile } from '../core/scenario/edits';
import type { CatalogueWorkload, Workload } from '../core/scenario/types';
import type { ProfileMeasurement } from '../protocol/profilerApi';
import type { BrowserFacts } from '../services/types';
import { fitsWorkload, newestFirst, preferredProfile } from './fittingProfile';
import type { SliceContext } from './slice';
import type { AppState, Edit, ProfilingFailure } from './types';

type ProfilingSlice = Pick<
  AppState,
  'localProfiles' | 'profiling' | 'startProfiling' | 'cancelProfiling' | 'removeProfile'
>;

export interface Profiling {
  readonly slice: ProfilingSlice;
  /** Reads the profiles measured before. */
  readonly load: () => Promise<void>;
}

/** More threads than real cores make it several times slower, and beyond four little is gained. */
const maxThreads = 4;

/** Thread counts to try: one, and as many as are worth it where the page may use threads at all. */
export function threadCounts(facts: Pick<BrowserFacts, 'crossOriginIsolated' | 'cores'>): readonly number[] {
  const most = Math.min(maxThreads, facts.cores);
  return facts.crossOriginIsolated && most > 1 ? [1, most] : [1];
}

export function createProfiling(context: SliceContext, editBehindGesture: (edit: Edit) => void): Profiling {
  const { set, get, services } = context;
  let controller: AbortController | null = null;

  const finish = async (
    profiles: readonly Profile[],
    failures: readonly ProfilingFailure[],
  ): Promise<void> => {
    const kept = preferredProfile(profiles);
    if (kept === null) {
      const failure = failures[0]?.failure;
      set({ profiling: failure === undefined ? { status: 'idle' } : { status: 'failed', failure } });
      return;
    }
    const others = profiles.filter((profile) => profile !== kept);
    set({
      profiling: { status: 'done', kept, others, failures },
      localProfiles: [kept, ...others, ...get().localProfiles],
    });
    // The model may have been changed meanwhile: then the measurement waits until it fits again.
    editBehindGesture((scenario) =>
      fitsWorkload(kept, scenario.workload) ? adoptProfile(scenario, scenario.sourceId, kept) : scenario,
    );
    for (const profile of profiles) {
      const saved = await services.profileStore.save(profile);
      if (!saved.ok) get().notify({ kind: 'storage-error', failure: saved.error });
    }
  };

  const measure = async (signal: AbortSignal, workload: CatalogueWorkload, seed: number): Promise<void> => {
    const threads = threadCounts(services.facts);
    const date = services.now();
    const profiles: Profile[] = [];
    const failures: ProfilingFailure[] = [];
    for (const [current, count] of threads.entries()) {
      set({ profiling: { status: 'running', threads, current, progress: null } });
      const request = { workload, seed, backend: 'wasm', threads: count, date } as const;
      const result = await services.profiler.profile(signal, request, (progress) => {
        if (!signal.aborted) set({ profiling: { status: 'running', threads, current, progress } });
      });
      if (signal.aborted) return;
      if (result.ok) profiles.push(profileOf(result.value, workload, services.newId(), services.facts));
      else if (result.error.kind !== 'cancelled') failures.push({ threads: count, failure: result.error });
    }
    await finish(profiles, failures);
  };

  const slice: ProfilingSlice = {
    localProfiles: [],
    profiling: { status: 'idle' },
    startProfiling: async () => {
      const { workload, seed } = get().scenario;
      // A custom chain is numbers only: there is nothing to run.
      if (controller !== null || workload.kind !== 'catalogue') return;
      const mine = new AbortController();
      controller = mine;
      await measure(mine.signal, workload, seed);
      if (controller === mine) controller = null;
    },
    cancelProfiling: () => {
      if (controller === null) return;
      controller.abort();
      controller = null;
      set({ profiling: { status: 'idle' } });
    },
    removeProfile: async (id) => {
      set({ localProfiles: get().localProfiles.filter((profile) => profile.id !== id) });
      const removed = await services.profileStore.remove(id);
      if (!removed.ok) get().notify({ kind: 'storage-error', failure: removed.error });
    },
  };

  const load = async (): Promise<void> => {
    const listed = await services.profileStore.list();
    // Blocked storage is no error until there is something to keep.
    if (!listed.ok) return;
    const present = new Set(get().localProfiles.map(({ id }) => id));
    const added = listed.value.filter(({ id }) => !present.has(id));
    if (added.length > 0) set({ localProfiles: newestFirst([...get().localProfiles, ...added]) });
  };

  return { slice, load };
}

function profileOf(
  measurement: ProfileMeasurement,
  workload: Workload,
  id: string,
  facts: BrowserFacts,
): Profile {
  return {
    id,
    deviceId: 'measured',
    deviceName: 'This device',
    modelKey: measurement.modelKey,
    modelName: workloadChain(workload).name,
    blocks: measurement.blocks,
    source: { ...measurement.source, deviceDetails: facts.deviceDetails },
  };
}
