/** Browser side effects behind functions. `main.tsx` builds the real ones; tests pass their own. */
import type { AdapterFacts, ProfileDetails } from '../core/profile/detailsTypes';
import type { Profile } from '../core/profile/types';
import type { FigureQuestion } from '../core/reproduce/figureQuestion';
import type { FigureId, FigureResult, FigureText } from '../core/reproduce/types';
import type { Result } from '../core/result';
import type { DocumentError } from '../core/scenario/documentError';
import type { Scenario } from '../core/scenario/types';
import type { SimulationFault, SimulationRun } from '../core/simulation/types';
import type { Breakpoint } from '../core/solvers/types';
import type { ReadTrace, TraceFault } from '../core/traffic/trace';
import type {
  ProfileFailure,
  ProfileMeasurement,
  ProfileProgress,
  ProfileRequest,
} from '../protocol/profilerApi';
import type { EdgeService } from './edgeTypes';
import type { ModelService, ModelStore } from './modelTypes';
import type { SplitService } from './splitTypes';
import type { Solution, StudyId, StudyMap, StudyRequest, TicksRequest } from '../protocol/solverApi';

/** The worker is gone (crashed, failed to load); the next call starts a fresh one. */
export interface WorkerFailure {
  readonly kind: 'worker-failed';
  readonly message: string;
}
/** The caller's signal was aborted, or a newer call replaced this one. */
export interface Cancelled {
  readonly kind: 'cancelled';
}

/** Every call settles: with a value, a failure, or `cancelled`. */
export interface SolverService {
  solve(signal: AbortSignal, scenario: Scenario): Promise<Result<Solution, WorkerFailure | Cancelled>>;
  ticks(
    signal: AbortSignal,
    request: TicksRequest,
  ): Promise<Result<readonly Breakpoint[], WorkerFailure | Cancelled>>;
  /** Latest only, for each study on its own: a newer request of the same study replaces an older one. */
  study<K extends StudyId>(
    signal: AbortSignal,
    request: StudyRequest<K>,
    onProgress: (part: number) => void,
  ): Promise<Result<StudyMap[K]['answer'], WorkerFailure | Cancelled>>;
}

export interface ProfilerService {
  /** Runs in a worker made for this call; aborting terminates it at once. */
  profile(
    signal: AbortSignal,
    request: ProfileRequest,
    onProgress: (progress: ProfileProgress) => void,
  ): Promise<Result<ProfileMeasurement, ProfileFailure | WorkerFailure | Cancelled>>;
}

export interface SimulatorService {
  /** Latest only: a newer call, like aborting, stops the one before at once. `onProgress`: part done, 0..1. */
  simulate(
    signal: AbortSignal,
    scenario: Scenario,
    onProgress: (part: number) => void,
  ): Promise<Result<SimulationRun, SimulationFault | WorkerFailure | Cancelled>>;
  /** Reads a capacity trace from the text of a file. */
  readTrace(
    signal: AbortSignal,
    text: string,
    name: string,
  ): Promise<Result<ReadTrace, TraceFault | WorkerFailure | Cancelled>>;
}

export interface ReproducerService {
  /** What the paper's figures claim and rest on, in the paper's order; nothing is run. */
  figures(signal: AbortSignal): Promise<Result<readonly FigureText[], WorkerFailure | Cancelled>>;
  /** Latest only: a newer call, like aborting, stops the one before at once. `onPart`: part done, 0..1. */
  run(
    signal: AbortSignal,
    figure: FigureId,
    question: FigureQuestion,
    onPart: (part: number) => void,
  ): Promise<Result<FigureResult, WorkerFailure | Cancelled>>;
}

export type StorageFailure =
  { readonly kind: 'storage-unavailable'; readonly message: string } | { readonly kind: 'storage-full' };

/** A profile of the history, and whether this browser measured it or read it from a file. */
export interface KeptProfile {
  readonly profile: Profile;
  readonly origin: 'here' | 'file';
}

/** The history of profiles (IndexedDB): as many of a model and configuration as people care to keep. */
export interface ProfileStore {
  /** Newest first. */
  list(): Promise<Result<readonly KeptProfile[], StorageFailure>>;
  /** Keeps a profile and what else it tells, together or not at all; the one with the same id is replaced. */
  save(kept: KeptProfile, details: ProfileDetails | null): Promise<Result<null, StorageFailure>>;
  /** null where nothing beyond the times is kept. */
  details(id: string): Promise<Result<ProfileDetails | null, StorageFailure>>;
  /** Gives it another `deviceName`; nothing happens where it is not kept. */
  rename(id: string, name: string): Promise<Result<null, StorageFailure>>;
  remove(id: string): Promise<Result<null, StorageFailure>>;
  removeAll(): Promise<Result<null, StorageFailure>>;
}

/**
 * `set-aside` holds an autosave that could not be read, so that nothing is silently lost; `measured-here` the marks of
 * measurements made in this browser.
 */
export type LocalKey = 'scenario' | 'settings' | 'view' | 'set-aside' | 'measured-here';

/** Autosave of the document and the settings (localStorage). */
export interface LocalStore {
  /** null when nothing is stored; the raw text when what is stored is not JSON. */
  read(key: LocalKey): Result<unknown, StorageFailure>;
  write(key: LocalKey, value: unknown): Result<null, StorageFailure>;
  /** Calls back when another tab has written a key; the answer ends that. */
  watch(onWritten: (key: LocalKey) => void): () => void;
}

export interface LinkCodec {
  /** "s=<version>.<base64url(deflate-raw(JSON))>" */
  encode(scenario: Scenario): Promise<string>;
  /** Reads the document; parts of the fragment after an "&" are somebody else's. */
  decode(fragment: string): Promise<Result<Scenario, DocumentError>>;
}

export interface FileService {
  /** Shows the browser's file chooser; null when the user changes their mind. */
  choose(accept: string): Promise<File | null>;
  /** Reads at most `limitBytes` of text. */
  readText(file: File, limitBytes: number): Promise<Result<string, DocumentError>>;
  download(name: string, type: string, content: string | Blob): void;
  copyText(text: string): Promise<boolean>;
}

/** What this browser can do, found once at start. */
export interface BrowserFacts {
  readonly crossOriginIsolated: boolean;
  readonly cores: number;
  /** Smallest step of performance.now() [s]: 5e-6 when isolated, 1e-4 otherwise. */
  readonly clockS: number;
  /** https, or this machine itself: without it browsers offer no GPU and no threads. */
  readonly isSecure: boolean;
  /** Memory as browsers tell it: rounded, at most 8 [GiB]; null where they keep it to themselves. */
  readonly memoryGiB: number | null;
  /** Browser name and version, platform, cores: shared only if the user says so. */
  readonly deviceDetails: string;
  /** Address of the page without its fragment: a share link is `pageUrl#fragment`. */
  readonly pageUrl: string;
  /** Shortcuts use Command instead of Control. */
  readonly isMac: boolean;
}

/** Whether this page can use a GPU, and if not, why. */
export type GpuAccess =
  | { readonly kind: 'adapter'; readonly adapter: AdapterFacts }
  /** Not a secure context; a browser without WebGPU; a browser that gives no adapter (blocked, no driver). */
  | { readonly kind: 'absent'; readonly why: 'not-secure' | 'no-webgpu' | 'no-adapter' };

export interface Services {
  readonly models: ModelService;
  readonly modelStore: ModelStore;
  readonly splitter: SplitService;
  readonly edge: EdgeService;
  readonly solver: SolverService;
  readonly profiler: ProfilerService;
  readonly simulator: SimulatorService;
  readonly reproducer: ReproducerService;
  readonly profileStore: ProfileStore;
  readonly localStore: LocalStore;
  readonly linkCodec: LinkCodec;
  readonly files: FileService;
  readonly facts: BrowserFacts;
  /** Asks the browser for a GPU, once; slow the first time, so only where somebody wants to know. */
  readonly findGpu: () => Promise<GpuAccess>;
  /** ISO 8601 now. */
  readonly now: () => string;
  /** Fresh id for a node, link or profile. */
  readonly newId: () => string;
}
