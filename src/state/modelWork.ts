/** Opening models, keeping their files, checking and cutting them: the actions behind `modelsSlice.ts`, loaded with the first. */
import { createCutting } from './cuttingModels';
import { createModelShelf } from './modelShelf';
import type { ModelActions, ModelsState } from './modelsTypes';
import { createOpening } from './openingModels';
import type { SliceContext } from './slice';
import type { Edit } from './types';

export function createModelWork(
  context: SliceContext,
  editBehindGesture: (edit: Edit) => void,
): ModelActions {
  const { get, set } = context;
  const patch = (change: Partial<ModelsState>): void => set({ models: { ...get().models, ...change } });
  const shelf = createModelShelf(context, patch);
  return {
    ...createOpening(context, patch, shelf, editBehindGesture),
    ...createCutting(context, patch, shelf.files),
    loadModels: shelf.load,
    removeModel: shelf.remove,
    modelFiles: shelf.files,
  };
}
