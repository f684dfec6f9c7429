/** The visitor's own models: being opened, kept, checked, exported. */
import type { ModelFacts } from '../core/onnx/modelFacts';
import type { ImportedWorkload } from '../core/scenario/types';
import type { ModelFault } from '../core/onnx/modelFacts';
import type { ModelProgress } from '../protocol/modelApi';
import type { ModelFiles } from '../protocol/modelFiles';
import type { StoredModel } from '../services/modelTypes';
import type { WorkerFailure } from '../services/types';

/** The model that is being opened. */
export type OpeningModel =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string }
  /** Read; it waits for sizes, or for "Open". */
  | { readonly status: 'asking'; readonly files: ModelFiles; readonly facts: ModelFacts }
  | {
      readonly status: 'opening';
      readonly files: ModelFiles;
      readonly facts: ModelFacts;
      readonly progress: ModelProgress | null;
    }
  | {
      readonly status: 'failed';
      readonly name: string;
      readonly facts: ModelFacts | null;
      readonly fault: ModelFault | WorkerFailure;
    };

export interface ModelsState {
  readonly opening: OpeningModel;
  /** Models whose files this browser keeps. */
  readonly stored: readonly StoredModel[];
}

export interface ModelActions {
  /** Reads dropped or chosen files: one .onnx and the external data it names. */
  readonly readModel: (files: ModelFiles) => Promise<void>;
  /** Opens what was read, with these sizes; when done it becomes the scenario's workload (one undo step). */
  readonly openModel: (dims: Readonly<Record<string, number>>) => Promise<void>;
  readonly cancelModel: () => void;
  readonly removeModel: (fingerprint: string) => Promise<void>;
  /** The files of an imported workload: of this visit, or kept in this browser; null when neither has them. */
  readonly modelFiles: (workload: ImportedWorkload) => Promise<ModelFiles | null>;
}
