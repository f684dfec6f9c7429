/** Contract between the page and a throw-away profiler worker: one worker, one configuration, one profile. */
import type { ClockTooCoarse } from '../core/profile/summariseRuns';
import type { ProfileDetails } from '../core/profile/detailsTypes';
import type { PageFacts } from '../core/profile/pageFacts';
import type { BlockSample, MeasuredSource } from '../core/profile/types';
import type { ModelFault } from '../core/onnx/modelFacts';
import type { Result } from '../core/result';
import type { ModelSource } from './modelFiles';

export type { PageFacts };

export interface ProfileRequest {
  readonly source: ModelSource;
  readonly seed: number;
  readonly backend: 'wasm' | 'webgpu';
  /** WebAssembly threads; 1 on the GPU. */
  readonly threads: number;
  /** ISO date supplied by the page. */
  readonly date: string;
  /** End-to-end median on one thread of the same model [s], where it was measured just before: threads are held against it. */
  readonly oneThreadS?: number | undefined;
}

export type ProfilePhase =
  | 'loading-runtime'
  | 'building-model'
  | 'creating-session'
  /** The one run that counts for the cold start: on the GPU it compiles every shader. */
  | 'first-run'
  | 'warming-up'
  | 'measuring';

/** Posted at most every 50 ms, and when a phase begins. */
export interface ProfileProgress {
  readonly phase: ProfilePhase;
  /** 0..1 over the whole measurement, never falling. */
  readonly fraction: number;
  readonly runs: number;
  /** Half-width of the 95 % interval of the end-to-end median, relative; null before there are enough runs. */
  readonly halfWidth: number | null;
  /** Running medians of the blocks [s]; empty until the first batch was read. */
  readonly blockMediansS: readonly number[];
  readonly endToEndMedianS: number | null;
}

export interface ProfileMeasurement {
  readonly modelKey: string;
  readonly blocks: readonly BlockSample[];
  readonly source: Omit<MeasuredSource, 'deviceDetails'>;
  readonly details: ProfileDetails;
}

export type ProfileFailure =
  | { readonly kind: 'runtime-failed'; readonly message: string }
  | { readonly kind: 'session-failed'; readonly message: string }
  | { readonly kind: 'out-of-memory'; readonly message: string }
  /** What still works is said on screen. */
  | {
      readonly kind: 'no-gpu';
      /** The browser has no WebGPU; it has, but no adapter; the adapter gave no device; the device was lost. */
      readonly reason: 'no-webgpu' | 'no-adapter' | 'no-device' | 'device-lost';
      readonly message: string;
    }
  | { readonly kind: 'model-fault'; readonly fault: ModelFault }
  | { readonly kind: 'blocks-not-found'; readonly blocks: readonly string[] }
  | ClockTooCoarse;

export interface ProfilerApi {
  profile(
    request: ProfileRequest,
    onProgress: (progress: ProfileProgress) => void,
    /** Asked once, when the runs are done. Left out: nothing is known of the page. */
    pageFacts?: () => PageFacts | Promise<PageFacts>,
  ): Promise<Result<ProfileMeasurement, ProfileFailure>>;
}
