/** The files of opened models: those of this visit at hand, and those that the browser keeps. */
import type { ImportedWorkload } from '../core/scenario/types';
import type { Result } from '../core/result';
import type { ModelFiles } from '../protocol/modelFiles';
import type { StoredModel } from '../services/modelTypes';
import type { StorageFailure } from '../services/types';
import type { ModelsState } from './modelsTypes';
import type { SliceContext } from './slice';

export interface ModelShelf {
  readonly files: (workload: Pick<ImportedWorkload, 'fingerprint'>) => Promise<ModelFiles | null>;
  /** At hand at once; kept where the browser has room, told where it has not. */
  readonly keep: (fingerprint: string, files: ModelFiles) => Promise<void>;
  readonly load: () => Promise<void>;
  /** Told with the way back. */
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

  const told = <T>(result: Result<T, StorageFailure>): T | null => {
    if (result.ok) return result.value;
    get().notify({ kind: 'storage-error', failure: result.error });
    return null;
  };

  const files = async ({ fingerprint }: { readonly fingerprint: string }): Promise<ModelFiles | null> => {
    const here = visit.get(fingerprint);
    if (here !== undefined) return here;
    const read = told(await modelStore.read(fingerprint));
    if (read !== null) atHand(fingerprint, read);
    return read;
  };

  const save = async (entry: StoredModel, chosen: ModelFiles): Promise<void> => {
    const { fingerprint } = entry;
    atHand(fingerprint, chosen);
    const saved = await modelStore.save(entry, chosen);
    told(saved);
    // A file on disk may be changed or moved, and then cannot be read any more: from here on it is the copy that counts.
    const copy = saved.ok ? await modelStore.read(fingerprint) : null;
    if (copy?.ok === true && copy.value !== null && visit.get(fingerprint) === chosen) {
      visit.set(fingerprint, copy.value);
    }
    await load();
  };

  return {
    files,
    keep: (fingerprint, chosen) => {
      const bytes = chosen.external.reduce((sum, { data }) => sum + data.size, chosen.model.size);
      return save({ fingerprint, name: chosen.name, bytes, openedAt: services.now() }, chosen);
    },
    load,
    remove: async (fingerprint) => {
      const { stored } = get().models;
      const entry = stored?.find((model) => model.fingerprint === fingerprint);
      patch({ stored: stored?.filter((model) => model !== entry) ?? null });
      // For the way back: what is read later is gone.
      const kept = await files({ fingerprint });
      visit.delete(fingerprint);
      patch({ atHand: [...visit.keys()] });
      const removed = await modelStore.remove(fingerprint);
      told(removed);
      // What is still there is still listed.
      if (!removed.ok) await load();
      if (!removed.ok || entry === undefined) return;
      const undo = kept === null ? {} : { undo: () => save(entry, kept) };
      get().notify({ kind: 'done', text: `Removed ${entry.name}.`, ...undo });
    },
  };
}

function newestFirst(models: readonly StoredModel[]): readonly StoredModel[] {
  return [...models].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
}
