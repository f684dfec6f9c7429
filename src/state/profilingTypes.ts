/** Measuring this device: which configurations, how far each is, and what came of it. */
import type { NodeId } from '../core/network/types';
import type { ProfileDetails } from '../core/profile/detailsTypes';
import type { MeasuredSource, Profile } from '../core/profile/types';
import type { ProfileFailure, ProfileProgress } from '../protocol/profilerApi';
import type { BrowserFacts, GpuAccess, WorkerFailure } from '../services/types';

export type { BrowserFacts, GpuAccess };

/** What the model runs on: so many WebAssembly threads, or the GPU (which counts as 1 thread). */
export interface Configuration {
  readonly backend: 'wasm' | 'webgpu';
  readonly threads: number;
}

export interface MeasuredProfile extends Profile {
  readonly source: MeasuredSource;
}

export type ConfigurationRun = { readonly configuration: Configuration } & (
  | { readonly status: 'waiting' }
  | { readonly status: 'running'; readonly progress: ProfileProgress | null }
  | { readonly status: 'done'; readonly profile: MeasuredProfile; readonly details: ProfileDetails }
  | { readonly status: 'failed'; readonly failure: ProfileFailure | WorkerFailure }
  /** Cancelled before it was done. */
  | { readonly status: 'cancelled' }
);

export type ProfilingState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly modelName: string; readonly runs: readonly ConfigurationRun[] }
  | {
      readonly status: 'done';
      readonly modelName: string;
      readonly runs: readonly ConfigurationRun[];
      /** The one to use, see `preferredProfile`; null where every configuration failed. */
      readonly best: MeasuredProfile | null;
      /** Cancelled: what was done until then is kept, and nothing was changed in the network. */
      readonly cancelled: boolean;
    }
  /** The bytes of the visitor's own model are neither in this visit nor in this browser. */
  | { readonly status: 'no-files'; readonly modelName: string };

export interface ProfilingData {
  readonly profiling: ProfilingState;
  /** Chosen configurations; null: `defaultConfigurations`. */
  readonly chosenConfigurations: readonly Configuration[] | null;
  /** null until somebody asked. */
  readonly gpu: GpuAccess | null;
  /** The history: measured here or read from files, newest first. */
  readonly localProfiles: readonly Profile[];
  /** What profiles of the history tell beyond the times, by their id; null: nothing. Absent until asked for. */
  readonly profileDetails: Readonly<Record<string, ProfileDetails | null>>;
  /** Marks of every measurement ever made here, kept or not: a document may still carry it. See `measuredHere.ts`. */
  readonly measuredHere: readonly string[];
  /** Dropped on the page, waiting for the import to take it; null: none. */
  readonly offeredProfileFile: File | null;
}

export interface ProfilingActions {
  /** Measures the chosen configurations one after the other; the best becomes the UE's device. */
  readonly startProfiling: () => Promise<void>;
  readonly cancelProfiling: () => void;
  readonly chooseConfigurations: (configurations: readonly Configuration[]) => void;
  /** Asks the browser for its GPU, once. */
  readonly findGpu: () => Promise<void>;
  /** Hands a file to the import of the Profile place; null once that has taken it. */
  readonly offerProfileFile: (file: File | null) => void;
  /** Puts profiles read from a file into the history, once; answers them as they stand there. */
  readonly addProfiles: (
    profiles: readonly Profile[],
    details: Readonly<Record<string, ProfileDetails>>,
  ) => Promise<readonly Profile[]>;
  readonly loadProfileDetails: (id: string) => Promise<void>;
  /** Renames it in the history, and in the document where that carries it (one undo step). */
  readonly renameProfile: (id: string, name: string) => Promise<void>;
  readonly removeProfile: (id: string) => Promise<void>;
  readonly removeAllProfiles: () => Promise<void>;
  /** Makes a profile a node's device, the source's if none is named (one undo step). */
  readonly adoptProfile: (profile: Profile, node?: NodeId) => void;
}
