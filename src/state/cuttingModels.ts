/** Checking every cut of the scenario's model, and cutting it into parts for download. */
import { err, ok, type Result } from '../core/result';
import type { ImportedWorkload, RunnableWorkload } from '../core/scenario/types';
import type { ModelFiles, ModelSource } from '../protocol/modelFiles';
import { busyWith } from './busy';
import type { ModelActions, ModelsState, ModelTrouble } from './modelsTypes';
import type { SliceContext } from './slice';

type CuttingActions = Pick<ModelActions, 'checkCuts' | 'cancelCheck' | 'cutModel' | 'cancelExport'>;

export function createCutting(
  { get, services }: SliceContext,
  patch: (change: Partial<ModelsState>) => void,
  filesOf: (workload: ImportedWorkload) => Promise<ModelFiles | null>,
): CuttingActions {
  let check = new AbortController();
  let cut = new AbortController();

  /** The model with weights that mean something. */
  const sourceOf = async (workload: RunnableWorkload): Promise<Result<ModelSource, ModelTrouble>> => {
    const { seed } = get().scenario;
    if (workload.kind === 'catalogue') return ok({ kind: 'catalogue', workload, seed, weights: 'seeded' });
    const files = await filesOf(workload);
    return files === null
      ? err({ kind: 'files-missing', name: workload.name })
      : ok({ kind: 'imported', workload, files });
  };

  return {
    checkCuts: async (optimisation, shipped) => {
      const { workload } = get().scenario;
      const busy = busyWith(get());
      if (workload.kind === 'custom' || (busy !== null && busy !== 'check')) return;
      check.abort();
      check = new AbortController();
      const { signal } = check;
      const stopped = (): boolean => signal.aborted;
      patch({ checking: { status: 'running', workload, shipped, progress: null, cuts: [] } });
      const source = await sourceOf(workload);
      if (stopped()) return;
      if (!source.ok) {
        patch({ checking: { status: 'failed', workload, fault: source.error } });
        return;
      }
      // Without a precision nothing is rounded, the model's input neither: such a cut must change nothing.
      const rounded = shipped === 'fp32' ? {} : { shipped };
      const request = { source: source.value, optimisation, ...rounded };
      const result = await services.models.checkCuts(signal, request, (progress, cuts) => {
        if (!signal.aborted) patch({ checking: { status: 'running', workload, shipped, progress, cuts } });
      });
      if (stopped()) return;
      if (result.ok) patch({ checking: { status: 'done', workload, shipped, check: result.value } });
      else if (result.error.kind === 'cancelled') patch({ checking: { status: 'idle' } });
      else patch({ checking: { status: 'failed', workload, fault: result.error } });
    },
    cancelCheck: () => {
      check.abort();
      patch({ checking: { status: 'idle' } });
    },
    cutModel: async (boundaries, dataFiles) => {
      const { workload } = get().scenario;
      if (workload.kind === 'custom') return null;
      cut.abort();
      cut = new AbortController();
      const { signal } = cut;
      const stopped = (): boolean => signal.aborted;
      patch({ exporting: { status: 'running' } });
      const source = await sourceOf(workload);
      if (stopped()) return null;
      if (!source.ok) {
        patch({ exporting: { status: 'failed', workload, fault: source.error } });
        return null;
      }
      const parts = await services.models.cut(signal, { source: source.value, boundaries, dataFiles });
      if (stopped()) return null;
      if (parts.ok || parts.error.kind === 'cancelled') patch({ exporting: { status: 'idle' } });
      else patch({ exporting: { status: 'failed', workload, fault: parts.error } });
      return parts.ok ? parts.value : null;
    },
    cancelExport: () => {
      cut.abort();
      patch({ exporting: { status: 'idle' } });
    },
  };
}
