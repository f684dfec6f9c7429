/** The visitor's own models: being opened, kept, checked, exported. */
import type { ModelFacts, ModelFault } from '../core/onnx/modelFacts';
import type { ImportedWorkload, RunnableWorkload, ShippedPrecision } from '../core/scenario/types';
import type { CheckedCut, CutCheck, ModelPart, ModelProgress } from '../protocol/modelApi';
import type { FileBytes, ModelFiles } from '../protocol/modelFiles';
import type { StoredModel } from '../services/modelTypes';
import type { WorkerFailure } from '../services/types';

/** A chosen or dropped file. */
export interface NamedFile extends FileBytes {
  readonly name: string;
}

/** Why a model was not opened, checked or cut. */
export type ModelTrouble =
  | ModelFault
  | WorkerFailure
  /** No .onnx file is among those that were dropped. */
  | { readonly kind: 'no-model'; readonly names: readonly string[] }
  /** The document refused the workload: it is larger than a document may hold. */
  | { readonly kind: 'not-taken' }
  /** An imported model whose weights this browser does not have. */
  | { readonly kind: 'files-missing'; readonly name: string };

/** The model that is being opened. */
export type OpeningModel =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string }
  /** Read; it waits for sizes, or for "Open". */
  | {
      readonly status: 'asking';
      readonly facts: ModelFacts;
      /** Sizes to start from: those it is open with, or that suit a model that comes with the page. */
      readonly dims: Readonly<Record<string, number>>;
      /** The scenario's model waits for its files, and this is another one. */
      readonly insteadOf: string | null;
    }
  | { readonly status: 'opening'; readonly facts: ModelFacts; readonly progress: ModelProgress | null }
  | {
      readonly status: 'failed';
      readonly name: string;
      readonly facts: ModelFacts | null;
      /** Sizes that were tried. */
      readonly dims: Readonly<Record<string, number>>;
      readonly fault: ModelTrouble;
    };

type Optimisation = CutCheck['optimisation'];

/** The check of every boundary of `workload`. */
type CutChecking =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly workload: RunnableWorkload;
      readonly shipped: ShippedPrecision;
      readonly progress: ModelProgress | null;
      readonly cuts: readonly CheckedCut[];
    }
  | {
      readonly status: 'done';
      readonly workload: RunnableWorkload;
      readonly shipped: ShippedPrecision;
      readonly check: CutCheck;
    }
  | { readonly status: 'failed'; readonly workload: RunnableWorkload; readonly fault: ModelTrouble };

/** Parts being cut for download. */
type PartsExport =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'failed'; readonly workload: RunnableWorkload; readonly fault: ModelTrouble };

export interface ModelsState {
  readonly opening: OpeningModel;
  /** What the file opened last said of itself. */
  readonly opened: ModelFacts | null;
  /** Models whose files this browser keeps, newest first; null until `loadModels` has asked. */
  readonly stored: readonly StoredModel[] | null;
  /** Fingerprints of models whose files are at hand in this visit, kept or not. */
  readonly atHand: readonly string[];
  readonly checking: CutChecking;
  readonly exporting: PartsExport;
}

export interface ModelActions {
  /** Reads a model; one that asks nothing and has no verdict opens at once. */
  readonly readModel: (files: ModelFiles) => Promise<void>;
  /** The same for dropped or chosen files: one .onnx and the external data it names, together or one after the other. */
  readonly readModelFiles: (files: readonly NamedFile[]) => Promise<void>;
  readonly openSample: (id: string) => Promise<void>;
  /** Opens a kept model again. */
  readonly reopenModel: (fingerprint: string) => Promise<void>;
  /** Opens what was read, with these sizes; when done it becomes the scenario's workload (one undo step). */
  readonly openModel: (dims: Readonly<Record<string, number>>) => Promise<void>;
  /** Ends reading or opening, or puts away what was read or failed. */
  readonly cancelModel: () => void;
  readonly loadModels: () => Promise<void>;
  readonly removeModel: (fingerprint: string) => Promise<void>;
  /** The files of an imported workload: of this visit, or kept in this browser; null when neither has them. */
  readonly modelFiles: (workload: ImportedWorkload) => Promise<ModelFiles | null>;
  /** Holds every cut of the scenario's model against the whole model, features shipped so. */
  readonly checkCuts: (optimisation: Optimisation, shipped: ShippedPrecision) => Promise<void>;
  readonly cancelCheck: () => void;
  /**
   * The parts of the scenario's model cut at these boundaries, their external data named so; null when that failed
   * (`exporting` says why).
   */
  readonly cutModel: (
    boundaries: readonly number[],
    dataFiles: readonly string[],
  ) => Promise<readonly ModelPart[] | null>;
  readonly cancelExport: () => void;
}
