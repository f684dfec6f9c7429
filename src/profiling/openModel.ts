import type { ModelFacts, ModelFault } from '../core/onnx/modelFacts';
import { err, type Result } from '../core/result';
import type { ImportedWorkload } from '../core/scenario/types';
import type { ModelProgress, OpenRequest } from '../protocol/modelApi';
import type { ModelFiles } from '../protocol/modelFiles';
import type { ModelRunner } from './modelRunner';

/** Reads a model; runs nothing. Never rejects. */
export function inspectModel(files: ModelFiles): Promise<Result<ModelFacts, ModelFault>> {
  return Promise.resolve(err({ kind: 'not-onnx', detail: `${files.name}: not built` }));
}

/** Reads a model, measures every shape by running it once, and finds its blocks by one profiled run. Never rejects. */
export function openModel(
  _runner: ModelRunner,
  request: OpenRequest,
  _onProgress: (progress: ModelProgress) => void,
): Promise<Result<ImportedWorkload, ModelFault>> {
  return Promise.resolve(err({ kind: 'not-onnx', detail: `${request.files.name}: not built` }));
}
