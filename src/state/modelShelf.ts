/** The files of opened models: those of this visit at hand, and those that the browser keeps. */
import type { ImportedWorkload } from '../core/scenario/types';
import type { ModelFiles } from '../protocol/modelFiles';
import type { StoredModel } from '../services/modelTypes';
import type { ModelsState } from './modelsTypes';
import type { SliceContext } from './slice';

export interface ModelShelf {
  readonly files: (workload: Pick<ImportedWorkload, 'fingerprint'>) => Promise<ModelFiles | null>;
  /** At hand at once; kept where the browser has room, told where it has not. */
  readonly keep: (fingerprint: string, files: ModelFiles) => Promise<void>;
  readonly load: () => Promise<void>;
  readonly remove: (fingerprint: string) => Promise<void>;
}

export function createModelShelf(
  { get, services }: SliceContext,
  patch: (change: Partial<ModelsState>) => void,
): ModelShelf {
  const visit = new Map<string, ModelFiles>();
  const { modelStore } = services;

  const atHand = (fingerprint: string, files: ModelFiles): void => {
    visit.set(fingerprint, files);
    patch({ atHand: [...visit.keys()] });
  };

  const load = async (): Promise<void> => {
    const listed = await modelStore.list();
    // Blocked storage is no error until there is something to keep.
    if (listed.ok) patch({ stored: newestFirst(listed.value) });
    else if (get().models.stored === null) patch({ stored: [] });
  };

  return {
    files: async ({ fingerprint }) => {
      const here = visit.get(fingerprint);
      if (here !== undefined) return here;
      const read = await modelStore.read(fingerprint);
      if (!read.ok || read.value === null) return null;
      atHand(fingerprint, read.value);
      return read.value;
    },
    keep: async (fingerprint, files) => {
      atHand(fingerprint, files);
      const bytes = files.external.reduce((sum, { data }) => sum + data.size, files.model.size);
      const entry = { fingerprint, name: files.name, bytes, openedAt: services.now() };
      const saved = await modelStore.save(entry, files);
      if (!saved.ok) get().notify({ kind: 'storage-error', failure: saved.error });
      await load();
    },
    load,
    remove: async (fingerprint) => {
      visit.delete(fingerprint);
      const { stored } = get().models;
      patch({
        atHand: [...visit.keys()],
        stored: stored?.filter((model) => model.fingerprint !== fingerprint) ?? null,
      });
      const removed = await modelStore.remove(fingerprint);
      if (!removed.ok) get().notify({ kind: 'storage-error', failure: removed.error });
    },
  };
}

function newestFirst(models: readonly StoredModel[]): readonly StoredModel[] {
  return [...models].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
}
