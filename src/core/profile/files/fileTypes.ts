/** What a profile file says, and why one cannot be read. Worded in ui/errors. */
import type { Workload } from '../../scenario/types';
import type { ProfileDetails } from '../detailsTypes';
import type { Profile } from '../types';

/** Our own JSON, as it is exported, as `npm run profile` writes it, and as public/schema describes it. */
export interface ProfileFile {
  readonly format: 'splitscape-profile';
  readonly version: 1;
  /** ISO 8601. */
  readonly exportedAt?: string | undefined;
  readonly profiles: readonly Profile[];
  /** By the profile's id. */
  readonly details?: Readonly<Record<string, ProfileDetails>> | undefined;
  /** The model that the profiles are of, so that its structure travels with them (never its weights). */
  readonly workload?: Workload | undefined;
}

/** What importing needs to know beside the text. */
export interface ImportContext {
  /** Of the file, as the visitor named it. */
  readonly fileName: string;
  /** Now, ISO 8601. */
  readonly date: string;
  /** For the profile that is made of a foreign file. */
  readonly newId: string;
  /** The current model: a foreign file must be of it. Our own JSON may be of any. */
  readonly workload: Workload;
}

/** Profiles read from a file of any of the three formats. */
export interface ReadProfiles {
  readonly format: 'splitscape' | 'onnxruntime' | 'csv';
  /** At least one, each measured or imported. */
  readonly profiles: readonly Profile[];
  /** By the profile's id; only our own JSON has any. */
  readonly details: Readonly<Record<string, ProfileDetails>>;
  /** The model that travelled with them; null in foreign files, which are of the current one. */
  readonly workload: Workload | null;
  readonly notes: readonly ImportNote[];
}

/** What a visitor should know of an import that worked. */
export type ImportNote =
  /** Leading runs that were slower (lazy compilation, first allocation) are not counted. */
  | { readonly kind: 'warm-up-dropped'; readonly runs: number }
  /** The runs disagree too much for medians to add up: means were taken. */
  | { readonly kind: 'means-used' }
  /** That runtime fused these blocks into others: their time is counted there. */
  | { readonly kind: 'blocks-fused-away'; readonly blocks: readonly string[] }
  /** Kernels without a name of this model; their time went to the block before each. Share of the whole, 0..1. */
  | { readonly kind: 'kernels-unnamed'; readonly names: readonly string[]; readonly share: number };

/** Why a file gives no profile. */
export type ProfileFileFault =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limitBytes: number }
  | { readonly kind: 'empty' }
  /** Begins as JSON but ends early; `line` from 1. */
  | { readonly kind: 'cut-short'; readonly line: number }
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number }
  /** JSON, but neither our profile nor ONNX Runtime's; `looksLike` where it is something else we know. */
  | { readonly kind: 'not-a-profile'; readonly looksLike: 'scenario' | 'trace' | 'onnx' | null }
  | { readonly kind: 'newer-version'; readonly found: number; readonly known: number }
  /** `path` like "profiles[0].blocks[3].time"; `line` from 1, null where the field is missing altogether. */
  | {
      readonly kind: 'invalid-field';
      readonly path: string;
      readonly line: number | null;
      readonly expected: string;
    }
  /** Fields that contradict each other. */
  | {
      readonly kind: 'inconsistent';
      readonly path: string;
      readonly line: number | null;
      readonly detail: string;
    }
  /** ONNX Runtime's events, but not one whole inference with kernels. */
  | { readonly kind: 'no-runs' }
  | { readonly kind: 'too-few-runs'; readonly found: number; readonly needed: number }
  /** The profile is of another model: of `blocks` blocks only `matched` were found. A few names of each side. */
  | {
      readonly kind: 'other-model';
      readonly model: string;
      readonly blocks: number;
      readonly matched: number;
      readonly expected: readonly string[];
      readonly found: readonly string[];
    }
  /** A table: what is wrong where, line and column from 1, header included. */
  | {
      readonly kind: 'table';
      readonly line: number;
      readonly column: number;
      readonly expected: string;
    };
