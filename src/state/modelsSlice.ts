/** Opening a visitor's own model: read, ask for sizes, open, keep its files. */
import type { ModelActions, ModelsState } from './modelsTypes';
import type { SliceContext } from './slice';

export function createModels({ services }: SliceContext): ModelActions & { readonly models: ModelsState } {
  return {
    models: { opening: { status: 'none' }, stored: [] },
    readModel: () => Promise.resolve(),
    openModel: () => Promise.resolve(),
    cancelModel: () => undefined,
    removeModel: () => Promise.resolve(),
    modelFiles: async ({ fingerprint }) => {
      const read = await services.modelStore.read(fingerprint);
      return read.ok ? read.value : null;
    },
  };
}
