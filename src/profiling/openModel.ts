/** Opening a visitor's model: reading it, measuring every shape by running it, and seeing which operators the runtime fuses. */
import { elementsOf } from '../core/model/elementsOf';
import { elementBytes, type GraphTensor } from '../core/model/imported/types';
import { shapeWith } from '../core/onnx/read/dimensionAsks';
import { exposeTensors, runnableModel, tensorsToMeasure } from '../core/onnx/read/exposeAll';
import { factsOf } from '../core/onnx/read/factsOf';
import { graphOf, type MeasuredTensors } from '../core/onnx/read/graphOf';
import type { OnnxModel } from '../core/onnx/read/onnxModel';
import { cannotRun, type ModelFacts, type ModelFault } from '../core/onnx/modelFacts';
import { parseOrtProfile } from '../core/profile/parseOrtProfile';
import { err, ok, type Result } from '../core/result';
import { cleanName } from '../core/scenario/text';
import type { ImportedWorkload } from '../core/scenario/types';
import { seededTensors } from '../core/split/seededInputs';
import type { WireTensor } from '../core/wire/wireTensor';
import type { ModelProgress, OpenRequest } from '../protocol/modelApi';
import type { ModelFiles } from '../protocol/modelFiles';
import { faultOf } from './faultOf';
import { measureTensors } from './measureTensors';
import type { ModelRunner } from './modelRunner';
import { readModelFiles } from './readModelFiles';

/** Reads a model; runs nothing. Never rejects. */
export async function inspectModel(files: ModelFiles): Promise<Result<ModelFacts, ModelFault>> {
  try {
    const read = await readModelFiles(files);
    return read.ok ? ok(factsOf(read.value, nameOf(files))) : read;
  } catch (error) {
    return err(faultOf(error));
  }
}

/** As the visitor knows it: the file's name without its ending. */
function nameOf({ name }: ModelFiles): string {
  return cleanName(name.replace(/\.onnx$/i, '')) || 'model';
}

/** Any seed: the same one gives the same shapes wherever shapes depend on values. */
export const feedSeed = 1;
/** An input larger than this [B] would not leave the runtime room to run. */
const largestFeedBytes = 2 ** 30;

/**
 * Reads a model, measures every shape by running it with its tensors exposed, and finds its blocks by one profiled run with all
 * optimisations. Never rejects.
 */
export async function openModel(
  runner: ModelRunner,
  { files, dims }: OpenRequest,
  onProgress: (progress: ModelProgress) => void,
): Promise<Result<ImportedWorkload, ModelFault>> {
  try {
    onProgress({ phase: 'reading-model', fraction: 0 });
    await runner.breathe();
    const read = await readModelFiles(files);
    if (!read.ok) return read;
    const model = read.value;
    const verdict = factsOf(model, '').verdicts.find(cannotRun);
    if (verdict !== undefined) return err({ kind: 'cannot-run', verdict });
    const feeds = feedsOf(model, dims);
    if (!feeds.ok) return feeds;

    onProgress({ phase: 'loading-runtime', fraction: 0.1 });
    await runner.breathe();
    const runnable = runnableModel(model);
    const measured = await measureShapes(runner, model, runnable, feeds.value, onProgress);

    onProgress({ phase: 'finding-blocks', fraction: 0.8 });
    await runner.breathe();
    const kernels = await kernelsOf(runner, model, runnable, feeds.value);
    const graph = graphOf(model, measured, kernels);
    if (!graph.ok) return graph;
    onProgress({ phase: 'finding-blocks', fraction: 1 });
    return ok({
      kind: 'imported',
      name: nameOf(files),
      fingerprint: model.fingerprint,
      dims: askedDims(model, dims),
      graph: graph.value,
      shipped: 'fp32',
      rawInput: 'fp32',
    });
  } catch (error) {
    return err(faultOf(error));
  }
}

/** Of the sizes given, those that the model asks for. */
function askedDims(model: OnnxModel, dims: OpenRequest['dims']): Readonly<Record<string, number>> {
  return Object.fromEntries(factsOf(model, '').asks.map(({ key }) => [key, dims[key]!]));
}

/** One tensor for each input, of the sizes chosen. */
function feedsOf(model: OnnxModel, dims: OpenRequest['dims']): Result<readonly WireTensor[], ModelFault> {
  const { asks } = factsOf(model, '');
  const isSize = (size: number | undefined): boolean =>
    size !== undefined && Number.isSafeInteger(size) && size >= 1 && size <= largestFeedBytes;
  const missing = asks.filter(({ key }) => !Object.hasOwn(dims, key) || !isSize(dims[key]));
  if (missing.length > 0) return err({ kind: 'dims-missing', keys: missing.map(({ key }) => key) });
  const inputs = model.inputs.map((input): GraphTensor => ({
    name: input.name,
    type: input.type!,
    shape: shapeWith(input, dims).map((size) => size!),
  }));
  const bytes = inputs.reduce((sum, { type, shape }) => sum + elementsOf(shape) * elementBytes[type], 0);
  if (bytes > largestFeedBytes) {
    return err({ kind: 'out-of-memory', message: `Inputs of these sizes take ${bytes} bytes.` });
  }
  return ok(seededTensors(inputs, feedSeed));
}

async function measureShapes(
  runner: ModelRunner,
  model: OnnxModel,
  runnable: Uint8Array,
  feeds: readonly WireTensor[],
  onProgress: (progress: ModelProgress) => void,
): Promise<MeasuredTensors> {
  const { external } = model;
  const open = (exposed: readonly string[]) =>
    runner.open(exposeTensors(runnable, exposed), { external, optimisation: 'disabled', profiled: false });
  const found = await measureTensors(
    { open, breathe: () => runner.breathe() },
    feeds,
    tensorsToMeasure(model),
    (share) => onProgress({ phase: 'measuring-shapes', fraction: 0.2 + 0.6 * share }),
  );
  return new Map([...feeds.map((feed) => [feed.name, feed] as const), ...found]);
}

/** Names of the kernels of one run with all optimisations, in order; null when the profile cannot be read. */
async function kernelsOf(
  runner: ModelRunner,
  { external }: OnnxModel,
  runnable: Uint8Array,
  feeds: readonly WireTensor[],
): Promise<readonly string[] | null> {
  const session = await runner.open(runnable, { external, optimisation: 'all', profiled: true });
  try {
    await session.run(feeds);
    const parsed = parseOrtProfile(session.endProfiling());
    return parsed.ok ? (parsed.value.at(-1)?.calls.map(({ name }) => name) ?? null) : null;
  } finally {
    await session.release();
  }
}
