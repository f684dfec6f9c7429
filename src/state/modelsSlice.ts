/** The visitor's own models. What is done with them loads when it is first asked for: few visits open one. */
import type { ModelActions, ModelsState } from './modelsTypes';
import type { SliceContext } from './slice';
import type { Edit } from './types';

export function createModels(
  context: SliceContext,
  editBehindGesture: (edit: Edit) => void,
): ModelActions & { readonly models: ModelsState } {
  let loading: Promise<ModelActions> | null = null;
  const work = (): Promise<ModelActions> => {
    loading ??= import('./modelWork').then(({ createModelWork }) =>
      createModelWork(context, editBehindGesture),
    );
    // A page that was offline for a moment may try again.
    loading.catch(() => (loading = null));
    return loading;
  };
  /** A script that does not load is told like a worker that does not start. */
  const when = async <T>(run: (work: ModelActions) => T, otherwise: T): Promise<Awaited<T>> => {
    try {
      return await run(await work());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const opening = { status: 'failed', name: '', facts: null, dims: {} } as const;
      const { models } = context.get();
      context.set({
        models: { ...models, opening: { ...opening, fault: { kind: 'worker-failed', message } } },
      });
      return otherwise as Awaited<T>;
    }
  };
  const done = Promise.resolve();
  return {
    models: {
      opening: { status: 'none' },
      opened: null,
      stored: null,
      atHand: [],
      checking: { status: 'idle' },
      exporting: { status: 'idle' },
    },
    readModel: (files) => when((actions) => actions.readModel(files), done),
    readModelFiles: (files) => when((actions) => actions.readModelFiles(files), done),
    openSample: (id) => when((actions) => actions.openSample(id), done),
    reopenModel: (fingerprint) => when((actions) => actions.reopenModel(fingerprint), done),
    openModel: (dims) => when((actions) => actions.openModel(dims), done),
    cancelModel: () => void when((actions) => actions.cancelModel(), undefined),
    loadModels: () => when((actions) => actions.loadModels(), done),
    removeModel: (fingerprint) => when((actions) => actions.removeModel(fingerprint), done),
    modelFiles: (workload) => when((actions) => actions.modelFiles(workload), Promise.resolve(null)),
    checkCuts: (optimisation, shipped) => when((actions) => actions.checkCuts(optimisation, shipped), done),
    cancelCheck: () => void when((actions) => actions.cancelCheck(), undefined),
    cutModel: (boundaries, dataFiles) =>
      when((actions) => actions.cutModel(boundaries, dataFiles), Promise.resolve(null)),
    cancelExport: () => void when((actions) => actions.cancelExport(), undefined),
  };
}
