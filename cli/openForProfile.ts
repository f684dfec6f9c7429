/** The model that `npm run profile` measures: opened as the page opens it, so that the times fit there. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createWasmRunner } from '../edge/engine';
import type { ModelFacts } from '../src/core/onnx/modelFacts';
import { err, ok, type Result } from '../src/core/result';
import type { FileBytes, ModelFiles, ModelSource } from '../src/protocol/modelFiles';
import { inspectModel, openModel } from '../src/profiling/openModel';
import { modelFaultText } from './modelFaultText';
import type { ProfileArguments } from './profileArguments';

/** Weights of a catalogue model: they do not change how long it takes. */
const seed = 1;

/** The error is one line. */
export async function openForProfile(
  { model, external, dims }: Pick<ProfileArguments, 'model' | 'external' | 'dims'>,
  onPhase: (phase: string) => void,
): Promise<Result<ModelSource, string>> {
  if (model.kind === 'catalogue') {
    return ok({ kind: 'catalogue', workload: model.workload, seed, weights: 'cheap' });
  }
  const found = findFiles(model.path, external);
  if (!found.ok) return found;
  let files = found.value;
  let inspected = await inspectModel(files);
  if (!inspected.ok && inspected.error.kind === 'external-missing') {
    files = withNeighbours(files, dirname(model.path), inspected.error.paths);
    inspected = await inspectModel(files);
  }
  if (!inspected.ok) return err(`${model.path}: ${modelFaultText(inspected.error)}`);
  const unasked = Object.keys(dims).filter((key) => !asksFor(inspected.value, key));
  if (unasked.length > 0) return err(unaskedText(model.path, unasked, inspected.value));
  const missing = inspected.value.asks.filter(({ key }) => !Object.hasOwn(dims, key));
  if (missing.length > 0) {
    const options = missing.map(({ key, suggestion }) => `--dim ${key}=${suggestion}`).join(' ');
    return err(`${model.path}: leaves sizes open; say how large, for example ${options}`);
  }
  const opened = await openModel(createWasmRunner(), { files, dims }, ({ phase }) => onPhase(phase));
  if (!opened.ok) return err(`${model.path}: ${modelFaultText(opened.error)}`);
  return ok({ kind: 'imported', workload: opened.value, files });
}

const asksFor = ({ asks }: ModelFacts, key: string): boolean => asks.some((ask) => ask.key === key);

function unaskedText(path: string, unasked: readonly string[], { asks }: ModelFacts): string {
  const open =
    asks.length === 0 ? 'leaves no size open' : `leaves open: ${asks.map(({ key }) => key).join(', ')}`;
  return `--dim ${unasked[0]!}: ${path} ${open}`;
}

function findFiles(path: string, external: ProfileArguments['external']): Result<ModelFiles, string> {
  const missing = [path, ...external.map((file) => file.path)].find((file) => !isFile(file));
  if (missing !== undefined) return err(`${missing}: cannot be read`);
  return ok({
    name: basename(path),
    model: fileBytes(path),
    external: external.map((file) => ({
      path: file.name ?? basename(file.path),
      data: fileBytes(file.path),
    })),
  });
}

/** External data usually lies beside its model, under the name that the model uses; paths that lead out of there are not followed. */
function withNeighbours(files: ModelFiles, folder: string, missing: readonly string[]): ModelFiles {
  const inside = missing.filter((path) => !/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:/.test(path));
  const there = inside.filter((path) => isFile(join(folder, path)));
  return {
    ...files,
    external: [...files.external, ...there.map((path) => ({ path, data: fileBytes(join(folder, path)) }))],
  };
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

function fileBytes(path: string): FileBytes {
  return {
    size: statSync(path).size,
    arrayBuffer: () => {
      const bytes = readFileSync(path);
      return Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
  };
}
