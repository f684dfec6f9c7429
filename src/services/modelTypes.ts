/** Opening, keeping and cutting models. */
import type { ModelFacts, ModelFault } from '../core/onnx/modelFacts';
import type { Result } from '../core/result';
import type { ImportedWorkload } from '../core/scenario/types';
import type {
  CheckedCut,
  CheckRequest,
  CutCheck,
  CutRequest,
  ModelPart,
  ModelProgress,
  OpenRequest,
} from '../protocol/modelApi';
import type { ModelFiles } from '../protocol/modelFiles';
import type { Cancelled, StorageFailure, WorkerFailure } from './types';

type Answer<T> = Promise<Result<T, ModelFault | WorkerFailure | Cancelled>>;

/** Every call has a worker of its own, with a budget of time and memory; aborting ends it at once. */
export interface ModelService {
  inspect(signal: AbortSignal, files: ModelFiles): Answer<ModelFacts>;
  open(
    signal: AbortSignal,
    request: OpenRequest,
    onProgress: (progress: ModelProgress) => void,
  ): Answer<ImportedWorkload>;
  checkCuts(
    signal: AbortSignal,
    request: CheckRequest,
    onProgress: (progress: ModelProgress, cuts: readonly CheckedCut[]) => void,
  ): Answer<CutCheck>;
  cut(signal: AbortSignal, request: CutRequest): Answer<readonly ModelPart[]>;
  /** The small models that come with the page, with their licences. */
  readonly samples: readonly ModelSample[];
  fetchSample(signal: AbortSignal, id: string): Answer<ModelFiles>;
}

/** A small pretrained model that comes with the page. */
export interface ModelSample {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
  /** SPDX identifier, and whose work it is. */
  readonly licence: string;
  readonly credit: string;
  /** Sizes that suit it, for those that its file leaves open; as in `ImportedWorkload.dims`. */
  readonly dims: Readonly<Record<string, number>>;
}

/** A model whose files this browser keeps (IndexedDB), so that a reload can still run it. */
export interface StoredModel {
  readonly fingerprint: string;
  readonly name: string;
  readonly bytes: number;
  /** ISO 8601. */
  readonly openedAt: string;
}

export interface ModelStore {
  list(): Promise<Result<readonly StoredModel[], StorageFailure>>;
  save(model: StoredModel, files: ModelFiles): Promise<Result<null, StorageFailure>>;
  /** null when this browser does not have it. */
  read(fingerprint: string): Promise<Result<ModelFiles | null, StorageFailure>>;
  remove(fingerprint: string): Promise<Result<null, StorageFailure>>;
}
