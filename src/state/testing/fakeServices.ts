import type { ProfileDetails } from '../../core/profile/detailsTypes';
import type { FigureQuestion } from '../../core/reproduce/figureQuestion';
import type { FigureId } from '../../core/reproduce/types';
import { err, ok, type Result } from '../../core/result';
import { parseScenarioText } from '../../core/scenario/parseScenario';
import type { Scenario } from '../../core/scenario/types';
import type { Breakpoint } from '../../core/solvers/types';
import { parseTrace } from '../../core/traffic/trace';
import type { ProfileProgress, ProfileRequest } from '../../protocol/profilerApi';
import type { Solution, StudyId, StudyMap, StudyRequest, TicksRequest } from '../../protocol/solverApi';
import type {
  Cancelled,
  GpuAccess,
  KeptProfile,
  LocalKey,
  ProfilerService,
  ReproducerService,
  Services,
  SimulatorService,
  StorageFailure,
  WorkerFailure,
} from '../../services/types';
import { createEdgeService } from '../../services/edgeService';
import { createModelService } from '../../services/modelService';
import { createModelStore } from '../../services/modelStore';
import { createSplitService } from '../../services/splitService';

type Answered<T> = Promise<Result<T, WorkerFailure | Cancelled>>;
type StudyAnswer = Awaited<Answered<StudyMap[StudyId]['answer']>>;
type ProfileAnswer = Awaited<ReturnType<ProfilerService['profile']>>;
type SimulationAnswer = Awaited<ReturnType<SimulatorService['simulate']>>;
type FigureAnswer = Awaited<ReturnType<ReproducerService['run']>>;

/** A call that a service has received and the test has not answered yet. */
interface Pending<Input, Answer> {
  readonly input: Input;
  readonly signal: AbortSignal;
  readonly answer: (answer: Answer) => Promise<void>;
}

interface PendingProfile extends Pending<ProfileRequest, ProfileAnswer> {
  readonly progress: (progress: ProfileProgress) => void;
}

interface PendingSimulation extends Pending<Scenario, SimulationAnswer> {
  readonly progress: (part: number) => void;
}

interface PendingFigure extends Pending<FigureQuestion, FigureAnswer> {
  readonly figure: FigureId;
  readonly progress: (part: number) => void;
}

interface PendingStudy extends Pending<StudyRequest, StudyAnswer> {
  readonly progress: (part: number) => void;
}

/** A solution that differs from every other by its total, so that a test can tell answers apart. */
export function solutionOf(totalS: number): Solution {
  const plan = { legs: [], totalS, computeS: totalS, transferS: 0, computeNodes: [], cuts: 0 };
  return {
    strategies: [{ strategy: 'best', outcome: { kind: 'plan', plan, proven: true } }],
    best: plan,
    ownStart: { nodes: [], boundaries: [] },
    own: null,
    problems: [],
  };
}

/** Services that answer when the test says so, and storage that is a map. */
export function createFakeServices(overrides: Partial<Services> = {}) {
  const solves: Pending<Scenario, Awaited<Answered<Solution>>>[] = [];
  const ticks: Pending<TicksRequest, Awaited<Answered<readonly Breakpoint[]>>>[] = [];
  const studies: PendingStudy[] = [];
  const profiles: PendingProfile[] = [];
  const simulations: PendingSimulation[] = [];
  const figureRuns: PendingFigure[] = [];
  const stored = new Map<LocalKey, unknown>();
  const watchers = new Set<(key: LocalKey) => void>();
  /** Another tab of the same browser writes. */
  const writeElsewhere = (key: LocalKey, value: unknown): void => {
    stored.set(key, value);
    for (const watcher of [...watchers]) watcher(key);
  };
  const savedProfiles: KeptProfile[] = [];
  const savedDetails = new Map<string, ProfileDetails>();
  const gpu: { access: GpuAccess } = { access: { kind: 'absent', why: 'no-webgpu' } };
  const downloads: { readonly name: string; readonly content: string }[] = [];
  const failures: { storage: StorageFailure | null } = { storage: null };
  let ids = 0;

  const written = <T>(write: () => T): Result<T, StorageFailure> =>
    failures.storage === null ? ok(write()) : err(failures.storage);

  const services: Services = {
    solver: {
      solve: (signal, input) => pend(solves, signal, input),
      ticks: (signal, input) => pend(ticks, signal, input),
      study: (signal, input, progress) =>
        new Promise<StudyAnswer>((resolve) => {
          studies.push({ input, signal, answer: answering(resolve), progress });
        }),
    },
    profiler: {
      profile: (signal, input, progress) =>
        new Promise((resolve) => {
          const answer = answering<ProfileAnswer>(resolve);
          profiles.push({ input, signal, answer, progress });
          signal.addEventListener('abort', () => void answer(err({ kind: 'cancelled' })));
        }),
    },
    simulator: {
      simulate: (signal, input, progress) =>
        new Promise((resolve) => {
          const answer = answering<SimulationAnswer>(resolve);
          simulations.push({ input, signal, answer, progress });
          signal.addEventListener('abort', () => void answer(err({ kind: 'cancelled' })));
        }),
      readTrace: (_signal, text, name) => Promise.resolve(parseTrace(text, name)),
    },
    reproducer: {
      figures: async () => ok((await import('../../core/reproduce/findFigure')).figureTexts()),
      run: (signal, figure, input, progress) =>
        new Promise((resolve) => {
          const answer = answering<FigureAnswer>(resolve);
          figureRuns.push({ figure, input, signal, answer, progress });
          signal.addEventListener('abort', () => void answer(err({ kind: 'cancelled' })));
        }),
    },
    models: createModelService(),
    modelStore: createModelStore(),
    splitter: createSplitService(),
    edge: createEdgeService(null, 1e-6),
    profileStore: {
      list: () => Promise.resolve(written(() => [...savedProfiles])),
      save: (kept, details) =>
        Promise.resolve(
          written(() => {
            const { id } = kept.profile;
            const older = savedProfiles.findIndex(({ profile }) => profile.id === id);
            savedProfiles.splice(older < 0 ? savedProfiles.length : older, 1, kept);
            if (details !== null) savedDetails.set(id, details);
            return null;
          }),
        ),
      details: (id) => Promise.resolve(written(() => savedDetails.get(id) ?? null)),
      rename: (id, deviceName) =>
        Promise.resolve(
          written(() => {
            const index = savedProfiles.findIndex(({ profile }) => profile.id === id);
            const kept = savedProfiles[index];
            if (kept !== undefined) {
              savedProfiles[index] = { ...kept, profile: { ...kept.profile, deviceName } };
            }
            return null;
          }),
        ),
      remove: (id) =>
        Promise.resolve(
          written(() => {
            const index = savedProfiles.findIndex(({ profile }) => profile.id === id);
            if (index >= 0) savedProfiles.splice(index, 1);
            savedDetails.delete(id);
            return null;
          }),
        ),
      removeAll: () =>
        Promise.resolve(
          written(() => {
            savedProfiles.splice(0);
            savedDetails.clear();
            return null;
          }),
        ),
    },
    localStore: {
      read: (key) => ok(stored.get(key) ?? null),
      write: (key, value) => written(() => (stored.set(key, value), null)),
      watch: (onWritten) => {
        watchers.add(onWritten);
        return () => void watchers.delete(onWritten);
      },
    },
    linkCodec: {
      encode: (scenario) => Promise.resolve(`s=1.${JSON.stringify(scenario)}`),
      decode: (fragment) =>
        Promise.resolve(parseScenarioText(fragment.replace(/^#?s=1\.|&at=.*$/g, ''), 'link')),
    },
    files: {
      choose: () => Promise.resolve(null),
      readText: async (file) => ok(await file.text()),
      download: (name, _type, content) => {
        downloads.push({ name, content: typeof content === 'string' ? content : '' });
      },
      copyText: () => Promise.resolve(true),
    },
    facts: {
      crossOriginIsolated: true,
      cores: 8,
      clockS: 5e-6,
      isSecure: true,
      memoryGiB: 8,
      deviceDetails: 'Test browser 1, Test OS, 8 cores',
      pageUrl: 'https://example.org/splitscape/',
      isMac: false,
    },
    findGpu: () => Promise.resolve(gpu.access),
    now: () => '2026-02-03T04:05:06.000Z',
    newId: () => {
      ids += 1;
      return `id${ids}`;
    },
    ...overrides,
  };
  return {
    services,
    solves,
    ticks,
    studies,
    profiles,
    simulations,
    figureRuns,
    stored,
    savedProfiles,
    savedDetails,
    gpu,
    downloads,
    failures,
    writeElsewhere,
  };
}

function pend<Input, T>(
  calls: Pending<Input, Awaited<Answered<T>>>[],
  signal: AbortSignal,
  input: Input,
): Answered<T> {
  return new Promise((resolve) => {
    calls.push({ input, signal, answer: answering(resolve) });
  });
}

/** Answers, and waits until the store has taken the answer in. */
function answering<T>(resolve: (value: T) => void): (value: T) => Promise<void> {
  return async (value) => {
    resolve(value);
    await settled();
  };
}

/** Lets every promise that can settle do so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
