/** Measuring this device: one throw-away worker a configuration, the best becomes the source's device. */
import { workloadChain } from '../core/model/workloadChain';
import { adoptProfile } from '../core/scenario/edits';
import type { RunnableWorkload, Workload } from '../core/scenario/types';
import type { ModelSource } from '../protocol/modelFiles';
import type { ProfileMeasurement, ProfileRequest } from '../protocol/profilerApi';
import { busyWith } from './busy';
import { defaultConfigurations, inOrder } from './configurations';
import { fitsWorkload, preferredProfile } from './fittingProfile';
import type { LocalProfiles } from './localProfiles';
import { unnamed } from './measuredHere';
import type {
  Configuration,
  ConfigurationRun,
  MeasuredProfile,
  ProfilingActions,
  ProfilingData,
} from './profilingTypes';
import type { SliceContext } from './slice';
import type { AppState, Edit } from './types';

type ProfilingSlice = Pick<
  ProfilingData,
  'profiling' | 'chosenConfigurations' | 'gpu' | 'offeredProfileFile'
> &
  Pick<
    ProfilingActions,
    'startProfiling' | 'cancelProfiling' | 'chooseConfigurations' | 'findGpu' | 'offerProfileFile'
  >;

/** Whether its weights can be had, so that it can run: a custom chain is numbers only. */
export function isRunnable(workload: Workload): workload is RunnableWorkload {
  return workload.kind !== 'custom';
}

export function createProfiling(
  context: SliceContext,
  keep: LocalProfiles['keep'],
  editBehindGesture: (edit: Edit) => void,
): ProfilingSlice {
  const { set, get, services } = context;
  let matrix: Matrix | null = null;

  return {
    profiling: { status: 'idle' },
    chosenConfigurations: null,
    gpu: null,
    offeredProfileFile: null,
    offerProfileFile: (file) => set({ offeredProfileFile: file }),
    chooseConfigurations: (configurations) => set({ chosenConfigurations: inOrder(configurations) }),
    findGpu: async () => {
      if (get().gpu === null) set({ gpu: await services.findGpu() });
    },
    startProfiling: async () => {
      const { chosenConfigurations, gpu, scenario } = get();
      if (busyWith(get()) !== null) return;
      const { seed, workload } = scenario;
      const chosen = chosenConfigurations ?? defaultConfigurations(services.facts, gpu);
      if (matrix !== null || !isRunnable(workload) || chosen.length === 0) return;
      const mine = createMatrix(context, workload, chosen);
      matrix = mine;
      const source = await sourceOf(get(), workload, seed);
      if (source === null && !mine.signal.aborted) {
        set({ profiling: { status: 'no-files', modelName: mine.modelName } });
      } else if (source !== null) {
        await mine.measure({ source, seed, date: services.now() }, keep);
        if (!mine.signal.aborted) adoptBest(mine.finish(false), editBehindGesture);
      }
      if (matrix === mine) matrix = null;
    },
    cancelProfiling: () => {
      matrix?.abort();
      matrix?.finish(true);
      matrix = null;
    },
  };
}

function adoptBest(best: MeasuredProfile | null, editBehindGesture: (edit: Edit) => void): void {
  if (best === null) return;
  // The model may have been changed meanwhile: then the measurement waits until it fits again.
  editBehindGesture((scenario) =>
    fitsWorkload(best, scenario.workload) ? adoptProfile(scenario, scenario.sourceId, best) : scenario,
  );
}

/** null: the bytes of the model are not at hand. */
async function sourceOf(
  { modelFiles }: Pick<AppState, 'modelFiles'>,
  workload: RunnableWorkload,
  seed: number,
): Promise<ModelSource | null> {
  // Latencies do not depend on the weights' values, and cheap ones load ten times as fast.
  if (workload.kind === 'catalogue') return { kind: 'catalogue', workload, seed, weights: 'cheap' };
  const files = await modelFiles(workload);
  return files === null ? null : { kind: 'imported', workload, files };
}

interface Matrix {
  readonly modelName: string;
  readonly signal: AbortSignal;
  readonly abort: () => void;
  /** One configuration after the other, each kept as soon as it is done; a failing one does not stop the others. */
  readonly measure: (
    request: Pick<ProfileRequest, 'source' | 'seed' | 'date'>,
    keep: LocalProfiles['keep'],
  ) => Promise<void>;
  /** Says how it ended; answers the measurement to use. */
  readonly finish: (cancelled: boolean) => MeasuredProfile | null;
}

/** A run over configurations, shown in the state from now on. */
function createMatrix(
  { set, services }: SliceContext,
  workload: RunnableWorkload,
  configurations: readonly Configuration[],
): Matrix {
  const controller = new AbortController();
  const { signal } = controller;
  const modelName = workloadChain(workload).name;
  let runs: readonly ConfigurationRun[] = configurations.map((configuration) => ({
    configuration,
    status: 'waiting',
  }));

  const change = (index: number, run: ConfigurationRun): void => {
    if (signal.aborted) return;
    runs = runs.map((other, at) => (at === index ? run : other));
    set({ profiling: { status: 'running', modelName, runs } });
  };
  set({ profiling: { status: 'running', modelName, runs } });

  return {
    modelName,
    signal,
    abort: () => controller.abort(),
    measure: async (request, keep) => {
      let oneThreadS: number | undefined;
      for (const [index, configuration] of configurations.entries()) {
        change(index, { configuration, status: 'running', progress: null });
        const result = await services.profiler.profile(
          signal,
          { ...request, ...configuration, oneThreadS },
          (progress) => change(index, { configuration, status: 'running', progress }),
        );
        if (signal.aborted) return;
        if (!result.ok) {
          if (result.error.kind !== 'cancelled') {
            change(index, { configuration, status: 'failed', failure: result.error });
          }
          continue;
        }
        const { details } = result.value;
        const profile = profileOf(result.value, modelName, services.newId(), services.facts.deviceDetails);
        change(index, { configuration, status: 'done', profile, details });
        if (configuration.backend === 'wasm' && configuration.threads === 1) {
          oneThreadS = profile.source.endToEndS;
        }
        await keep([{ profile, details }]);
      }
    },
    finish: (cancelled) => {
      const ended = runs.map((run): ConfigurationRun =>
        run.status === 'waiting' || run.status === 'running'
          ? { configuration: run.configuration, status: 'cancelled' }
          : run,
      );
      const best = preferredProfile(ended.flatMap((run) => (run.status === 'done' ? [run.profile] : [])));
      set({
        profiling:
          cancelled && best === null
            ? { status: 'idle' }
            : { status: 'done', modelName, runs: ended, best, cancelled },
      });
      return best;
    },
  };
}

function profileOf(
  { blocks, modelKey, source }: ProfileMeasurement,
  modelName: string,
  id: string,
  deviceDetails: string,
): MeasuredProfile {
  return {
    id,
    deviceId: 'measured',
    deviceName: unnamed,
    modelKey,
    modelName,
    blocks,
    source: { ...source, deviceDetails },
  };
}
