import * as Comlink from 'comlink';
import { checkCuts } from '../src/profiling/checkCuts';
import { cutModel } from '../src/profiling/cutModel';
import { inspectModel, openModel } from '../src/profiling/openModel';
import { createOrtModelRunner } from '../src/profiling/ortModelRunner';
import { startOrt } from '../src/profiling/runtime';
import type { ModelApi } from '../src/protocol/modelApi';

/** One thread: the same sums in the same order, so that what a cut changes is the cut's doing. */
const startRunner = async () => createOrtModelRunner(await startOrt('wasm', 1));

const api: ModelApi = {
  inspect: (files) => inspectModel(files),
  open: async (request, onProgress) => openModel(await startRunner(), request, onProgress),
  checkCuts: async (request, onProgress) =>
    checkCuts(await startRunner(), request, onProgress, () => performance.now()),
  cut: async ({ source, boundaries, dataFiles }) => {
    const cut = await cutModel(source, boundaries, dataFiles);
    if (!cut.ok) return cut;
    const buffers = cut.value.flatMap(({ model, external }) => [model, ...external.map(({ data }) => data)]);
    return Comlink.transfer(
      cut,
      buffers.map(({ buffer }) => buffer),
    );
  },
};

Comlink.expose(api);
