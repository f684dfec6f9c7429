/** Contract between the page and the model worker: reads a visitor's model, measures its shapes, cuts it, checks the cuts. */
import type { ModelPart } from '../core/onnx/cut/modelPart';
import type { ModelFacts, ModelFault } from '../core/onnx/modelFacts';
import type { Result } from '../core/result';
import type { ImportedWorkload, ShippedPrecision } from '../core/scenario/types';
import type { ModelFiles, ModelSource } from './modelFiles';

export type { ModelPart };

export interface OpenRequest {
  readonly files: ModelFiles;
  /** A size for every `DimensionAsk`, by its key. */
  readonly dims: Readonly<Record<string, number>>;
}

export type ModelPhase =
  'loading-runtime' | 'reading-model' | 'measuring-shapes' | 'finding-blocks' | 'cutting' | 'checking';
/** Posted at most every 50 ms, and when a phase begins. */
export interface ModelProgress {
  readonly phase: ModelPhase;
  /** 0..1 of the whole call, never falling. */
  readonly fraction: number;
}

/** One boundary of the chain, checked: the first part feeds the second, and the result is held against the whole model's. */
export interface CheckedCut {
  /** Blocks done before it. */
  readonly boundary: number;
  readonly tensors: readonly string[];
  /** Worst difference over all results, and that over the largest magnitude in the whole model's result. */
  readonly absolute: number;
  readonly relative: number;
  /** As the chain predicts at the precision checked, and as the tensors really have. */
  readonly predictedBytes: number;
  readonly sentBytes: number;
}
export interface CutCheck {
  readonly cuts: readonly CheckedCut[];
  /** Boundaries where nothing can be cut, and why (ONNX Runtime's words). */
  readonly failures: readonly { readonly boundary: number; readonly message: string }[];
  readonly optimisation: 'all' | 'disabled';
}

/** What to check and how: with fp32 features (and inputs) the cut must change nothing, otherwise the precision's error shows. */
export interface CheckRequest {
  readonly source: ModelSource;
  readonly optimisation: 'all' | 'disabled';
  /** Precision in which float32 features cross; fp32 when not given. Raw inputs then cross as the workload says. */
  readonly shipped?: ShippedPrecision;
  /** Blocks done, none of them 0 or the last; every boundary between blocks when not given. */
  readonly boundaries?: readonly number[];
}

/** Cuts at these boundaries (blocks done, rising, none of them 0 or the last): one part more than boundaries. */
export interface CutRequest {
  readonly source: ModelSource;
  readonly boundaries: readonly number[];
  /** Names of the parts' files of external data, one a part; parts that are kept in one folder need them. */
  readonly dataFiles?: readonly string[];
}

export interface ModelApi {
  /** Reads the file; runs nothing. */
  inspect(files: ModelFiles): Promise<Result<ModelFacts, ModelFault>>;
  /** Runs the model once with every tensor exposed, and once to see what the runtime fuses. */
  open(
    request: OpenRequest,
    onProgress: (progress: ModelProgress) => void,
  ): Promise<Result<ImportedWorkload, ModelFault>>;
  checkCuts(
    request: CheckRequest,
    onProgress: (progress: ModelProgress, cuts: readonly CheckedCut[]) => void,
  ): Promise<Result<CutCheck, ModelFault>>;
  cut(request: CutRequest): Promise<Result<readonly ModelPart[], ModelFault>>;
}
