/** "Profile this device": one throw-away worker a thread count, the better measurement becomes the source's device. */
import { workloadChain } from '../core/model/workloadChain';
import type { Profile } from '../core/profile/types';
import { adoptProfile } from '../core/scenario/edits';
import type { CatalogueWorkload, Workload } from '../core/scenario/types';
import type { ProfileMeasurement } from '../protocol/profilerApi';
import type { BrowserFacts } from '../services/types';
import { fitsWorkload, preferredProfile } from './fittingProfile';
import type { LocalProfiles } from './localProfiles';
import type { SliceContext } from './slice';
import type { AppState, Edit, ProfilingFailure } from './types';

type ProfilingSlice = Pick<AppState, 'profiling' | 'startProfiling' | 'cancelProfiling'>;

/** More threads than real cores make it several times slower, and beyond four little is gained. */
const maxThreads = 4;

/** Thread counts to try: one, and as many as are worth it where the page may use threads at all. */
export function threadCounts(facts: Pick<BrowserFacts, 'crossOriginIsolated' | 'cores'>): readonly number[] {
  const most = Math.min(maxThreads, facts.cores);
  return facts.crossOriginIsolated && most > 1 ? [1, most] : [1];
}

export function createProfiling(
  context: SliceContext,
  keep: LocalProfiles['keep'],
  editBehindGesture: (edit: Edit) => void,
): ProfilingSlice {
  const { set, get } = context;
  let controller: AbortController | null = null;

  const finish = async ({ profiles, failures }: Measurements): Promise<void> => {
    const kept = preferredProfile(profiles);
    if (kept === null) {
      const failure = failures[0]?.failure;
      set({ profiling: failure === undefined ? { status: 'idle' } : { status: 'failed', failure } });
      return;
    }
    const others = profiles.filter((profile) => profile !== kept);
    set({ profiling: { status: 'done', kept, others, failures } });
    const saving = keep([kept, ...others]);
    // The model may have been changed meanwhile: then the measurement waits until it fits again.
    editBehindGesture((scenario) =>
      fitsWorkload(kept, scenario.workload) ? adoptProfile(scenario, scenario.sourceId, kept) : scenario,
    );
    await saving;
  };

  return {
    profiling: { status: 'idle' },
    startProfiling: async () => {
      const { workload, seed } = get().scenario;
      // A custom chain is numbers only: there is nothing to run.
      if (controller !== null || workload.kind !== 'catalogue') return;
      const mine = new AbortController();
      controller = mine;
      const measurements = await measure(context, mine.signal, workload, seed);
      if (measurements !== null) await finish(measurements);
      if (controller === mine) controller = null;
    },
    cancelProfiling: () => {
      if (controller === null) return;
      controller.abort();
      controller = null;
      set({ profiling: { status: 'idle' } });
    },
  };
}

interface Measurements {
  readonly profiles: readonly Profile[];
  readonly failures: readonly ProfilingFailure[];
}

/** One measurement a thread count, told as they go on; null when it was cancelled. */
async function measure(
  { set, services }: SliceContext,
  signal: AbortSignal,
  workload: CatalogueWorkload,
  seed: number,
): Promise<Measurements | null> {
  const threads = threadCounts(services.facts);
  const date = services.now();
  const profiles: Profile[] = [];
  const failures: ProfilingFailure[] = [];
  for (const [current, count] of threads.entries()) {
    set({ profiling: { status: 'running', threads, current, progress: null } });
    const source = { kind: 'catalogue', workload, seed, weights: 'cheap' } as const;
    const request = { source, seed, backend: 'wasm', threads: count, date } as const;
    const result = await services.profiler.profile(signal, request, (progress) => {
      if (!signal.aborted) set({ profiling: { status: 'running', threads, current, progress } });
    });
    if (signal.aborted) return null;
    if (result.ok) profiles.push(profileOf(result.value, workload, services.newId(), services.facts));
    else if (result.error.kind !== 'cancelled') failures.push({ threads: count, failure: result.error });
  }
  return { profiles, failures };
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
