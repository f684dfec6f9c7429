/** Which of the dropped files is the model, and which are the data it names. */
import type { ModelFiles } from '../protocol/modelFiles';
import { isModelName } from './isModelName';
import type { NamedFile } from './modelsTypes';

/**
 * One model with everything else as its external data. A single file is taken for a model whatever its name, unless `waiting`
 * (a model that was read and lacks data) asks for it. null: none of several files is a model.
 */
export function gatherModel(files: readonly NamedFile[], waiting: ModelFiles | null): ModelFiles | null {
  const model = files.find(({ name }) => isModelName(name));
  const data = files
    .filter((file) => file !== model)
    .map((file): ModelFiles['external'][number] => ({ path: file.name, data: file }));
  if (model !== undefined) return { name: model.name, model, external: data };
  if (waiting !== null) {
    const names = new Set(data.map(({ path }) => path));
    return {
      ...waiting,
      external: [...waiting.external.filter(({ path }) => !names.has(baseName(path))), ...data],
    };
  }
  const [only] = files;
  return only !== undefined && files.length === 1 ? { name: only.name, model: only, external: [] } : null;
}

/** The files under the paths by which the model names them: browsers give a dropped file without its folder. */
export function withPaths(files: ModelFiles, paths: readonly string[]): ModelFiles | null {
  let found = 0;
  const external = files.external.map(({ path, data }) => {
    const wanted = paths.find((candidate) => candidate !== path && baseName(candidate) === baseName(path));
    if (wanted === undefined) return { path, data };
    found += 1;
    return { path: wanted, data };
  });
  return found === 0 ? null : { ...files, external };
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
